// Entries of the record in the browser's storage: an entry a key, so that two pages open at once never write over one
// another.

/** @import { SavedEntry } from "../parts/base/types.js" */

import { isDeeper } from "../parts/base/entry-schema.js";
import { dropUnchecked } from "../parts/base/unchecked.js";
import { SHARED, unsavedKey } from "../parts/base/unsaved.js";

const REFUSED =
  "This browser keeps nothing for this page (its storage is full or switched off). What you did is here until you " +
  "close the page: download your record first.";

const NO_ROOM =
  "There is no room in this browser for all of that record, so nothing of it was restored, and what you had is as it " +
  "was. Download your record, clear it in this browser, and restore again; or restore in another browser.";
const SWITCHED_OFF =
  "This browser keeps nothing for this page (its storage is switched off), so nothing was restored. Allow this page " +
  "to " +
  "store data (in the browser\u2019s settings; leave a private window), reload it, and restore again.";
const DEEPEST_LINE = 100; // lists and tables within one another: a browser may fail to write what is deeper

/**
 * @param {string} course each course has entries of its own, even where several share a host
 * @param {Storage | null} storage
 */
export function entryStorage(course, storage) {
  const prefix = `${course}/entry/`;

  /** @param {SavedEntry} entry */
  function write(entry) {
    if (!storage) throw new Error("no storage");
    storage.setItem(prefix + entry.id, JSON.stringify(entry));
  }

  return {
    read() {
      const keys = storage ? Object.keys(storage).filter((key) => key.startsWith(prefix)) : [];
      return keys.map((key) => parseEntry(storage?.getItem(key) ?? "")).filter((entry) => entry !== null);
    },

    /** @param {SavedEntry} entry */
    put(entry) {
      try {
        write(entry);
      } catch {
        throw new Error(REFUSED);
      }
    },

    /**
     * Write all of the entries, none of which is there yet, or none.
     *
     * @param {SavedEntry[]} entries
     */
    putAll(entries) {
      /** @type {SavedEntry[]} */
      const written = [];
      try {
        for (const entry of entries) {
          written.push(entry);
          write(entry);
        }
      } catch {
        written.forEach((entry) => storage?.removeItem(prefix + entry.id));
        throw new Error(storage ? NO_ROOM : SWITCHED_OFF);
      }
    },

    /** Take everything of the course away, also what cannot be read; nothing is written, so that it needs no room. */
    clear() {
      const keys = storage ? Object.keys(storage) : [];
      const single = [`${course}/last`, unsavedKey(course), SHARED];
      const ours = keys.filter((key) => key.startsWith(prefix) || single.includes(key));
      ours.forEach((key) => storage?.removeItem(key));
      dropUnchecked();
    },

    /** @param {string} id */
    remove(id) {
      storage?.removeItem(prefix + id);
    },

    /**
     * Tell what other pages of the course do.
     *
     * @param {(entry: SavedEntry) => void} onWritten
     * @param {(id: string) => void} onRemoved
     * @param {() => void} onUnknown anything may have happened: all was cleared, or the page comes back with the
     *   browser's "back" and heard nothing while it was away
     */
    watch(onWritten, onRemoved, onUnknown) {
      globalThis.addEventListener?.("storage", ({ key, newValue }) => {
        if (key === null) onUnknown();
        if (!key?.startsWith(prefix)) return;
        const entry = parseEntry(newValue ?? "");
        if (entry) onWritten(entry);
        else if (newValue === null) onRemoved(key.slice(prefix.length));
      });
      globalThis.addEventListener?.("pageshow", ({ persisted }) => persisted && onUnknown());
    },
  };
}

/** The browser's storage, or null where it has none for this page. */
export function browserStorage() {
  try {
    return globalThis.localStorage;
  } catch {
    return null;
  }
}

/**
 * The entry that a line of text is, or null where it is none.
 *
 * @param {string} line
 * @returns {SavedEntry | null}
 */
export function parseEntry(line) {
  try {
    const entry = JSON.parse(line);
    const isEntry = entry && ["id", "at", "what"].every((field) => typeof entry[field] === "string");
    return isEntry && !isDeeper(entry, DEEPEST_LINE) ? entry : null;
  } catch {
    return null;
  }
}
