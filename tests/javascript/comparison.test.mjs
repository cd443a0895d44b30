// What first answers and votes add up to.

import assert from "node:assert/strict";
import test from "node:test";

import {
  changeInWords,
  comparePairs,
  countVotes,
  firstFraction,
  fractionInWords,
  score,
} from "../../readingroom/parts/gain/comparison.js";

const PAIRS = [
  { topic: "One", before: "a", after: "x" },
  { topic: "Two", before: "b", after: "y" },
  { topic: "Three", before: "c", after: "z" },
];

test("only pairs answered both times are summed", () => {
  const answers = { a: { first: 0 }, x: { first: 1 }, b: { first: 0.5 }, y: { first: 0.75 }, c: { first: 1 } };

  const { pairs, before, after, answeredBefore, answeredAfter } = comparePairs(PAIRS, answers);

  assert.deepEqual([pairs, before, after, answeredBefore, answeredAfter], [2, 0.5, 1.75, 3, 2]);
});

test("the first try counts, whatever came later", () => {
  assert.equal(firstFraction({ a: { first: 0.25, fraction: 1, tries: 4 } }, "a"), 0.25);
});

test("an item of which every object has a property was not answered", () => {
  assert.equal(firstFraction({}, "constructor"), null);
});

test("votes on claims that the course no longer has are not counted", () => {
  const votes = { duma: { vote: "wrong" }, gone: { vote: "wrong" }, oil: { vote: "accurate" } };

  assert.deepEqual(countVotes({ duma: "wrong", oil: "imprecise", bases: "accurate" }, votes), { given: 2, agree: 1 });
});

test("a change has a word, and none where one of the two is missing", () => {
  const words = [
    [0, 1],
    [1, 0.5],
    [1, 1],
    [0.5, 0.5],
    [null, 1],
  ].map(([before, after]) => changeInWords({ topic: "", before, after }));

  assert.deepEqual(words, ["gained", "lost", "knew it, know it", "no change", ""]);
});

test("a share is said in words", () => {
  assert.deepEqual([null, 0, 0.333, 1].map(fractionInWords), [
    "not answered",
    "not right",
    "33 per cent right",
    "right",
  ]);
});

test("sums have one decimal where they need one", () => {
  assert.deepEqual([3, 2.5, 2.666].map(score), ["3", "2.5", "2.7"]);
});
