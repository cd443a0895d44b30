// The end of an exercise: what is answered, who hands in, what still puzzles; then the file, its receipt and its
// download.

/** @import { RenderArguments } from "../base/types.js" */

import { h, live, plural, prose, saysIn, unique, withSigns } from "../base/dom.js";
import { failingInPlace } from "../base/failure.js";
import { kernelWatch } from "../base/kernel-watch.js";
import { downloadFile, spelledReceipt } from "../base/receipt.js";

/**
 * @typedef {object} SubmissionContent
 * @property {string} title
 * @property {string} student
 * @property {boolean} fixed the exercise was made for this student
 * @property {{ number: number, id: string, answered: boolean }[]} tasks
 * @property {{ id: string, html: string, puzzling: boolean }[]} paragraphs
 */

/** @typedef {{ name: string, path: string, receipt: string, text: string }} SubmissionFile */

/** @param {RenderArguments} host */
function renderPart({ model, el }) {
  const status = live({ class: "rr-kept" });
  const tasks = h("ul", { class: "rr-answered" });
  const missing = h("p", { class: "rr-hint" });
  const made = h("div", { class: "rr-made", hidden: true });
  /** @type {SubmissionContent} */
  const content = model.get("content");
  const name = h("input", {
    type: "text",
    id: unique("student"),
    autocomplete: "off",
    spellcheck: "false",
    size: 24,
    maxlength: 200, // what a hand-in's reader takes
    "aria-describedby": unique("why-name"),
  });
  name.value = content.student;
  name.readOnly = content.fixed;
  const puzzles = content.paragraphs.map((paragraph) => {
    const box = h("input", { type: "checkbox", value: paragraph.id });
    box.checked = paragraph.puzzling;
    return { box, row: h("label", {}, box, " ", prose("span", paragraph.html)) };
  });
  const kernel = kernelWatch(saysIn(status), model, "asked");

  function draw() {
    /** @type {SubmissionContent} */
    const { tasks: all } = model.get("content");
    const empty = all.filter((task) => !task.answered);
    tasks.replaceChildren(
      ...all.map((task) =>
        h(
          "li",
          { class: task.answered ? "" : "rr-empty" },
          withSigns(
            `${task.answered ? "\u2713" : "\u25cb"} Task ${task.number}: ${task.answered ? "answered" : "empty"}`,
          ),
        ),
      ),
    );
    missing.textContent = empty.length
      ? `${plural(empty.length, "task is", "tasks are")} empty. You can hand in all the same, ` +
        "and hand in again later: the newest file counts."
      : "Every task has an answer.";
  }

  function ask() {
    const student = name.value.trim();
    if (!student) {
      status.textContent = "Write your name or number first, as your teacher has it.";
      name.focus();
      return;
    }
    kernel.ask("Making your hand-in \u2026", {
      student,
      puzzling: puzzles.filter(({ box }) => box.checked).map(({ box }) => box.value),
      at: Date.now(),
    });
  }

  function show() {
    /** @type {SubmissionFile} */
    const file = model.get("made");
    if (!file.receipt) return;
    kernel.end();
    made.hidden = false;
    made.replaceChildren(
      h(
        "p",
        {},
        "Your hand-in is made: ",
        h("code", {}, file.name),
        ", in the folder ",
        h("code", {}, "hand-ins"),
        " beside this notebook.",
      ),
      h("p", {}, "Your receipt: ", h("span", { class: "rr-receipt" }, file.receipt)),
      h(
        "p",
        { class: "rr-hint" },
        "Note the receipt: it tells you and your teacher that the file that arrived is the file you made.",
      ),
      h("p", {}, h("button", { type: "button", onclick: () => downloadFile(file) }, "Download the file")),
    );
    status.textContent =
      `Your hand-in is made. Your receipt is ${spelledReceipt(file.receipt)}. ` + "Give the file to your teacher.";
  }

  function showTrouble() {
    if (!model.get("trouble")) return;
    kernel.end();
    status.textContent = model.get("trouble");
  }

  model.on("change:content", draw);
  model.on("change:made", show);
  model.on("change:trouble", showTrouble);
  el.classList.add("rr");
  el.append(
    h(
      "section",
      { class: "rr-handing", "aria-label": "Hand in" },
      h("h3", {}, "Hand in"),
      tasks,
      missing,
      h("p", { class: "rr-typed" }, h("label", { for: name.id }, "Your name or number"), name),
      h(
        "p",
        { class: "rr-hint", id: name.getAttribute("aria-describedby") },
        content.fixed ? "This exercise was made for you, so the name is set." : "As your teacher has it on the list.",
      ),
      puzzles.length
        ? h(
            "fieldset",
            { class: "rr-puzzling" },
            h("legend", {}, "Which paragraphs still puzzle you? Your teacher sees your answer."),
            puzzles.map(({ row }) => row),
          )
        : null,
      h("p", {}, h("button", { type: "button", class: "rr-main", onclick: ask }, "Make my hand-in")),
      status,
      made,
    ),
  );
  draw();
  show();
  return () => {
    kernel.end();
    model.off("change:content", draw);
    model.off("change:made", show);
    model.off("change:trouble", showTrouble);
  };
}

const render = failingInPlace(renderPart);

export default { render };
