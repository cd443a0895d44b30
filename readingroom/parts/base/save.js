// Keeping what a reader does. The model has `state` (what is known now), `outbox` (entries on their way), `saved` (ids of the
// entries that are on the disk) and `trouble` (a sentence, when they could not be written). Nothing is called saved before it is.
// Where the disk itself is not kept, `fleeting` is true: see taking.js.

import { offer } from "./download-record.js";

// Browsers keep randomUUID for pages served safely; a class's plain-http server must do as well.
function newId() {
  return (
    crypto.randomUUID?.() ??
    [...crypto.getRandomValues(new Uint8Array(16))].map((b) => b.toString(16).padStart(2, "0")).join("")
  );
}

// Entries on their way also lie in the browser's storage, so that a kernel that is gone, or a page closed too soon, loses nothing:
// the next part that is shown sends them again. The record knows their ids and takes each once.
const WAITING = "readingroom-unsaved";
const PATIENCE = 8000;
const UNHEARD =
  "Not saved yet: the notebook's kernel does not answer. Choose Run, then Run All Cells: what you did on this page is kept in this browser and is saved then.";

function waiting() {
  try {
    return JSON.parse(localStorage.getItem(WAITING) ?? "{}");
  } catch {
    return {};
  }
}

function remember(change) {
  try {
    const all = waiting();
    change(all);
    localStorage.setItem(WAITING, JSON.stringify(all));
  } catch {
    /* no storage here: the page itself still holds the entries */
  }
}

export function keeper(model) {
  const pending = new Map();
  const watchers = new Set();
  let unheard = false,
    patience = 0;
  const offered = model.get("fleeting") ? offer(model) : null;
  const report = () => watchers.forEach((tell) => tell(status()));

  function status() {
    if (unheard) return { kind: "trouble", says: UNHEARD };
    if (model.get("trouble")) return { kind: "trouble", says: model.get("trouble") };
    return pending.size ? { kind: "saving", says: "Saving …" } : { kind: "saved", says: "Saved" };
  }

  function confirm() {
    const saved = model.get("saved");
    for (const id of saved) pending.delete(id);
    remember((all) => {
      for (const id of saved) delete all[id];
    });
    if (!pending.size) heard();
    report();
  }

  function heard() {
    unheard = false;
    clearTimeout(patience);
  }

  function send() {
    model.set("outbox", [...pending.values()]);
    model.save_changes();
    clearTimeout(patience);
    patience = setTimeout(() => {
      unheard = pending.size > 0 && !model.get("trouble");
      report();
    }, PATIENCE);
    report();
  }

  // Take up what an earlier page could not get saved, as far as this part shows it.
  function takeUp() {
    for (const { entry, place, subject } of Object.values(waiting())) {
      if (!place || !(place in model.get("state"))) continue;
      show(entry, place, subject);
      pending.set(entry.id, entry);
    }
    if (pending.size) send();
  }

  function show(entry, place, subject) {
    const state = model.get("state");
    const { what, ...kept } = entry;
    model.set("state", { ...state, [place]: { ...state[place], [subject]: kept } });
  }

  function save(entry, place, subject) {
    const stamped = { id: newId(), at: new Date().toISOString(), ...entry };
    if (place) show(stamped, place, subject);
    pending.set(stamped.id, stamped);
    remember((all) => {
      all[stamped.id] = { entry: stamped, place, subject };
    });
    send();
    return stamped;
  }

  model.on("change:saved", confirm);
  model.on("change:trouble", report);
  takeUp();
  return {
    save,
    offered,
    watch(tell) {
      watchers.add(tell);
      if (pending.size) tell(status());
      return () => watchers.delete(tell);
    },
    stop() {
      clearTimeout(patience);
      model.off("change:saved", confirm);
      model.off("change:trouble", report);
      watchers.clear();
      offered?.stop();
    },
  };
}

// A small line of text that says whether things are kept.
export function keptLine(keep, element, quietly = true) {
  let shown = false;
  return keep.watch(({ kind, says }) => {
    if (quietly && kind === "saved" && !shown) return;
    shown = true;
    element.textContent = says;
    element.dataset.kind = kind;
    if (kind === "trouble") element.setAttribute("role", "alert");
    else element.removeAttribute("role");
    if (kind !== "trouble") keep.offered?.after(element);
  });
}
