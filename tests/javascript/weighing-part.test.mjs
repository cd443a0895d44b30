// Verdict and weight: the grid, the claims behind a count, and what the reader said.

import assert from "node:assert/strict";
import test from "node:test";

import "./fake-document.mjs";
import { fakeModel } from "./fake-model.mjs";
import part from "../../readingroom/parts/weighing/weighing.js";

const place = { id: "p-1", section: "p", label: "1", lesson: "lesson 2" };
const claim = (id, verdict, materiality) => ({
  id,
  claim: `Claim ${id}.`,
  places: [place],
  ballot: "fact",
  verdict,
  materiality,
  hangs: `Reason ${id}.`,
});
const content = {
  verdicts: { accurate: "", wrong: "", contested: "" },
  materialities: { light: "", heavy: "" },
  ballots: {
    fact: [
      { vote: "accurate", label: "accurate" },
      { vote: "wrong", label: "wrong" },
    ],
  },
  claims: [claim("a", "accurate", "heavy"), claim("b", "accurate", "heavy"), claim("c", "wrong", "light")],
};

// The part over what the reader said.
function shown(state = {}) {
  const model = fakeModel({ content, state });
  const el = document.createElement("div");
  part.render({ model, el });
  const counts = () => el.querySelectorAll("table")[0].querySelectorAll("button");
  return {
    el,
    model,
    counts,
    list: el.querySelector(".rr-weighed"),
    text: (selector) => el.querySelector(selector).textContent,
  };
}

test("a verdict that no claim has gets no row", () => {
  const rows = shown().el.querySelectorAll("tr");

  assert.deepEqual(
    rows.map((row) => row.children.map((cell) => cell.textContent)),
    [
      ["Verdict", "light", "heavy"],
      ["accurate", "0", "2"],
      ["wrong", "1", "0"],
    ],
  );
});

test("each count says what it counts", () => {
  assert.deepEqual(
    shown()
      .counts()
      .map((button) => button.getAttribute("aria-label")),
    ["2 claims: accurate, heavy", "1 claim: wrong, light"],
  );
});

test("a count opens its claims with their reasons, and says so", () => {
  const { counts, list, text } = shown();

  counts()[0].dispatch("click");

  assert.match(list.textContent, /Claim a\..*Reason a\..*Claim b\./);
  assert.deepEqual([list.hidden, counts()[0].getAttribute("aria-expanded")], [false, "true"]);
  assert.equal(text("[aria-live=polite]"), "2 claims listed below the table.");
});

test("the same count closes them, and another opens its own instead", () => {
  const { counts, list } = shown();
  counts()[0].dispatch("click");
  counts()[1].dispatch("click");
  const other = list.textContent;
  counts()[1].dispatch("click");

  assert.match(other, /Claim c\./);
  assert.deepEqual(
    [list.hidden, counts().map((button) => button.getAttribute("aria-expanded"))],
    [true, ["false", "false"]],
  );
});

test("a paragraph that is not on this page is said to be in its lesson", () => {
  const { counts, list } = shown();
  counts()[1].dispatch("click");
  document.dispatchEvent = () => true;

  list.querySelector("button").dispatch("click");

  assert.match(list.textContent, /open lesson 2 for it/);
});

test("before the reader has weighed anything nothing is said of it", () => {
  assert.equal(shown().el.querySelector(".rr-said").hidden, true);
});

test("what the reader said stands below the count, beside the claim and in a sentence", () => {
  const votes = { c: { vote: "wrong" } };
  const weighings = { a: { materiality: "heavy" }, b: { materiality: "light" }, c: { materiality: "heavy" } };
  const { el, counts, list, text } = shown({ votes, weighings });

  counts()[1].dispatch("click");

  assert.deepEqual(
    el.querySelectorAll(".rr-yours").map((line) => line.textContent),
    ["you: 1 of 2", "you: 0 of 1"],
  );
  assert.match(list.textContent, /You said: wrong; heavy\./);
  assert.match(text(".rr-said"), /^You judged for 3 of 3 claims/);
  assert.match(text(".rr-said"), /By your own votes: Imprecise or wrong: 1 claim, of which 1 bears on the argument\./);
});

test("a judgement in another part of the page is taken up", () => {
  const { el, model } = shown();

  model.set("state", { weighings: { c: { materiality: "light" } } });

  assert.equal(el.querySelectorAll(".rr-yours")[1].textContent, "you: 1 of 1");
});
