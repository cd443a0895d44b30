// A task of an exercise: answered here, saved as it is typed, marked by a teacher later. Nothing here knows the answer.

/** @import { RenderArguments } from "../base/types.js" */
/** @import { Item } from "../quiz/types.js" */

import { debounce, h, prose, unique } from "../base/dom.js";
import { failingInPlace } from "../base/failure.js";
import { createSaver, showSaveStatus } from "../base/save.js";
import { KINDS } from "../quiz/kinds/index.js";

/** @typedef {Item & { name: string, number: number, about: string }} TaskContent */

/** @type {[number, string][]} */
const CERTAINTY_LEVELS = [
  [1, "Not very"],
  [2, "Fairly"],
  [3, "Very"],
];

const TASK_CHANGED =
  "You answered before this task was changed. What you answered stays in your record; answer it anew here.";

/** @param {RenderArguments} host */
function renderPart({ model, el }) {
  /** @type {TaskContent} */
  const task = model.get("content");
  const kind = KINDS[task.kind];
  const saver = createSaver(model);
  const saved = h("p", { class: "rr-kept", "aria-live": "polite" });
  showSaveStatus(saver, saved);
  const save = debounce(400, () => {
    const entry = { what: "task", task: task.name, response: control.read(), sure: certainty?.read() ?? 0 };
    saver.save(entry, "tasks", task.name);
  });
  const saveNow = () => {
    save();
    save.flush();
  };
  // What is typed letter by letter is saved when the hand rests; what is chosen, at once.
  const control = (kind.taskControl ?? kind.control)(task, kind.isTyped ? save : saveNow);
  const fits = kind.taskFits ?? kind.fits;
  const changed = h("p", { class: "rr-hint", hidden: true }, TASK_CHANGED);
  const certainty = kind.isSelfMarked ? null : certaintyControl(saveNow);
  const refresh = () => {
    const answer = model.get("state").tasks?.[task.name];
    if (!answer || el.contains(document.activeElement)) return;
    const { response = null } = answer;
    changed.hidden = response === null || fits(task, response);
    if (changed.hidden) control.write(response);
    certainty?.write(answer.sure ?? 0);
  };
  model.on("change:state", refresh);
  const legend = h(
    "legend",
    {},
    h("span", { class: "rr-number" }, `Task ${task.number}. `),
    prose("span", task.prompt),
  );
  el.classList.add("rr");
  el.append(
    h(
      "section",
      { class: "rr-item rr-task", "aria-label": `Task ${task.number}` },
      h("fieldset", {}, legend, control.element),
      changed,
      h("p", { class: "rr-hint" }, task.about),
      certainty?.element,
      saved,
    ),
  );
  el.addEventListener("focusout", () => save.flush());
  refresh();
  return () => {
    save.flush();
    model.off("change:state", refresh);
    saver.stop();
  };
}

/**
 * How sure a student is changes no mark here; it shows student and teacher what is known and what only guessed.
 *
 * @param {() => void} changed
 */
function certaintyControl(changed) {
  const name = unique("sure");
  const inputs = CERTAINTY_LEVELS.map(([level]) =>
    h("input", { type: "radio", name, value: String(level), onchange: changed }),
  );
  return {
    element: h(
      "fieldset",
      { class: "rr-sure" },
      h("legend", {}, "How sure are you? ", h("small", {}, "It changes no mark.")),
      inputs.map((input, i) => h("label", {}, input, h("span", {}, CERTAINTY_LEVELS[i][1]))),
    ),
    read: () => Number(inputs.find((input) => input.checked)?.value ?? 0),
    write: (/** @type {number} */ level) =>
      inputs.forEach((input) => {
        input.checked = Number(input.value) === level;
      }),
  };
}

const render = failingInPlace(renderPart);

export default { render };
