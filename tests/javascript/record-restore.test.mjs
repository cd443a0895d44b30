// The record as a text: how it is written, and what is restored from it.

import assert from "node:assert/strict";
import test from "node:test";

import { FakeStorage } from "./fake-storage.mjs";
import { openRecord } from "../../readingroom/site/record-store.js";

const vote = (id, more = {}) => ({ id, at: "1", what: "vote", claim: "c", ...more });
const line = (entry) => `${JSON.stringify(entry)}\n`;
const stored = (...entries) =>
  new FakeStorage(Object.fromEntries(entries.map((entry) => [`course/entry/${entry.id}`, JSON.stringify(entry)])));

test("the text of a record has a line for each entry", () => {
  assert.equal(openRecord("course", stored(vote("a"), vote("b"))).text(), line(vote("a")) + line(vote("b")));
});

test("a restored record is added, counted and kept", () => {
  const storage = stored(vote("a"));
  const record = openRecord("course", storage);

  assert.deepEqual(record.restore(line(vote("a")) + line(vote("b", { at: "2", vote: "y" }))), [1, 0]);
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
