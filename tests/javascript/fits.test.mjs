// Whether a stored answer is one to its item as it is now: lines may have been renamed, removed or added since, and the
// kind may be another.

import assert from "node:assert/strict";
import test from "node:test";

import { castVote } from "../../readingroom/parts/claims/vote-summary.js";
import { KINDS } from "../../readingroom/parts/quiz/kinds/index.js";

const lines = (...ids) => ids.map((id) => ({ id }));
const ITEMS = {
  choice: { options: lines("a", "b") },
  passage: { options: lines("a", "b") },
  choices: { options: lines("a", "b") },
  order: { options: lines("a", "b") },
  match: { lefts: lines("a", "b"), rights: lines("x", "y") },
  sort: { cards: lines("a", "b"), bins: lines("x", "y") },
  number: {},
  short: {},
  table: { rows: lines("a"), columns: lines("x", "y") },
  written: { criteria: [{ id: "a", levels: [{ points: 0 }, { points: 2 }] }] },
};
const FITTING = {
  choice: ["a", "b", ""],
  passage: ["a"],
  choices: [["a"], ["b", "a"], []],
  order: [
    ["a", "b"],
    ["b", "a"],
  ],
  match: [
    { a: "x", b: "y" },
    { a: "x", b: "x" },
    { a: "", b: "x" },
  ],
  sort: [{ a: "x", b: "y" }],
  number: ["3.7", "", 3.7],
  short: ["words", "", "a", "b", "3.7"],
  table: [{ a: { x: "1", y: "" } }, { a: { x: 1 } }, {}],
  written: [{ a: 2 }, { a: "" }, {}],
};
// What fits an item of some other kind, or fitted this one before an edition.
const OTHERS = [
  ...[null, undefined, true, 5, "renamed", "__proto__", "constructor"],
  ...[["renamed"], ["a", "a"], ["a", "renamed"], ["a", "b", "c"], [5], [null], [["a"]]],
  ...[{ a: "renamed", b: "x" }, { a: "x", renamed: "x" }, { a: "x", b: "y", c: "x" }, { a: 5, b: "x" }, { a: null }],
  ...[
    { a: { x: { y: "1" } } },
    { a: { renamed: "1" } },
    { renamed: { x: "1" } },
    { a: ["x"] },
    { renamed: 2 },
    { a: 1 },
  ],
];
const all = [...Object.values(FITTING).flat(), ...OTHERS];
const text = (value) => JSON.stringify(value) ?? "undefined";
// Typed answers are whatever was typed.
const typed = (kind, response) =>
  (kind === "short" && typeof response === "string") ||
  (kind === "number" && ["string", "number"].includes(typeof response));

test("every kind is tried", () => {
  assert.deepEqual(Object.keys(ITEMS).sort(), Object.keys(KINDS).sort());
});

for (const [kind, item] of Object.entries(ITEMS)) {
  const fitting = FITTING[kind].map(text);
  for (const response of all) {
    const fits = fitting.includes(text(response)) || typed(kind, response) || alike(kind, text(response));
    test(`${text(response)} ${fits ? "is" : "is not"} an answer to the ${kind}`, () => {
      assert.equal(KINDS[kind].fits(item, response), fits);
    });
  }
}

// Kinds that take the same responses.
function alike(kind, response) {
  const twins = { match: ["sort"], sort: ["match"], choice: ["passage"], passage: ["choice"], choices: ["order"] };
  return (twins[kind] ?? []).some((twin) => FITTING[twin].map(text).includes(response));
}

for (const response of ["", "A text.", 5, null, { a: 2 }]) {
  test(`${text(response)} ${typeof response === "string" ? "is" : "is not"} a text of an exercise`, () => {
    assert.equal(KINDS.written.taskFits({}, response), typeof response === "string");
  });
}

const CLAIM = { id: "c", ballot: "fact" };
const BALLOTS = { fact: [{ vote: "accurate" }, { vote: "wrong" }] };

for (const [vote, cast] of [
  ["wrong", "wrong"],
  ["since renamed", ""],
  ["", ""],
]) {
  test(`the vote "${vote}" counts as "${cast}"`, () => {
    assert.equal(castVote(CLAIM, BALLOTS, { c: { vote } }), cast);
  });
}

test("a claim without a vote has none", () => {
  assert.equal(castVote(CLAIM, BALLOTS, {}), "");
});
