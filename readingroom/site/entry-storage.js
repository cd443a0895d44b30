// Entries of the record in the browser's storage: an entry a key, so that two pages open at once never write over one
// another.

/** @import { SavedEntry } from "../parts/base/types.js" */

const REFUSED =
  "This browser keeps nothing for this page (its storage is full or switched off). What you did is here until you " +
  "close the page: download your record first.";

/**
 * @param {string} course each course has entries of its own, even where several share a host
 * @param {Storage | null} storage
 */
export function entryStorage(course, storage) {
  const prefix = `${course}/entry/`;
  return {
    read() {
      const keys = storage ? Object.keys(storage).filter((key) => key.startsWith(prefix)) : [];
      return keys.map((key) => parseEntry(storage?.getItem(key) ?? "")).filter((entry) => entry !== null);
    },

    /** @param {SavedEntry} entry */
    put(entry) {
      try {
        if (!storage) throw new Error("no storage");
        storage.setItem(prefix + entry.id, JSON.stringify(entry));
      } catch {
        throw new Error(REFUSED);
      }
    },

    /** @param {string} id */
    remove(id) {
      storage?.removeItem(prefix + id);
    },

    /**
     * Call `listener` with each entry that another page of the course writes.
     *
     * @param {(entry: SavedEntry) => void} listener
     */
    watch(listener) {
      globalThis.addEventListener?.("storage", ({ key, newValue }) => {
        const entry = key?.startsWith(prefix) && newValue ? parseEntry(newValue) : null;
        if (entry) listener(entry);
      });
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
    return entry && ["id", "at", "what"].every((field) => typeof entry[field] === "string") ? entry : null;
  } catch {
    return null;
  }
}
