// A lesson's record as suspend data: ASCII, an entry a row, the most important first, never longer than it may be.
// What the system has no room for is named, and stays in the browser.

/** @import { SavedEntry } from "../parts/base/types.js" */
/** @import { PackedRecord } from "./scorm-types.js" */

import { rowOfEntry } from "./scorm-row.js";

export const HEADER = "rr1";
export const BETWEEN = "~"; // stands in no row

// What is kept first where there is no room for all.
const WEIGHTS = ["answer", "vote", "guess", "probability", "weighing", "mark", "doubt", "note", "draft", "setting"];

/**
 * @param {SavedEntry[]} entries oldest first
 * @param {Record<string, string[]>} subjects what the lesson asks about; entries on anything else stay out
 * @param {number} most characters
 * @param {string[]} [unread] rows of another edition of the lesson: they are kept where there is room
 * @returns {PackedRecord}
 */
export function packRecord(entries, subjects, most, unread = []) {
  const rows = ranked(entries)
    .map((entry) => ({ entry, row: rowOfEntry(entry, subjects) }))
    .filter(({ row }) => row !== null);
  if (!rows.length && !unread.length) return { text: "", left: [] };
  /** @type {SavedEntry[]} */
  const left = [];
  let text = HEADER;
  for (const { entry, row } of rows) {
    if (text.length + BETWEEN.length + /** @type {string} */ (row).length > most) left.push(entry);
    else text += BETWEEN + row;
  }
  for (const row of unread) {
    if (text.length + BETWEEN.length + row.length <= most) text += BETWEEN + row;
  }
  return { text, left };
}

/**
 * The entries, the most important first: answers with resets, then the first answer to each item, then the latest of
 * all else, texts behind by their length; then what was done before, the newest first.
 *
 * @param {SavedEntry[]} entries oldest first
 */
function ranked(entries) {
  /** @type {Map<string, SavedEntry>} */
  const latest = new Map();
  /** @type {Map<string, SavedEntry>} */
  const first = new Map();
  for (const entry of entries) {
    const subject = subjectKey(entry);
    latest.set(subject, entry);
    if (entry.what === "answer" && !first.has(subject)) first.set(subject, entry);
  }
  const isLatest = new Set(latest.values());
  const isFirst = new Set(first.values());
  const newest = [...entries].reverse();
  const lasting = newest.filter((entry) => isLatest.has(entry));
  const weigh = (/** @type {SavedEntry} */ { what }) => WEIGHTS.indexOf(what === "reset" ? "answer" : what);
  const isAnswer = (/** @type {SavedEntry} */ entry) => weigh(entry) === 0;
  const others = lasting.filter((entry) => !isAnswer(entry));
  return [
    ...lasting.filter(isAnswer),
    ...newest.filter((entry) => isFirst.has(entry) && !isLatest.has(entry)),
    ...others.sort((a, b) => weigh(a) - weigh(b) || lengthOf(a) - lengthOf(b)),
    ...newest.filter((entry) => !isLatest.has(entry) && !isFirst.has(entry)),
  ];
}

/** @param {SavedEntry} entry */
const lengthOf = ({ text }) => (typeof text === "string" ? text.length : 0);

/** What an entry is about, with its kind. @param {SavedEntry} entry */
export function subjectKey({ what, item, paragraph, chart, claim, forecast, node, name, items }) {
  return JSON.stringify([what, item ?? paragraph ?? chart ?? claim ?? forecast ?? node ?? name ?? items]);
}
