// Your record: what was read, noted and answered, section by section; a file to take along and a way to restore it.

/** @import { RenderArguments } from "../base/types.js" */
/** @import { ClaimsJudged } from "./claims-line.js" */

import { h, live, plural, saysIn, unique } from "../base/dom.js";
import { recordDownload } from "../base/download-record.js";
import { failingInPlace } from "../base/failure.js";
import { kernelWatch } from "../base/kernel-watch.js";
import { claimsLine } from "./claims-line.js";
import { clearControl } from "./clear-record.js";
import { leftOut } from "./left-out.js";

/**
 * A row of the table: counts over one section or quiz; `marks` of `possible` are certainty marks.
 *
 * @typedef {object} RecordRow
 * @property {string} title
 * @property {number} paragraphs
 * @property {number} read
 * @property {number} noted
 * @property {number} items
 * @property {number} answered
 * @property {number} right
 * @property {number} marks
 * @property {number} possible
 */

/**
 * The answers given at one level of certainty; `right` is a share from 0 to 1.
 *
 * @typedef {{ level: 1 | 2 | 3, answers: number, right: number }} CertaintyLevel
 */

/**
 * What record.py sends.
 *
 * @typedef {object} RecordContent
 * @property {RecordRow[]} rows
 * @property {{ paragraph: string, text: string }[]} notes
 * @property {string[]} puzzling labels of paragraphs
 * @property {string[]} damaged sentences about damaged files
 * @property {number} entries
 * @property {ClaimsJudged} claims
 * @property {CertaintyLevel[]} certainty
 */

/** @param {RenderArguments} host */
function renderPart({ model, el }) {
  const body = h("div");
  const said = live();
  const take = recordDownload(model, saysIn(said));
  const restoring = kernelWatch(saysIn(said), model, "upload");
  const file = h("input", {
    type: "file",
    id: unique("restore"),
    accept: ".jsonl,.txt,application/x-ndjson",
    onchange: restore,
  });
  const tools = h(
    "div",
    { class: "rr-tools" },
    h("button", { type: "button", class: "rr-main", onclick: () => take.request() }, "Download my record"),
    h("p", {}, h("label", { for: file.id }, "Restore from a file you downloaded: "), file),
    // Only where the record is the browser's own.
    model.get("clears") === undefined ? null : clearControl(model),
  );

  async function restore() {
    const chosen = file.files?.[0];
    if (!chosen) return;
    const text = await chosen.text();
    file.value = ""; // so that the same file, chosen again, is read again
    restoring.ask("Restoring \u2026", text);
  }

  const draw = () => {
    const content = model.get("content");
    body.dataset.empty = String(!content.entries);
    body.replaceChildren(...leftOut(model.get("unread"), model.get("gone")), ...parts(content));
  };
  const tell = () => {
    said.textContent = model.get("says");
  };
  // A text taken is put away; the same sentence, said twice, would be no change.
  const taken = () => {
    if (model.get("upload")) return;
    restoring.end();
    tell();
  };
  model.on("change:content", draw);
  model.on("change:unread", draw);
  model.on("change:gone", draw);
  model.on("change:says", tell);
  model.on("change:upload", taken);
  el.classList.add("rr");
  el.append(
    h("section", { class: "rr-record", "aria-label": "Your record" }, h("h3", {}, "Your record"), body, tools, said),
  );
  draw();
  tell();
  return () => {
    model.off("change:content", draw);
    model.off("change:unread", draw);
    model.off("change:gone", draw);
    model.off("change:says", tell);
    model.off("change:upload", taken);
    restoring.end();
    take.stop();
  };
}

/** @param {RecordContent} content */
function parts(content) {
  const elements = [
    ...content.damaged.map((says) => h("p", { class: "rr-kept", "data-kind": "trouble", role: "alert" }, says)),
    content.entries
      ? null
      : h("p", {}, "Nothing is in it yet. What you mark, note and answer in the lessons appears here."),
    table(content.rows),
    certainty(content.certainty),
    claimsLine(content.claims),
    content.puzzling.length ? h("p", {}, h("strong", {}, "Marked puzzling: "), content.puzzling.join(", "), ".") : null,
    content.notes.length
      ? h(
          "details",
          { open: true },
          h("summary", {}, plural(content.notes.length, "note of your own", "notes of your own")),
          h(
            "ul",
            {},
            content.notes.map((note) => h("li", {}, h("strong", {}, note.paragraph), " ", note.text)),
          ),
        )
      : null,
  ];
  return elements.filter((element) => element !== null);
}

/** @param {RecordRow[]} rows */
function table(rows) {
  const head = ["Part", "Read", "Notes", "Answered", "Fully right", "Certainty marks"];
  return h(
    "div",
    { class: "rr-scroll", tabindex: "0", role: "region", "aria-label": "Your record, part by part" },
    h(
      "table",
      {},
      h(
        "thead",
        {},
        h(
          "tr",
          {},
          head.map((name) => h("th", { scope: "col" }, name)),
        ),
      ),
      h(
        "tbody",
        {},
        rows.map((row) =>
          h(
            "tr",
            {},
            h("th", { scope: "row" }, row.title),
            row.paragraphs ? barCell(row.read, row.paragraphs) : h("td", {}, "\u2013"),
            h("td", {}, row.paragraphs ? String(row.noted) : "\u2013"),
            barCell(row.answered, row.items),
            h("td", {}, String(row.right)),
            h("td", {}, row.possible ? `${Math.round(10 * row.marks) / 10} of ${row.possible}` : "\u2013"),
          ),
        ),
      ),
    ),
  );
}

/**
 * A cell with a bar, and the same in figures.
 *
 * @param {number} part
 * @param {number} whole
 */
function barCell(part, whole) {
  return h(
    "td",
    {},
    h("span", { class: "rr-bar", "aria-hidden": "true" }, h("span", { style: `width:${(100 * part) / whole}%` })),
    `${part} of ${whole}`,
  );
}

const LEVEL_NAMES = { 1: "not sure", 2: "fairly sure", 3: "very sure" };
const LEVEL_RANGE = { 1: "under 67", 2: "67 to 80", 3: "over 80" };

/** @param {CertaintyLevel[]} levels */
function certainty(levels) {
  if (!levels.length) return null;
  return h(
    "div",
    {},
    h("h4", {}, "How sure you were, and how often you were right"),
    h(
      "ul",
      {},
      levels.map((level) =>
        h(
          "li",
          {},
          `${LEVEL_NAMES[level.level]}: on average ${Math.round(100 * level.right)} per cent right in ` +
            `${plural(level.answers, "answer")} (good judgement would be ${LEVEL_RANGE[level.level]} per cent)`,
        ),
      ),
    ),
  );
}

const render = failingInPlace(renderPart);

export default { render };
