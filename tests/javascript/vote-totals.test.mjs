// All votes beside the ledger: in words, as a bar, by verdict.

import assert from "node:assert/strict";
import test from "node:test";

import "./fake-document.mjs";
import { fakeModel } from "./fake-model.mjs";
import { voteTotals } from "../../readingroom/parts/claims/vote-totals.js";

const materialities = { light: "", heavy: "" };
const ballots = { fact: [{ vote: "accurate" }, { vote: "false" }] };

// The totals of `count` claims that stand as accurate, of which the first have these votes.
function totals(count, votes, stands = "accurate") {
  const ids = Array.from({ length: count }, (_, i) => `c${i}`);
  const claims = ids.map((id) => ({ id, ballot: "fact", verdict: "holds", stands }));
  const state = { votes: Object.fromEntries(votes.map((vote, i) => [ids[i], { vote }])) };
  const shown = voteTotals({ claims, ballots, materialities }, fakeModel({ state }));
  shown.refresh();
  return shown.element;
}
const words = (...values) => totals(...values).querySelector("p").textContent;
const always = "Somebody who always said \u201caccurate\u201d or \u201cwill come true\u201d would have agreed on";

test("before any vote the words say so", () => {
  assert.equal(words(2, []), "No vote yet on 2 claims.");
});

test("a single claim is one claim", () => {
  assert.equal(words(1, []), "No vote yet on 1 claim.");
});

test("votes that nothing can be compared with are counted alone", () => {
  assert.equal(words(2, ["false"], ""), "You voted on 1 of 2 claims.");
});

test("few votes are said to say little", () => {
  assert.equal(
    words(3, ["accurate", "false"]),
    `You voted on 2 of 3 claims. 1 of 2 votes agrees with the ledger. ${always} 2. So few votes say little.`,
  );
});

test("eight votes are no longer few", () => {
  assert.equal(
    words(8, Array(8).fill("accurate")),
    `You voted on 8 of 8 claims. 8 of 8 votes agree with the ledger. ${always} 8.`,
  );
});

test("a piece of the bar is as wide as its votes are many", () => {
  const pieces = totals(6, ["accurate", "accurate", "false"]).querySelector(".rr-bar").children;

  assert.deepEqual(
    pieces.map((piece) => [piece.getAttribute("data-kind"), piece.style.flexGrow]),
    [
      ["agree", "2"],
      ["differ", "1"],
      ["open", "3"],
    ],
  );
});

test("the key names each piece with its number", () => {
  const key = totals(3, ["accurate", "false"]).querySelectorAll("li");

  assert.deepEqual(
    key.map((line) => line.textContent),
    ["you agree: 1", "you differ: 1", "no vote yet: 1"],
  );
});

test("votes that nothing can be compared with are a piece of their own", () => {
  const key = totals(1, ["false"], "").querySelectorAll("li");

  assert.deepEqual(
    key.map((line) => line.textContent),
    ["not comparable: 1"],
  );
});

test("the table has a row for each verdict", () => {
  const [, row] = totals(2, ["accurate", "false"]).querySelectorAll("tr");

  assert.deepEqual(
    row.children.map((cell) => cell.textContent),
    ["holds", "2", "1"],
  );
});

test("without a vote to compare the table is hidden", () => {
  assert.equal(totals(1, []).querySelector("details").hidden, true);
});

test("a record without votes is one without a vote", () => {
  const shown = voteTotals({ claims: [], ballots, materialities }, fakeModel({ state: {} }));

  shown.refresh();

  assert.equal(shown.element.querySelector("p").textContent, "No vote yet on 0 claims.");
});

test("the sums are not read aloud: after a vote its verdict is", () => {
  const shown = voteTotals({ claims: [], ballots, materialities }, fakeModel({ state: {} }));

  for (const line of shown.element.querySelectorAll("p")) assert.equal(line.getAttribute("role"), null);
});

test("votes that come later are counted at the next refresh", () => {
  const model = fakeModel({ state: { votes: {} } });
  const claims = [{ id: "a", ballot: "fact", verdict: "holds", stands: "" }];
  const shown = voteTotals({ claims, ballots, materialities }, model);
  model.set("state", { votes: { a: { vote: "false" } } });

  shown.refresh();

  assert.equal(shown.element.querySelector("p").textContent, "You voted on 1 of 1 claim.");
});

test("what hangs on the claims is counted in a line of its own, once there is something to count", () => {
  const claims = [{ id: "a", ballot: "fact", verdict: "holds", stands: "", materiality: "light" }];
  const model = fakeModel({ state: {} });
  const shown = voteTotals({ claims, ballots, materialities }, model);
  const weights = () => shown.element.querySelectorAll("p")[1].textContent;
  shown.refresh();
  const before = weights();

  model.set("state", { weighings: { a: { materiality: "heavy" } } });
  shown.refresh();

  assert.deepEqual(
    [before, weights()],
    ["", "You judged for 1 of 1 claim whether it matters: 0 as the ledger does, 1 with more weight."],
  );
});
