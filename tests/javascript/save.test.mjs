// Saving: nothing is called saved before it is, and nothing is lost on its way.

import assert from "node:assert/strict";
import test from "node:test";

import { fakeModel } from "./fake-model.mjs";
import { FakeStorage, FullStorage } from "./fake-storage.mjs";
import { createSaver } from "../../readingroom/parts/base/save.js";

const KEY = "readingroom-unsaved";
const VOTE = { what: "vote", claim: "c", vote: "x" };

// A saver over a model and the browser's storage, its statuses, and time that passes when it is told to.
function saving(t, { storage = new FakeStorage(), state = { votes: {} }, ...traits } = {}) {
  t.mock.timers.enable({ apis: ["setTimeout"] });
  Object.defineProperty(globalThis, "localStorage", { value: storage, configurable: true });
  const model = fakeModel({ state, outbox: [], saved: [], trouble: "", fleeting: false, ...traits });
  const saver = createSaver(model);
  const statuses = [];
  saver.watch(({ kind }) => statuses.push(kind));
  const unsaved = () => Object.keys(JSON.parse(storage.getItem(KEY) ?? "{}"));
  return { model, saver, statuses, unsaved, pass: (milliseconds) => t.mock.timers.tick(milliseconds) };
}

const left = (entries) => new FakeStorage({ [KEY]: JSON.stringify(entries) });
const earlier = { id: "e", at: "1", ...VOTE };

test("an entry gets an id and a time", (t) => {
  const { id, at } = saving(t).saver.save(VOTE);

  assert.match(id, /^[0-9a-f-]{32,36}$/);
  assert.match(at, /^\d{4}-\d\d-\d\dT[\d:.]+Z$/);
});

test("two entries have two ids", (t) => {
  const { saver } = saving(t);

  assert.notEqual(saver.save(VOTE).id, saver.save(VOTE).id);
});

test("a browser without randomUUID makes an id of sixteen bytes", (t) => {
  const { saver } = saving(t);
  t.mock.method(crypto, "randomUUID").mock.restore();
  Object.defineProperty(crypto, "randomUUID", { value: undefined, configurable: true });
  t.after(() => delete crypto.randomUUID);

  assert.match(saver.save(VOTE).id, /^[0-9a-f]{32}$/);
});

test("an entry is sent", (t) => {
  const { saver, model } = saving(t);

  const entry = saver.save(VOTE);

  assert.deepEqual(model.get("outbox"), [entry]);
});

test("what is to be sent is sent at once", (t) => {
  const { saver, model } = saving(t);
  const sent = [];
  model.save_changes = () => sent.push(...model.get("outbox"));

  const entry = saver.save(VOTE);

  assert.deepEqual(sent, [entry]);
});

test("an entry that is not saved yet is sent again with the next", (t) => {
  const { saver, model } = saving(t);

  const entries = [saver.save(VOTE), saver.save(VOTE)];

  assert.deepEqual(model.get("outbox"), entries);
});

test("an entry that is saved is not sent again", (t) => {
  const { saver, model } = saving(t);
  model.set("saved", [saver.save(VOTE).id]);

  const later = saver.save(VOTE);

  assert.deepEqual(model.get("outbox"), [later]);
});

test("an entry stands in the state at once, without its kind", (t) => {
  const { saver, model } = saving(t, { state: { votes: { other: 1 }, notes: {} } });

  const { id, at } = saver.save(VOTE, "votes", "c");

  assert.deepEqual(model.get("state"), { votes: { other: 1, c: { id, at, claim: "c", vote: "x" } }, notes: {} });
});

test("an entry without a place leaves the state alone", (t) => {
  const { saver, model } = saving(t);

  saver.save(VOTE);

  assert.deepEqual(model.get("state"), { votes: {} });
});

test("an entry on its way lies in the browser until it is saved", (t) => {
  const { saver, model, unsaved } = saving(t);
  const { id } = saver.save(VOTE);
  assert.deepEqual(unsaved(), [id]);

  model.set("saved", [id]);

  assert.deepEqual(unsaved(), []);
});

test("what is on its way is not called saved", (t) => {
  const { saver, statuses } = saving(t);

  saver.save(VOTE);

  assert.deepEqual(statuses, ["saving"]);
});

test("what is on the disk is called saved", (t) => {
  const { saver, model, statuses } = saving(t);

  model.set("saved", [saver.save(VOTE).id]);

  assert.deepEqual(statuses, ["saving", "saved"]);
});

test("while one of two entries is on its way nothing is called saved", (t) => {
  const { saver, model, statuses } = saving(t);
  saver.save(VOTE);

  model.set("saved", [saver.save(VOTE).id]);

  assert.equal(statuses.at(-1), "saving");
});

test("a trouble is told in its own words", (t) => {
  const { saver, model } = saving(t);
  const messages = [];
  saver.watch(({ message }) => messages.push(message));

  model.set("trouble", "The disk is full.");

  assert.deepEqual(messages, ["The disk is full."]);
});

test("after eight seconds without an answer the kernel is said not to answer", (t) => {
  const { saver, statuses, pass } = saving(t);
  saver.save(VOTE);

  pass(7999);
  assert.deepEqual(statuses, ["saving"]);
  pass(1);
  assert.deepEqual(statuses, ["saving", "trouble"]);
});

test("an answer that comes late ends the trouble", (t) => {
  const { saver, model, statuses, pass } = saving(t);
  const { id } = saver.save(VOTE);
  pass(8000);

  model.set("saved", [id]);

  assert.equal(statuses.at(-1), "saved");
});

test("where everything was saved in time nothing is said later", (t) => {
  const { saver, model, statuses, pass } = saving(t);
  model.set("saved", [saver.save(VOTE).id]);

  pass(8000);

  assert.deepEqual(statuses, ["saving", "saved"]);
});

test("who watches no longer is told nothing", (t) => {
  const { saver } = saving(t);
  const statuses = [];
  const stop = saver.watch((status) => statuses.push(status));

  stop();
  saver.save(VOTE);

  assert.deepEqual(statuses, []);
});

test("a saver that was stopped tells nothing, whatever the model or the time brings", (t) => {
  const { saver, model, statuses, pass } = saving(t);
  saver.save(VOTE);

  saver.stop();
  model.set("trouble", "The disk is full.");
  pass(8000);

  assert.deepEqual(statuses, ["saving"]);
});

test("what an earlier page could not get saved is shown and sent again", (t) => {
  const { model, statuses } = saving(t, { storage: left({ e: { entry: earlier, place: "votes", subject: "c" } }) });

  assert.deepEqual(model.get("outbox"), [earlier]);
  assert.deepEqual(model.get("state"), { votes: { c: { id: "e", at: "1", claim: "c", vote: "x" } } });
  assert.deepEqual(statuses, ["saving"]);
});

for (const [what, unsaved] of [
  ["of another part", { entry: earlier, place: "notes", subject: "p" }],
  ["of no place", { entry: earlier }],
]) {
  test(`what an earlier page could not get saved ${what} is left to that one`, (t) => {
    const page = saving(t, { storage: left({ e: unsaved }) });

    assert.deepEqual([page.model.get("outbox"), page.unsaved()], [[], ["e"]]);
  });
}

for (const [what, storage] of [
  ["is full", new FullStorage()],
  ["holds nonsense", new FakeStorage({ [KEY]: "{" })],
]) {
  test(`a storage that ${what} keeps nobody from saving`, (t) => {
    const { saver, model } = saving(t, { storage });

    const entry = saver.save(VOTE);

    assert.deepEqual(model.get("outbox"), [entry]);
  });
}
