// Votes beside the ledger, as counts.

import assert from "node:assert/strict";
import test from "node:test";

import { tally } from "../../readingroom/parts/claims/vote-summary.js";

const BALLOTS = { fact: [{ vote: "accurate" }, { vote: "false" }] };
const claim = (id, stands, verdict = "v") => ({ id, ballot: "fact", stands, verdict });
// Votes on claims by id, beside what the ledger says.
const counted = (claims, votes) =>
  tally(claims, BALLOTS, Object.fromEntries(Object.entries(votes).map(([id, vote]) => [id, { vote }])));

test("all claims are counted, voted on or not", () => {
  assert.equal(counted([claim("a", "accurate"), claim("b", "false")], {}).all, 2);
});

test("a claim without a vote is not compared", () => {
  const { voted, compared } = counted([claim("a", "accurate")], {});

  assert.deepEqual([voted, compared], [0, 0]);
});

test("a vote that was taken back is none", () => {
  assert.equal(counted([claim("a", "accurate")], { a: "" }).voted, 0);
});

test("a vote as the ledger has it agrees", () => {
  const { agreed, differed } = counted([claim("a", "false")], { a: "false" });

  assert.deepEqual([agreed, differed], [1, 0]);
});

test("another vote differs", () => {
  const { agreed, differed } = counted([claim("a", "false")], { a: "accurate" });

  assert.deepEqual([agreed, differed], [0, 1]);
});

test("a vote on what the ledger leaves open counts as a vote alone", () => {
  const { voted, compared, agreed, differed } = counted([claim("a", "")], { a: "accurate" });

  assert.deepEqual([voted, compared, agreed, differed], [1, 0, 0, 0]);
});

test("the first option is measured by the claims that were compared", () => {
  const claims = [claim("a", "accurate"), claim("b", "false"), claim("c", "accurate")];

  assert.equal(counted(claims, { a: "false", b: "false" }).first, 1);
});

test("a vote for a claim that is not here is not counted", () => {
  assert.equal(counted([claim("a", "accurate")], { z: "accurate" }).voted, 0);
});

test("each verdict has its votes, in the order of the claims", () => {
  const claims = [claim("a", "accurate", "holds"), claim("b", "false", "fails"), claim("c", "accurate", "holds")];

  assert.deepEqual(counted(claims, { a: "accurate", b: "false", c: "false" }).verdicts, [
    { verdict: "holds", voted: 2, agreed: 1 },
    { verdict: "fails", voted: 1, agreed: 1 },
  ]);
});

test("what agrees under one verdict does not count under another", () => {
  const claims = [claim("a", "accurate", "holds"), claim("b", "accurate", "holds"), claim("c", "false", "fails")];

  assert.deepEqual(counted(claims, { a: "accurate", b: "accurate", c: "accurate" }).verdicts, [
    { verdict: "holds", voted: 2, agreed: 2 },
    { verdict: "fails", voted: 1, agreed: 0 },
  ]);
});

test("a verdict without a vote to compare is left out", () => {
  assert.deepEqual(counted([claim("a", "accurate"), claim("b", "")], { b: "accurate" }).verdicts, []);
});
