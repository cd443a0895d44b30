// A saver to test, and all around it.

import { fakeModel } from "./fake-model.mjs";
import { FakeStorage } from "./fake-storage.mjs";
import { createSaver } from "../../readingroom/parts/base/save.js";

export const KEY = "readingroom-unsaved/mine";
export const VOTE = { what: "vote", claim: "c", vote: "x" };

// A saver over a model and the browser's storage, its statuses, and time that passes when it is told to.
export function saving(t, { storage = new FakeStorage(), state = { votes: {} }, ...traits } = {}) {
  t.mock.timers.enable({ apis: ["setTimeout"] });
  Object.defineProperty(globalThis, "localStorage", { value: storage, configurable: true });
  const model = fakeModel({ state, outbox: [], saved: [], trouble: "", fleeting: false, record_id: "mine", ...traits });
  const saver = createSaver(model);
  const statuses = [];
  saver.watch(({ kind }) => statuses.push(kind));
  const unsaved = () => Object.keys(JSON.parse(storage.getItem(KEY) ?? "{}"));
  return { model, saver, statuses, unsaved, pass: (milliseconds) => t.mock.timers.tick(milliseconds) };
}
