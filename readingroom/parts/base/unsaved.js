// Entries on their way lie in the browser's storage too, so that a kernel that is gone or a page closed too soon loses
// nothing: the next part that is shown sends them again. The record knows their ids and takes each once.

/** @import { SavedEntry } from "./types.js" */

import { readEntry } from "./entry-schema.js";

/** @typedef {Record<string, { entry: SavedEntry, place?: string, subject?: string }>} Unsaved */

export const UNSAVED = "readingroom-unsaved";

/** @returns {Unsaved} */
function readUnsaved() {
  try {
    const unsaved = JSON.parse(localStorage.getItem(UNSAVED) ?? "{}");
    return typeof unsaved === "object" && unsaved !== null && !Array.isArray(unsaved) ? unsaved : {};
  } catch {
    return {};
  }
}

// What is no entry, for whatever reason, stays where it is and is not sent.
export function sendable() {
  return Object.values(readUnsaved()).filter((unsent) => readEntry(unsent?.entry));
}

/** @param {(unsaved: Unsaved) => void} change */
export function changeUnsaved(change) {
  try {
    const unsaved = readUnsaved();
    change(unsaved);
    localStorage.setItem(UNSAVED, JSON.stringify(unsaved));
  } catch {
    /* no storage here: the page itself still holds the entries */
  }
}
