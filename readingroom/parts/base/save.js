// Saving what a reader does. The model has `state` (what is known now), `outbox` (entries on their way), `saved` (ids
// of the entries that are on the disk), `record_id` and `trouble` (a sentence, when they could not be written). Nothing
// is called saved before it is. Where the disk itself is not kept, `fleeting` is true: see download-record.js.

/** @import { Entry, Model, SavedEntry, SaveStatus, Saver, StatusListener } from "./types.js" */

import { downloadOffer } from "./download-record.js";
import { sendAgain } from "./send-again.js";
import { unsavedEntries } from "./unsaved.js";

const PATIENCE = 8000; // milliseconds
const NO_ANSWER =
  "Not saved yet: the notebook's kernel does not answer. Choose Run, then Run All Cells: what you did on this page " +
  "is kept in this browser and is saved then.";

// Browsers keep randomUUID for pages served safely; a class's plain-http server must do as well.
function newId() {
  if (crypto.randomUUID) return crypto.randomUUID();
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

/**
 * @param {Model} model
 * @returns {Saver}
 */
export function createSaver(model) {
  /** @type {Map<string, SavedEntry>} */
  const pending = new Map();
  /** @type {Set<StatusListener>} */
  const listeners = new Set();
  const offered = model.get("fleeting") ? downloadOffer(model) : null;
  const notify = () => listeners.forEach((listener) => listener(status()));
  const unsaved = unsavedEntries(model.get("record_id"));
  const sending = sendAgain(model, "outbox", () => [...pending.values()]);
  let isUnanswered = false;
  let patience = 0;

  /** @returns {SaveStatus} */
  function status() {
    if (isUnanswered) return { kind: "trouble", message: NO_ANSWER };
    if (model.get("trouble")) return { kind: "trouble", message: model.get("trouble") };
    return pending.size ? { kind: "saving", message: "Saving …" } : { kind: "saved", message: "Saved" };
  }

  function confirmSaved() {
    /** @type {string[]} */
    const saved = model.get("saved");
    for (const id of saved) pending.delete(id);
    unsaved.change((entries) => {
      for (const id of saved) delete entries[id];
    });
    if (!pending.size) {
      isUnanswered = false;
      clearTimeout(patience);
      sending.answered();
    }
    notify();
  }

  function send() {
    model.set("outbox", [...pending.values()]);
    model.save_changes();
    sending.untilAnswered();
    clearTimeout(patience);
    patience = setTimeout(() => {
      isUnanswered = pending.size > 0 && !model.get("trouble");
      notify();
    }, PATIENCE);
    notify();
  }

  // What an earlier page could not get saved, as far as this part shows it.
  function resendUnsaved() {
    for (const { entry, place, subject } of unsaved.sendable()) {
      if (!place || !Object.hasOwn(model.get("state"), place)) continue;
      putIntoState(entry, place, subject ?? "");
      pending.set(entry.id, entry);
    }
    if (pending.size) send();
  }

  /**
   * @param {SavedEntry} entry
   * @param {string} place
   * @param {string} subject
   */
  function putIntoState(entry, place, subject) {
    const state = model.get("state");
    const values = Object.fromEntries(Object.entries(entry).filter(([field]) => field !== "what"));
    // As the record's own fold does it: the first answer is remembered.
    if (place === "answers") values.first = firstOf(state[place]?.[subject]) ?? entry.fraction;
    model.set("state", { ...state, [place]: { ...state[place], [subject]: values } });
  }

  /**
   * @param {Entry} entry
   * @param {string} [place]
   * @param {string} [subject]
   */
  function save(entry, place, subject) {
    const stamped = { id: newId(), at: new Date().toISOString(), ...entry };
    if (place) putIntoState(stamped, place, subject ?? "");
    pending.set(stamped.id, stamped);
    unsaved.change((entries) => {
      entries[stamped.id] = { entry: stamped, place, subject };
    });
    send();
    return stamped;
  }

  function tellTrouble() {
    if (model.get("trouble")) sending.answered();
    notify();
  }

  model.on("change:saved", confirmSaved);
  model.on("change:trouble", tellTrouble);
  resendUnsaved();
  return {
    save,
    offered,
    watch(listener) {
      listeners.add(listener);
      if (pending.size || model.get("trouble")) listener(status());
      return () => listeners.delete(listener);
    },
    stop() {
      clearTimeout(patience);
      sending.answered();
      model.off("change:saved", confirmSaved);
      model.off("change:trouble", tellTrouble);
      listeners.clear();
      offered?.stop();
    },
  };
}

/** @param {{ first?: number, fraction?: number } | undefined} answer */
const firstOf = (answer) => answer?.first ?? answer?.fraction;

/**
 * Let a line of text say whether things are saved; `quietly`, the first "Saved" is left out.
 *
 * @param {Saver} saver
 * @param {HTMLElement} element
 * @param {boolean} quietly
 */
export function showSaveStatus(saver, element, quietly = true) {
  let isShown = false;
  return saver.watch(({ kind, message }) => {
    if (quietly && kind === "saved" && !isShown) return;
    isShown = true;
    element.textContent = message;
    element.dataset.kind = kind;
    if (kind === "trouble") element.setAttribute("role", "alert");
    else element.removeAttribute("role");
    if (kind !== "trouble") saver.offered?.after(element);
  });
}
