// Entries on their way lie in the browser's storage too, so that a kernel that is gone or a page closed too soon loses
// nothing: the next part that is shown sends them again. The record knows their ids and takes each once.

/** @import { SavedEntry } from "./types.js" */

import { readEntry } from "./entry-schema.js";

/** @typedef {Record<string, { entry: SavedEntry, place?: string, subject?: string }>} Unsaved */

/** Where entries of any record lay before each record had a place of its own: who comes first takes them over. */
export const SHARED = "readingroom-unsaved";

/**
 * Where entries on their way to a record lie: on one host there may be several courses, and on a class's hub several
 * students who use the same browser.
 *
 * @param {string} record its id
 */
export const unsavedKey = (record) => `${SHARED}/${record}`;

/** @param {string} record the id of the record that the entries are for */
export function unsavedEntries(record) {
  const key = unsavedKey(record);

  /** @returns {Unsaved} */
  const read = () => ({ ...parsed(localStorage.getItem(SHARED)), ...parsed(localStorage.getItem(key)) });

  return {
    // What is no entry, for whatever reason, stays where it is and is not sent.
    sendable() {
      try {
        return Object.values(read()).filter((unsent) => readEntry(unsent?.entry));
      } catch {
        return []; // no storage here
      }
    },

    /** @param {(unsaved: Unsaved) => void} change */
    change(change) {
      try {
        const unsaved = read();
        change(unsaved);
        localStorage.setItem(key, JSON.stringify(unsaved));
        localStorage.removeItem(SHARED);
      } catch {
        /* no storage here: the page itself still holds the entries */
      }
    },
  };
}

/**
 * @param {string | null} text
 * @returns {Unsaved}
 */
function parsed(text) {
  try {
    const unsaved = JSON.parse(text ?? "{}");
    return typeof unsaved === "object" && unsaved !== null && !Array.isArray(unsaved) ? unsaved : {};
  } catch {
    return {};
  }
}
