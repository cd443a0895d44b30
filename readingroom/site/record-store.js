// The reader's record on a page without a kernel: its entries, kept in the browser, and what they add up to.

/** @import { SavedEntry } from "../parts/base/types.js" */
/** @import { RecordStore } from "./types.js" */

import { browserStorage, entryStorage, parseEntry } from "./entry-storage.js";
import { after, fold, oldestFirst } from "./progress.js";
import { callSafely } from "./widget-model.js";

/**
 * Of what is written letter by letter, only the latest version of this visit is kept.
 *
 * @type {Record<string, string>}
 */
const OVERWRITTEN = { draft: "item", note: "paragraph", setting: "name" };

const READ_AFTER = 100; // milliseconds
const courseOfPage = () => JSON.parse(document.getElementById("course")?.textContent ?? "{}").id ?? "";

/**
 * @param {string} course its id
 * @param {Storage | null} storage
 * @returns {RecordStore}
 */
export function openRecord(course = courseOfPage(), storage = browserStorage()) {
  const disk = entryStorage(course, storage);
  /** @type {Map<string, SavedEntry>} */
  const byId = new Map(disk.read().map((entry) => [entry.id, entry]));
  /** @type {Map<string, string>} the id last written on a subject during this visit */
  const latest = new Map();
  /** ids of what is in the storage, as far as this page knows */
  const stored = new Set(byId.keys());
  /** @type {Set<string>} ids of what was taken away during this visit */
  const cleared = new Set();
  /** @type {Set<() => void>} */
  const listeners = new Set();
  let state = fold(entries());

  function entries() {
    return oldestFirst(byId.values());
  }

  /** @param {SavedEntry} entry */
  function add(entry) {
    byId.set(entry.id, entry);
  }

  function notify() {
    listeners.forEach(callSafely);
  }

  /** @param {SavedEntry[]} sent */
  function keep(sent) {
    // What could not be stored before the record was cleared is sent again, and is not to come back.
    const wanted = sent.filter((entry) => !cleared.has(entry.id));
    const fresh = wanted.filter((entry) => !byId.has(entry.id));
    fresh.forEach(add);
    wanted.forEach(put);
    fresh.forEach(overwrite);
    notify();
    return sent.map((entry) => entry.id);
  }

  /** @param {SavedEntry} entry */
  function put(entry) {
    disk.put(entry);
    stored.add(entry.id);
  }

  /** @param {SavedEntry} entry */
  function overwrite(entry) {
    const subject = OVERWRITTEN[entry.what] && `${entry.what} ${entry[OVERWRITTEN[entry.what]]}`;
    if (!subject) return;
    const earlier = latest.get(subject);
    if (earlier) {
      byId.delete(earlier);
      stored.delete(earlier);
      disk.remove(earlier);
    }
    latest.set(subject, entry.id);
  }

  /**
   * @param {string} text
   * @returns {[number, number]}
   */
  function restore(text) {
    const lines = text.split("\n").filter((line) => line.trim());
    const readable = lines.map(parseEntry).filter((entry) => entry !== null);
    if (!readable.length) throw new Error("This is not a record of this program; nothing was changed.");
    const unknown = readable.filter((entry) => !byId.has(entry.id));
    const fresh = [...new Map(unknown.map((entry) => [entry.id, entry])).values()];
    disk.putAll(fresh);
    fresh.forEach(({ id }) => stored.add(id));
    fresh.forEach(add);
    addUp();
    return [fresh.length, lines.length - readable.length];
  }

  function clear() {
    disk.clear();
    [...byId.keys()].forEach((id) => cleared.add(id));
    byId.clear();
    stored.clear();
    latest.clear();
    addUp();
  }

  function addUp() {
    state = fold(entries());
    notify();
  }

  /** Take up what is in the storage now, and leave what other pages took away; what it refused stays on the page. */
  function readAgain() {
    const found = disk.read();
    const ids = new Set(found.map(({ id }) => id));
    stored.forEach((id) => ids.has(id) || byId.delete(id));
    stored.clear();
    ids.forEach((id) => stored.add(id));
    found.forEach(add);
    addUp();
  }

  /** @param {SavedEntry} entry */
  function takeUp(entry) {
    stored.add(entry.id);
    if (byId.has(entry.id)) return;
    add(entry);
    state = after(state, entry);
    notify();
  }

  let due = 0; // another page that clears the record takes entry after entry away
  const readAgainSoon = () => {
    clearTimeout(due);
    due = setTimeout(readAgain, READ_AFTER);
  };
  disk.watch(takeUp, (id) => stored.has(id) && readAgainSoon(), readAgain);

  return {
    id: course,
    entries,
    keep,
    restore,
    clear,
    get state() {
      return state;
    },
    set state(value) {
      state = value;
      notify();
    },
    text: () =>
      entries()
        .map((entry) => `${JSON.stringify(entry)}\n`)
        .join(""),
    watch(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
