// The end of a lesson, for whoever reads it in a class: what would be sent, then the file with its receipt. The same
// code makes the file in every door; where there is a kernel, it writes the file beside the notebook too.

/** @import { RenderArguments } from "../base/types.js" */
/** @import { LessonContent, LessonFile, WrittenFile } from "./types.js" */

import { h, live, saysIn, unique } from "../base/dom.js";
import { failingInPlace } from "../base/failure.js";
import { kernelWatch } from "../base/kernel-watch.js";
import { createSaver } from "../base/save.js";
import { LARGEST, lessonFile, lessonLines } from "./lesson-file.js";
import { madeElements, madeInWords } from "./made.js";
import { countNotes, notesInWords, sentInWords } from "./summary.js";

const STUDENT = "hand-in name";
const NO_NAME = "Write your name or number first, as your teacher has it.";
const NOTHING = "Nothing is in it yet: mark a paragraph, vote on a claim or answer a question first.";
const TOO_LARGE =
  "The file would be larger than your teacher\u2019s program takes. Leave your notes out, or shorten them.";

/** @param {RenderArguments} host */
function renderPart({ model, el }) {
  /** @type {LessonContent} */
  const content = model.get("content");
  const saver = createSaver(model);
  const status = live({ class: "rr-kept" });
  const kernel = kernelWatch(saysIn(status), model, "asked");
  const made = h("div", { class: "rr-made", hidden: true });
  const earlier = h("p", { class: "rr-hint" });
  const sent = h("ul");
  const notes = h("li");
  const inFull = h("pre", { tabindex: "0", role: "region", "aria-label": "The lines of the file" });
  const withNotes = h("input", { type: "checkbox", onchange: draw });
  const name = h("input", {
    type: "text",
    id: unique("student"),
    autocomplete: "off",
    spellcheck: "false",
    size: 24,
    maxlength: 200, // what a hand-in's reader takes
    "aria-describedby": unique("why-name"),
  });
  /** @type {LessonFile | null} */
  let file = null;

  const settings = () => model.get("state").settings ?? {};
  const lines = () => lessonLines(content, model.get("state"), withNotes.checked);

  function draw() {
    const now = lines();
    const count = countNotes(content, model.get("state"));
    notes.textContent = notesInWords(count, withNotes.checked);
    sent.replaceChildren(...sentInWords(content, now).map((says) => h("li", {}, says)), notes);
    withNotes.disabled = !count;
    inFull.textContent = now.map((line) => JSON.stringify(line)).join("\n") || "Nothing yet.";
    const last = settings()[`hand-in ${content.lesson}`]?.value;
    earlier.textContent = last?.receipt
      ? `You made a hand-in of this lesson before, with the receipt ${last.receipt}. You can make another: ` +
        "the newest file counts."
      : "";
    if (!name.value && typeof settings()[STUDENT]?.value === "string") name.value = settings()[STUDENT].value;
  }

  function ask() {
    const student = name.value.trim().replace(/\s+/g, " ");
    const now = lines();
    if (!student) {
      status.textContent = NO_NAME;
      name.focus();
      return;
    }
    if (!now.length) return say(NOTHING);
    const moment = `${new Date().toISOString().slice(0, 19)}Z`;
    file = lessonFile({ lesson: content.lesson, student, made: moment }, now);
    if (file.bytes > LARGEST) return say(TOO_LARGE);
    if (settings()[STUDENT]?.value !== student) keep(STUDENT, student);
    if (!content.writes) return show(file, "");
    kernel.ask("Making your hand-in \u2026", { text: file.text, at: moment });
  }

  /** @param {string} sentence */
  function say(sentence) {
    status.textContent = sentence;
  }

  /** @param {string} setting @param {any} value */
  const keep = (setting, value) => saver.save({ what: "setting", name: setting, value }, "settings", setting);

  /** @param {LessonFile} ready @param {string} path where a kernel wrote it */
  function show(ready, path) {
    keep(`hand-in ${content.lesson}`, { receipt: ready.receipt });
    made.hidden = false;
    made.replaceChildren(...madeElements(ready, path));
    say(madeInWords(ready));
  }

  function showWritten() {
    /** @type {WrittenFile} */
    const written = model.get("made");
    if (!file || written?.receipt !== file.receipt) return;
    kernel.end();
    show(file, written.path);
  }

  function showRefused() {
    if (!model.get("refused")) return;
    kernel.end();
    say(model.get("refused"));
  }

  model.on("change:state", draw);
  model.on("change:made", showWritten);
  model.on("change:refused", showRefused);
  el.classList.add("rr");
  el.append(
    h(
      "section",
      { class: "rr-hand-in", "aria-label": "Hand in this lesson" },
      h("h3", {}, "Hand in this lesson"),
      h("p", {}, "If your teacher asked for it. The file holds this, and nothing else of your record:"),
      sent,
      h("p", {}, h("label", {}, withNotes, " Send my notes too")),
      h("details", {}, h("summary", {}, "See the file, line by line"), inFull),
      h("p", { class: "rr-typed" }, h("label", { for: name.id }, "Your name or number"), " ", name),
      h(
        "p",
        { class: "rr-hint", id: name.getAttribute("aria-describedby") },
        "As your teacher has it on the list. The file also says when it was made.",
      ),
      earlier,
      h("p", {}, h("button", { type: "button", class: "rr-main", onclick: ask }, "Make my hand-in")),
      status,
      made,
    ),
  );
  draw();
  return () => {
    kernel.end();
    saver.stop();
    model.off("change:state", draw);
    model.off("change:made", showWritten);
    model.off("change:refused", showRefused);
  };
}

const render = failingInPlace(renderPart);

export default { render };
