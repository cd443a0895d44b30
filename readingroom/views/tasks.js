// A task of an exercise: answered here, kept as it is typed, marked by a teacher later. Nothing on this page knows the answer.

import { control } from "./answering.js";
import { debounce, h, prose, unique } from "./dom.js";
import { keeper, keptLine } from "./keep.js";

function render({ model, el }) {
  const task = model.get("content");
  const keep = keeper(model);
  const kept = h("p", { class: "rr-kept", "aria-live": "polite" });
  keptLine(keep, kept);
  const save = debounce(400, () => keep.save({ what: "task", task: task.name, response: box.read() }, "tasks", task.name));
  const box = task.kind === "written" ? essay(save) : control(task, () => save());
  const refresh = () => {
    const mine = model.get("state").tasks?.[task.name];
    if (mine && !el.contains(document.activeElement)) box.write(mine.response);
  };
  model.on("change:state", refresh);
  el.classList.add("rr");
  el.append(h("section", { class: "rr-item rr-task", "aria-label": `Task ${task.number}` },
    h("fieldset", {}, h("legend", {}, h("span", { class: "rr-number" }, `Task ${task.number}. `), prose("span", task.prompt)), box.element),
    h("p", { class: "rr-hint" }, task.about), kept));
  el.addEventListener("focusout", () => save.flush());
  refresh();
  return () => { save.flush(); model.off("change:state", refresh); keep.stop(); };
}

function essay(changed) {
  const id = unique("essay");
  const count = h("span", { class: "rr-hint" });
  const area = h("textarea", { id, rows: 8, oninput: () => { tell(); changed(); } });
  const tell = () => { const n = area.value.trim().split(/\s+/).filter(Boolean).length; count.textContent = `${n} ${n === 1 ? "word" : "words"}`; };
  return {
    element: h("div", {}, h("p", { class: "rr-typed" }, h("label", { for: id }, "Your text"), count), area),
    read: () => area.value,
    write: (text) => { area.value = text ?? ""; tell(); },
  };
}

export default { render };
