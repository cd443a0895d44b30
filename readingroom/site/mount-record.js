// The learner's record as a page shows it: what parts/record/record.py computes with a kernel, computed here.

/** @import { Render, SavedEntry } from "../parts/base/types.js" */
/** @import { ClaimsJudged } from "../parts/record/claims-line.js" */
/** @import { CertaintyLevel, RecordContent, RecordRow } from "../parts/record/record.js" */
/** @import { CourseRow, Progress, RecordCounts, RecordStore } from "./types.js" */

import { calibration } from "../parts/forecasts/brier.js";
import { marks } from "../parts/quiz/certainty.js";
import { countUnreadable, fold } from "./progress.js";
import { modelOf } from "./widget-model.js";

const CLEARED =
  "Your record in this browser was cleared. What still stands on this page is gone when you load it again.";
const NOT_CLEARED =
  "Your record could not be cleared here. In the browser\u2019s settings, remove what this site has stored.";
const REDRAWN_AFTER = 150; // milliseconds

/**
 * @param {HTMLElement} part
 * @param {RecordCounts} counted
 * @param {string} mark stands before a paragraph's number
 * @param {RecordStore} record
 * @param {Render} render the record module's
 */
export function mountRecord(part, counted, mark, record, render) {
  const element = document.createElement("div");
  const content = () => recordContent(counted, mark, record.entries());
  const counts = () => ({ unread: countUnreadable(record.entries()), gone: countGone(counted, record.state) });
  const traits = { content: content(), ...counts(), wanted: 0, download: "", upload: "", says: "", clears: 0 };
  const model = modelOf(traits, record);
  let due = 0;
  function show() {
    model.set("content", content());
    Object.entries(counts()).forEach(([name, count]) => model.set(name, count));
  }
  record.watch(() => {
    clearTimeout(due);
    due = setTimeout(show, REDRAWN_AFTER);
  });
  model.on("change:clears", () => model.set("says", clearedText(record)));
  model.on("change:wanted", () => {
    model.set("download", record.text());
    model.set("given", model.get("wanted"));
  });
  model.on("change:upload", () => {
    if (!model.get("upload")) return;
    try {
      model.set("says", restoredText(...record.restore(model.get("upload"))));
    } catch (refused) {
      model.set("says", /** @type {Error} */ (refused).message);
    }
    model.set("upload", "");
  });
  part.replaceChildren(element);
  render({ model, el: element });
}

/** @param {RecordStore} record */
function clearedText(record) {
  try {
    record.clear();
    return CLEARED;
  } catch {
    return NOT_CLEARED;
  }
}

/**
 * How many answers are to items, and notes on paragraphs, that the course has no longer.
 *
 * @param {RecordCounts} counted
 * @param {Progress} state
 */
export function countGone({ rows, numbers }, state) {
  const items = new Set(rows.flatMap((row) => row.items));
  const noted = Object.keys(state.notes).filter((paragraph) => state.notes[paragraph].text.trim());
  return (
    Object.keys(state.answers).filter((item) => !items.has(item)).length +
    noted.filter((paragraph) => !Object.hasOwn(numbers, paragraph)).length
  );
}

/**
 * @param {number} fresh how many entries were new
 * @param {number} broken how many lines could not be read
 */
function restoredText(fresh, broken) {
  const restored = fresh
    ? `${fresh} new ${fresh === 1 ? "entry was" : "entries were"} restored.`
    : "Nothing new was in that file: your record has all of it already.";
  if (!broken) return restored;
  const [lines, were] = broken === 1 ? ["line", "was"] : ["lines", "were"];
  return `${restored} ${broken} ${lines} of the file could not be read and ${were} left out.`;
}

/**
 * @param {RecordCounts} counted
 * @param {string} mark
 * @param {SavedEntry[]} entries
 * @returns {RecordContent}
 */
export function recordContent({ rows, numbers, claims }, mark, entries) {
  const state = fold(entries);
  const known = Object.keys(numbers);
  const label = (/** @type {string} */ paragraph) => `${mark}${numbers[paragraph]}`;
  return {
    rows: rows.map((row) => rowOf(row, state)),
    notes: known
      .filter((p) => state.notes[p]?.text.trim())
      .map((p) => ({ paragraph: label(p), text: state.notes[p].text })),
    puzzling: known.filter((p) => state.marks[p]?.mark === "puzzling").map(label),
    damaged: [],
    entries: entries.length,
    claims: claimsJudged(claims, state),
    certainty: Object.entries(calibration(Object.values(state.answers))).map(([level, [answers, right]]) => ({
      level: /** @type {CertaintyLevel["level"]} */ (Number(level)),
      answers,
      right,
    })),
  };
}

/**
 * @param {CourseRow} row
 * @param {Progress} state
 * @returns {RecordRow}
 */
export function rowOf({ title, paragraphs, items, written }, state) {
  const answered = items.filter((item) => state.answers[item]);
  const scored = answered.filter((item) => !written.includes(item)).map((item) => state.answers[item]);
  const certain = scored.flatMap(({ fraction, certainty }) =>
    certainty && [1, 2, 3].includes(certainty) ? [{ fraction, certainty }] : [],
  );
  return {
    title,
    paragraphs: paragraphs.length,
    items: items.length,
    answered: answered.length,
    read: paragraphs.filter((p) => state.marks[p]?.mark).length,
    noted: paragraphs.filter((p) => state.notes[p]?.text.trim()).length,
    right: scored.filter((answer) => answer.fraction >= 1).length,
    marks: certain.reduce((sum, answer) => sum + marks(answer.fraction, answer.certainty), 0),
    possible: 3 * certain.length,
  };
}

/**
 * @param {RecordCounts["claims"]} claims
 * @param {Progress} state
 * @returns {ClaimsJudged}
 */
export function claimsJudged(claims, { votes, weighings }) {
  const known = Object.values(claims).flat();
  const steps = Object.keys(claims).filter(Boolean);
  const own = (/** @type {string} */ claim) => (Object.hasOwn(weighings, claim) ? weighings[claim].materiality : "");
  const weighed = steps.flatMap((step) => claims[step]).filter((claim) => steps.includes(own(claim)));
  return {
    all: known.length,
    voted: known.filter((claim) => Object.hasOwn(votes, claim) && votes[claim].vote).length,
    weighed: weighed.length,
    agreed: weighed.filter((claim) => claims[own(claim)].includes(claim)).length,
  };
}
