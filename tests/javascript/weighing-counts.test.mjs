// Claims counted by verdict and by what hangs on them.

import assert from "node:assert/strict";
import test from "node:test";

import { agreedInCell, inCell, readersJudgements, weightInWords } from "../../readingroom/parts/weighing/counts.js";

const materialities = { light: "", middle: "", heavy: "" };
const ballots = {
  fact: [{ vote: "accurate" }, { vote: "imprecise" }, { vote: "cannot" }],
  forecast: [{ vote: "will" }],
};
const claim = (id, verdict, materiality, ballot = "fact") => ({ id, ballot, verdict, materiality });
const judged = (verdict, materiality) => ({ verdict, materiality });

test("a cell holds the claims of its verdict and its step", () => {
  const claims = [claim("a", "wrong", "light"), claim("b", "wrong", "heavy"), claim("c", "accurate", "light")];

  assert.deepEqual(
    inCell(claims, "wrong", "light").map(({ id }) => id),
    ["a"],
  );
});

test("the reader has judged a claim once it is voted on and weighed", () => {
  const claims = [claim("a", "", ""), claim("b", "", ""), claim("c", "", "")];
  const votes = { a: { vote: "imprecise" }, b: { vote: "accurate" } };
  const weighings = { a: { materiality: "heavy" }, c: { materiality: "light" } };

  assert.deepEqual(readersJudgements({ claims, ballots, materialities }, { votes, weighings }), [
    judged("imprecise", "heavy"),
  ]);
});

test("who votes that it cannot be checked says that it is not checkable", () => {
  const given = { votes: { a: { vote: "cannot" } }, weighings: { a: { materiality: "light" } } };

  assert.equal(
    readersJudgements({ claims: [claim("a", "", "")], ballots, materialities }, given)[0].verdict,
    "not checkable",
  );
});

test("a reader with nothing in the record has judged nothing", () => {
  assert.deepEqual(readersJudgements({ claims: [claim("a", "", "")], ballots, materialities }, {}), []);
});

test("of each kind of fault the words say how many bear on the argument", () => {
  const judgements = [judged("imprecise", "light"), judged("wrong", "heavy"), judged("contested", "heavy")];

  assert.deepEqual(weightInWords(judgements, materialities), [
    "Imprecise or wrong: 2 claims, of which 1 bears on the argument.",
    "Contested or not checkable: 1 claim, of which 1 bears on the argument.",
  ]);
});

test("none and several are said as such", () => {
  const judgements = [judged("wrong", "light"), judged("contested", "heavy"), judged("contested", "heavy")];

  assert.deepEqual(weightInWords(judgements, materialities), [
    "Imprecise or wrong: 1 claim, of which 0 bear on the argument.",
    "Contested or not checkable: 2 claims, of which 2 bear on the argument.",
  ]);
});

test("a kind of fault that no claim has is left out", () => {
  assert.deepEqual(weightInWords([judged("accurate", "heavy")], materialities), []);
});

test("of a cell it is counted how many the reader weighed, and on how many both agree", () => {
  const claims = [claim("a", "wrong", "light"), claim("b", "wrong", "light"), claim("c", "wrong", "light")];
  const weighings = { a: { materiality: "light" }, b: { materiality: "heavy" } };

  assert.deepEqual(agreedInCell(claims, materialities, { weighings }), { weighed: 2, agreed: 1 });
});
