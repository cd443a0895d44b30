// Which entries fit: tests/entry_cases.json says it, as of learning/entry_schema.py.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";

import { isDeeper, readEntry } from "../../readingroom/parts/base/entry-schema.js";

const CASES = JSON.parse(readFileSync(new URL("../entry_cases.json", import.meta.url), "utf8"));
const NOTE = { id: "n", at: "2026-01-01T00:00:00Z", what: "note", paragraph: "p", text: "x" };

for (const { name, entry, fits } of CASES) {
  test(`${name} ${fits ? "fits" : "does not fit"}`, () => {
    assert.equal(readEntry(entry) !== null, fits);
  });
}

for (const odd of [null, undefined, 7, "note", [], [NOTE], { ...NOTE, more: NaN }, { ...NOTE, more: () => 1 }]) {
  test(`${JSON.stringify(odd)} of the type ${typeof odd} is no entry`, () => {
    assert.equal(readEntry(odd), null);
  });
}

test("half a character is replaced wherever it stands", () => {
  const note = { ...NOTE, text: "\ud83d!", more: { "\udc00": ["\u{1f600}"] } };

  assert.deepEqual(readEntry(note), { ...NOTE, text: "\ufffd!", more: { "\ufffd": ["\u{1f600}"] } });
});

test("what an entry has from its kind alone does not count", () => {
  assert.equal(readEntry(Object.create(NOTE)), null);
});

test("depth is counted in lists and tables", () => {
  assert.deepEqual([isDeeper({ a: [1] }, 2), isDeeper({ a: [1] }, 1), isDeeper(5, 0)], [false, true, false]);
});
