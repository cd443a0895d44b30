// Saving: what could not be saved is kept in the browser and sent again.

import assert from "node:assert/strict";
import test from "node:test";

import { FakeStorage, FullStorage } from "./fake-storage.mjs";
import { KEY, saving, VOTE } from "./saving.mjs";

const left = (entries) => new FakeStorage({ [KEY]: JSON.stringify(entries) });
const earlier = { id: "e", at: "2026-01-01", ...VOTE };

test("what an earlier page could not get saved is shown and sent again", (t) => {
  const { model, statuses } = saving(t, { storage: left({ e: { entry: earlier, place: "votes", subject: "c" } }) });

  assert.deepEqual(model.get("outbox"), [earlier]);
  assert.deepEqual(model.get("state"), { votes: { c: { id: "e", at: "2026-01-01", claim: "c", vote: "x" } } });
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

test("what another record on this host could not get saved is left to that one", (t) => {
  const another = JSON.stringify({ e: { entry: earlier, place: "votes", subject: "c" } });
  const storage = new FakeStorage({ "readingroom-unsaved/another": another });

  const { model } = saving(t, { storage });

  assert.deepEqual(model.get("outbox"), []);
  assert.equal(storage.getItem("readingroom-unsaved/another"), another);
});

test("what was left before records had places of their own is sent, and lies with its record from then on", (t) => {
  const storage = new FakeStorage({
    "readingroom-unsaved": JSON.stringify({ e: { entry: earlier, place: "votes", subject: "c" } }),
  });
  const page = saving(t, { storage });

  page.saver.save(VOTE);

  assert.deepEqual(page.model.get("outbox").length, 2);
  assert.deepEqual([page.unsaved().length, storage.getItem("readingroom-unsaved")], [2, null]);
});

for (const [what, storage] of [
  ["is full", new FullStorage()],
  ["holds nonsense", new FakeStorage({ [KEY]: "{" })],
  ["holds nothing", new FakeStorage({ [KEY]: "null" })],
  ["holds a list", new FakeStorage({ [KEY]: "[null]" })],
  ["holds what is no entry", left({ a: null, b: 5, c: {}, d: { entry: [], place: "votes", subject: "c" } })],
]) {
  test(`a storage that ${what} keeps nobody from saving`, (t) => {
    const { saver, model } = saving(t, { storage });

    const entry = saver.save(VOTE);

    assert.deepEqual(model.get("outbox"), [entry]);
  });
}
