// What suspend data holds of a record, and what of it the browser does not have yet. Nothing is overwritten: entries
// are added, and the latest on a subject counts, wherever it was made.

/** @import { SavedEntry } from "../parts/base/types.js" */

import { BETWEEN, HEADER, subjectKey } from "./scorm-pack.js";
import { entryOfRow } from "./scorm-row.js";

/**
 * Read suspend data. `unread` are rows of another edition; `isForeign` says that it is no record, or one of a later
 * edition, and must be left as it is.
 *
 * @param {string} text
 * @param {Record<string, string[]>} subjects
 * @returns {{ entries: SavedEntry[], unread: string[], isForeign: boolean }}
 */
export function unpackRecord(text, subjects) {
  /** @type {SavedEntry[]} */
  const entries = [];
  /** @type {string[]} */
  const unread = [];
  const [header, ...rows] = text.trim().split(BETWEEN);
  for (const row of header === HEADER ? rows : []) {
    const entry = entryOfRow(row, subjects);
    if (entry) entries.push(entry);
    if (entry === undefined) unread.push(row);
  }
  return { entries, unread, isForeign: header !== "" && header !== HEADER };
}

/**
 * The entries that a record lacks: an answer by its id, all else by its subject and its time.
 *
 * @param {SavedEntry[]} kept
 * @param {SavedEntry[]} unpacked
 */
export function lackingEntries(kept, unpacked) {
  const ids = new Set(kept.map(({ id }) => id));
  const moments = new Set(kept.map(momentOf));
  return unpacked.filter((entry) => !ids.has(entry.id) && !(entry.what !== "answer" && moments.has(momentOf(entry))));
}

/** @param {SavedEntry} entry */
const momentOf = (entry) => `${subjectKey(entry)} ${entry.at}`;
