// The model that the parts speak to where there is no kernel, in place of anywidget's.

/** @import { Model, SavedEntry } from "../parts/base/types.js" */
/** @import { RecordStore } from "./types.js" */

/**
 * A listener that fails keeps no other from being called.
 *
 * @param {() => void} listener
 */
export function callSafely(listener) {
  try {
    listener();
  } catch (trouble) {
    console.error(trouble);
  }
}

/**
 * Make what anywidget gives a module: get, set, save_changes, on, off, send. `state` is the record's, shared by all
 * parts of the page; the other traits begin with `values`.
 *
 * @param {Record<string, any>} values
 * @param {RecordStore} record
 * @returns {Model & { send: () => void }}
 */
export function modelOf(values, record) {
  /** @type {{ outbox: SavedEntry[], saved: string[], trouble: string, [name: string]: any }} */
  const traits = { outbox: [], saved: [], trouble: "", record_id: record.id, ...values };
  /** @type {Map<string, Set<() => void>>} by event */
  const listeners = new Map();
  const notify = (/** @type {string} */ event) => [...(listeners.get(event) ?? [])].forEach(callSafely);
  record.watch(() => notify("change:state"));
  /** @type {Model & { send: () => void }} */
  const model = {
    get: (name) => (name === "state" ? record.state : traits[name]),
    set(name, value) {
      if (model.get(name) === value) return;
      if (name === "state") {
        record.state = value;
        return;
      }
      traits[name] = value;
      notify(`change:${name}`);
    },
    save_changes() {
      if (!traits.outbox.length) return;
      const sent = traits.outbox;
      traits.outbox = [];
      try {
        const saved = record.keep(sent);
        model.set("trouble", "");
        model.set("saved", saved);
      } catch (refused) {
        model.set("trouble", /** @type {Error} */ (refused).message);
      }
    },
    on(event, listener) {
      listeners.set(event, (listeners.get(event) ?? new Set()).add(listener));
    },
    off(event, listener) {
      if (listener) listeners.get(event)?.delete(listener);
    },
    send() {}, // no kernel hears
  };
  return model;
}
