// The model that the parts speak to where there is no kernel, and the record behind it, kept in the browser's storage: an entry a
// key, so that two pages open at once never write over one another.

import { after, fold, oldestFirst } from "./progress.js";

// Of what is written letter by letter, only the latest version of this visit is kept.
const OVERWRITTEN = { draft: "item", note: "paragraph", setting: "name" };
const REFUSED =
  "This browser keeps nothing for this page (its storage is full or switched off). What you did is here until you close the page: download your record first.";

// Each course has entries of its own, even where several share a host.
const courseOfPage = () => JSON.parse(document.getElementById("course")?.textContent ?? "{}").id ?? "";

export function openRecord(course = courseOfPage(), storage = storageHere()) {
  const KEY = `${course}/entry/`;
  const held = new Map();
  const written = new Map();
  const hearers = new Set();
  for (const key of storage ? Object.keys(storage) : []) if (key.startsWith(KEY)) hold(parse(storage.getItem(key)));
  let state = fold(entries());

  function entries() {
    return oldestFirst(held.values());
  }
  function hold(entry) {
    if (entry) held.set(entry.id, entry);
  }
  function tell() {
    hearers.forEach((hear) => hear());
  }

  // Keeps entries and returns the ids of all; they are on the page even where the browser refuses them, which throws.
  function keep(given) {
    const fresh = given.filter((entry) => !held.has(entry.id));
    fresh.forEach(hold);
    given.forEach(put);
    fresh.forEach(overwrite);
    tell();
    return given.map((entry) => entry.id);
  }

  function overwrite(entry) {
    const subject = OVERWRITTEN[entry.what] && `${entry.what} ${entry[OVERWRITTEN[entry.what]]}`;
    if (!subject) return;
    const last = written.get(subject);
    if (last) {
      held.delete(last);
      storage.removeItem(KEY + last);
    }
    written.set(subject, entry.id);
  }

  // Adds the entries of a downloaded text; returns how many were new and how many lines could not be read.
  function restore(text) {
    const lines = text.split("\n").filter((line) => line.trim());
    const found = lines.map(parse);
    if (!found.some(Boolean)) throw new Error("This is not a record of this program; nothing was changed.");
    const fresh = [
      ...new Map(found.filter((entry) => entry && !held.has(entry.id)).map((entry) => [entry.id, entry])).values(),
    ];
    fresh.forEach(hold);
    state = fold(entries());
    tell();
    fresh.forEach(put);
    return [fresh.length, found.filter((entry) => !entry).length];
  }

  function put(entry) {
    try {
      storage.setItem(KEY + entry.id, JSON.stringify(entry));
    } catch {
      throw new Error(REFUSED);
    }
  }

  // What another page of the course writes is taken up as it comes.
  globalThis.addEventListener?.("storage", ({ key, newValue }) => {
    const entry = key?.startsWith(KEY) && newValue ? parse(newValue) : null;
    if (!entry || held.has(entry.id)) return;
    hold(entry);
    state = after(state, entry);
    tell();
  });

  return {
    entries,
    keep,
    restore,
    get state() {
      return state;
    },
    set state(value) {
      state = value;
      tell();
    },
    text: () =>
      entries()
        .map((entry) => `${JSON.stringify(entry)}\n`)
        .join(""),
    watch(hear) {
      hearers.add(hear);
      return () => hearers.delete(hear);
    },
  };
}

function storageHere() {
  try {
    return globalThis.localStorage;
  } catch {
    return null;
  }
}

function parse(line) {
  try {
    const entry = JSON.parse(line);
    return entry && ["id", "at", "what"].every((field) => typeof entry[field] === "string") ? entry : null;
  } catch {
    return null;
  }
}

// What anywidget gives a module: get, set, save_changes, on, off, send. `state` is the record's, shared by all parts of the page.
export function modelOf(values, record) {
  const held = { outbox: [], saved: [], trouble: "", ...values };
  const hearers = new Map();
  const tell = (name) => [...(hearers.get(name) ?? [])].forEach((hear) => hear());
  record.watch(() => tell("change:state"));
  const model = {
    get: (name) => (name === "state" ? record.state : held[name]),
    set(name, value) {
      if (model.get(name) === value) return;
      if (name === "state") {
        record.state = value;
        return;
      }
      held[name] = value;
      tell(`change:${name}`);
    },
    save_changes() {
      if (!held.outbox.length) return;
      const sent = held.outbox;
      held.outbox = [];
      try {
        const saved = record.keep(sent);
        model.set("trouble", "");
        model.set("saved", saved);
      } catch (refused) {
        model.set("trouble", refused.message);
      }
    },
    on(name, hear) {
      hearers.set(name, (hearers.get(name) ?? new Set()).add(hear));
    },
    off(name, hear) {
      hearers.get(name)?.delete(hear);
    },
    send() {}, // no kernel hears
  };
  return model;
}
