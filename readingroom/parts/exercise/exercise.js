// A task of an exercise: answered here, kept as it is typed, marked by a teacher later. Nothing on this page knows the answer.

import { control } from "../quiz/item-controls.js";
import { debounce, h, prose, unique } from "../base/dom.js";
import { keeper, keptLine } from "../base/save.js";
import { table } from "./table-input.js";

// What is typed letter by letter is kept when the hand rests; what is chosen, at once.
const TYPED = new Set(["number", "short", "table", "written"]);
const LEVELS = [
  [1, "Not very"],
  [2, "Fairly"],
  [3, "Very"],
];

function render({ model, el }) {
  const task = model.get("content");
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
  const box = answering(task, TYPED.has(task.kind) ? save : now);
  const sure = task.kind === "written" ? null : certainty(now);
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

function answering(task, changed) {
  if (task.kind === "written") return essay(changed);
  return task.kind === "table" ? table(task, changed) : control(task, changed);
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

function essay(changed) {
  const id = unique("essay");
  const count = h("span", { class: "rr-hint" });
  const area = h("textarea", {
    id,
    rows: 8,
    oninput: () => {
      tell();
      changed();
    },
  });
  const tell = () => {
    const n = area.value.trim().split(/\s+/).filter(Boolean).length;
    count.textContent = `${n} ${n === 1 ? "word" : "words"}`;
  };
  return {
    element: h("div", {}, h("p", { class: "rr-typed" }, h("label", { for: id }, "Your text"), count), area),
    read: () => area.value,
    write: (text) => {
      area.value = text ?? "";
      tell();
    },
  };
}

export default { render };
