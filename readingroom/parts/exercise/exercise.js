// A task of an exercise: answered here, kept as it is typed, marked by a teacher later. Nothing on this page knows the answer.

import { debounce, h, prose, unique } from "../base/dom.js";
import { keeper, keptLine } from "../base/save.js";
import { KINDS } from "../quiz/kinds/index.js";

const LEVELS = [
  [1, "Not very"],
  [2, "Fairly"],
  [3, "Very"],
];

function render({ model, el }) {
  const task = model.get("content");
  const kind = KINDS[task.kind];
  const keep = keeper(model);
  const kept = h("p", { class: "rr-kept", "aria-live": "polite" });
  keptLine(keep, kept);
  const save = debounce(400, () =>
    keep.save({ what: "task", task: task.name, response: box.read(), sure: sure?.read() ?? 0 }, "tasks", task.name),
  );
  const now = () => {
    save();
    save.flush();
  };
  // What is typed letter by letter is saved when the hand rests; what is chosen, at once.
  const box = (kind.taskControl ?? kind.control)(task, kind.isTyped ? save : now);
  const sure = kind.isSelfMarked ? null : certainty(now);
  const refresh = () => {
    const mine = model.get("state").tasks?.[task.name];
    if (!mine || el.contains(document.activeElement)) return;
    box.write(mine.response);
    sure?.write(mine.sure ?? 0);
  };
  model.on("change:state", refresh);
  el.classList.add("rr");
  el.append(
    h(
      "section",
      { class: "rr-item rr-task", "aria-label": `Task ${task.number}` },
      h(
        "fieldset",
        {},
        h("legend", {}, h("span", { class: "rr-number" }, `Task ${task.number}. `), prose("span", task.prompt)),
        box.element,
      ),
      h("p", { class: "rr-hint" }, task.about),
      sure?.element,
      kept,
    ),
  );
  el.addEventListener("focusout", () => save.flush());
  refresh();
  return () => {
    save.flush();
    model.off("change:state", refresh);
    keep.stop();
  };
}

// How sure a student is changes no mark here; it shows teacher and student what is known and what only guessed.
function certainty(changed) {
  const name = unique("sure");
  const inputs = LEVELS.map(([level]) => h("input", { type: "radio", name, value: String(level), onchange: changed }));
  return {
    element: h(
      "fieldset",
      { class: "rr-sure" },
      h("legend", {}, "How sure are you? ", h("small", {}, "It changes no mark.")),
      inputs.map((input, i) => h("label", {}, input, h("span", {}, LEVELS[i][1]))),
    ),
    read: () => Number(inputs.find((input) => input.checked)?.value ?? 0),
    write: (level) =>
      inputs.forEach((input) => {
        input.checked = Number(input.value) === level;
      }),
  };
}

export default { render };
