// Entries of the record in the browser's storage, an entry a key.

import assert from "node:assert/strict";
import test from "node:test";

import { FakeStorage, FullStorage } from "./fake-storage.mjs";
import { entryStorage, parseEntry } from "../../readingroom/site/entry-storage.js";

const ENTRY = { id: "e", at: "2026-01-01", what: "vote" };
const LINE = JSON.stringify(ENTRY);

test("an entry is written under its course and its id", () => {
  const storage = new FakeStorage();

  entryStorage("course", storage).put(ENTRY);

  assert.deepEqual({ ...storage }, { "course/entry/e": LINE });
});

test("an entry that was written is read", () => {
  assert.deepEqual(entryStorage("course", new FakeStorage({ "course/entry/e": LINE })).read(), [ENTRY]);
});

test("an entry of another course is not read", () => {
  assert.deepEqual(entryStorage("course", new FakeStorage({ "other/entry/e": LINE })).read(), []);
});

test("what is no entry is not read", () => {
  assert.deepEqual(entryStorage("course", new FakeStorage({ "course/entry/e": "{" })).read(), []);
});

test("an entry is removed", () => {
  const storage = new FakeStorage({ "course/entry/e": LINE, "course/entry/f": LINE });

  entryStorage("course", storage).remove("e");

  assert.deepEqual(Object.keys(storage), ["course/entry/f"]);
});

for (const [what, storage] of [
  ["that is full", new FullStorage()],
  ["that there is not", null],
]) {
  test(`a storage ${what} refuses an entry with a sentence`, () => {
    assert.throws(() => entryStorage("course", storage).put(ENTRY), /This browser keeps nothing .* record first\.$/);
  });
}

test("without a storage there is nothing to read", () => {
  assert.deepEqual(entryStorage("course", null).read(), []);
});

// What a page notices when another page changes the storage.
function noticed(change) {
  let hear = null;
  globalThis.addEventListener = (type, listener) => (hear = type === "storage" ? listener : hear);
  const told = [];
  entryStorage("course", new FakeStorage()).watch(
    (entry) => told.push(entry),
    (id) => told.push(`without ${id}`),
    () => told.push("anything"),
  );
  hear(change);
  return told;
}

test("what another page of the course writes is noticed", () => {
  assert.deepEqual(noticed({ key: "course/entry/e", newValue: LINE }), [ENTRY]);
});

for (const [what, change] of [
  ["of another course", { key: "other/entry/e", newValue: LINE }],
  ["that cannot be read", { key: "course/entry/e", newValue: "{" }],
]) {
  test(`an entry ${what} is not noticed`, () => {
    assert.deepEqual(noticed(change), []);
  });
}

test("what another page takes away is noticed, and that the storage was emptied", () => {
  assert.deepEqual(noticed({ key: "course/entry/e", newValue: null }), ["without e"]);
  assert.deepEqual(noticed({ key: "other/entry/e", newValue: null }), []);
  assert.deepEqual(noticed({ key: null, newValue: null }), ["anything"]);
});

test("a line of the record is an entry", () => {
  assert.deepEqual(parseEntry(LINE), ENTRY);
});

for (const line of ["", "null", "7", "[]", "{}", '{"id": "e", "at": "1"}', '{"id": 1, "at": "1", "what": "vote"}']) {
  test(`the line ${line || "without a letter"} is no entry`, () => {
    assert.equal(parseEntry(line), null);
  });
}
