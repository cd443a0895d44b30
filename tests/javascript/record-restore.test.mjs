// The record as a text: how it is written, and what is restored from it.

import assert from "node:assert/strict";
import test from "node:test";

import { FakeStorage, FullStorage, SmallStorage } from "./fake-storage.mjs";
import { openRecord } from "../../readingroom/site/record-store.js";

const vote = (id, more = {}) => ({ id, at: "2026-01-01", what: "vote", claim: "c", vote: "x", ...more });
const line = (entry) => `${JSON.stringify(entry)}\n`;
const stored = (...entries) =>
  new FakeStorage(Object.fromEntries(entries.map((entry) => [`course/entry/${entry.id}`, JSON.stringify(entry)])));

test("the text of a record has a line for each entry", () => {
  assert.equal(openRecord("course", stored(vote("a"), vote("b"))).text(), line(vote("a")) + line(vote("b")));
});

test("a restored record is added, counted and kept", () => {
  const storage = stored(vote("a"));
  const record = openRecord("course", storage);

  assert.deepEqual(record.restore(line(vote("a")) + line(vote("b", { at: "2026-01-02", vote: "y" }))), [1, 0]);
  assert.equal(record.state.votes.c.vote, "y");
  assert.deepEqual(Object.keys(storage), ["course/entry/a", "course/entry/b"]);
});

test("an entry that stands twice in a text is restored once", () => {
  assert.deepEqual(openRecord("course", new FakeStorage()).restore(line(vote("a")) + line(vote("a"))), [1, 0]);
});

test("lines that cannot be read are counted, empty ones are not", () => {
  assert.deepEqual(openRecord("course", new FakeStorage()).restore(`${line(vote("a"))}\n \nnonsense`), [1, 1]);
});

test("a text without an entry is no record and changes nothing", () => {
  const record = openRecord("course", new FakeStorage());

  assert.throws(() => record.restore("nonsense\n"), /not a record of this program; nothing was changed/);
  assert.deepEqual(record.entries(), []);
});

test("a line nested deeper than a browser can write is counted as one that cannot be read", () => {
  const deep = `{"id": "d", "at": "2026-01-01", "what": "vote", "claim": ${"[".repeat(9000)}${"]".repeat(9000)}}\n`;

  assert.deepEqual(openRecord("course", new FakeStorage()).restore(line(vote("a")) + deep), [1, 1]);
});

const many = (count) => Array.from({ length: count }, (_, i) => line(vote(`v${i}`))).join("");

for (const [what, storage, says] of [
  ["that has no room for all of it", new SmallStorage(50), /There is no room .* nothing of it was restored/],
  ["that is full", new FullStorage(), /There is no room/],
  ["that is switched off", null, /storage is switched off/],
]) {
  test(`a record is not restored at all into a storage ${what}`, () => {
    const record = openRecord("course", storage);

    assert.throws(() => record.restore(many(200)), says);
    assert.deepEqual([record.entries(), Object.keys(storage ?? {}), record.state.votes], [[], [], {}]);
  });
}

test("what was in the record stays where another cannot be restored, and saving goes on", () => {
  const storage = new SmallStorage(50, { ...stored(vote("a"), vote("b")) });
  const record = openRecord("course", storage);

  assert.throws(() => record.restore(many(200)));
  record.keep([vote("c")]);

  assert.deepEqual(
    Object.keys(storage),
    ["a", "b", "c"].map((id) => `course/entry/${id}`),
  );
});

test("a restored record that does not fit its kind is kept and adds up to nothing", () => {
  const storage = new FakeStorage();
  const record = openRecord("course", storage);

  assert.deepEqual(record.restore(line(vote("a", { vote: 7 }))), [1, 0]);
  assert.deepEqual([record.entries().length, record.state.votes, Object.keys(storage).length], [1, {}, 1]);
});
