// The ways between the stops of the story: where it begins, what leads on, what is marked.

import assert from "node:assert/strict";
import test from "node:test";

import "./fake-document.mjs";
import { firstOpen, stepOn, stopLine, stopSteps } from "../../readingroom/parts/story/stop-steps.js";

const STOPS = ["1776", "1861"].map((label) => ({ label, item: { id: `item-${label}` } }));

test("the walk begins at the first stop", () => {
  assert.equal(firstOpen(STOPS, {}), 0);
});

test("the walk goes on where the first question is open", () => {
  assert.equal(firstOpen(STOPS, { "item-1776": {} }), 1);
});

test("a walk that is done begins anew", () => {
  assert.equal(firstOpen(STOPS, { "item-1776": {}, "item-1861": {} }), 0);
});

for (const [next, isAnswered, says] of [
  ["1861", false, "Skip the question and go on to 1861 \u2192"],
  ["1861", true, "Go on to 1861 \u2192"],
  [undefined, false, "Skip the question: again from 1776"],
  [undefined, true, "The walk is done: again from 1776"],
]) {
  test(`the button that leads on says "${says}"`, () => {
    assert.equal(stepOn(next, "1776", isAnswered), says);
  });
}

test("the line marks the stop that is shown and ticks what is answered", () => {
  const { element, show } = stopLine(STOPS, () => {});
  const [first, second] = element.querySelectorAll("button");

  show(1, (number) => number === 0);

  assert.deepEqual(
    [first, second].map((button) => button.getAttribute("aria-current")),
    [null, "step"],
  );
  assert.equal(first.getAttribute("aria-label"), "1776, answered");
});

test("a stop of the line is gone to", () => {
  const gone = [];
  const { element } = stopLine(STOPS, (number) => gone.push(number));

  element.querySelectorAll("button")[1].dispatch("click");

  assert.deepEqual(gone, [1]);
});

test("the first stop has no way back, the last one leads to the first", () => {
  const gone = [];
  const [first, last] = [0, 1].map((number) => stopSteps(STOPS, number, (to) => gone.push(to)).element);
  const [back, on] = last.querySelectorAll("button");

  back.dispatch("click");
  on.dispatch("click");

  assert.equal(first.querySelectorAll("button").length, 1);
  assert.deepEqual(gone, [0, 0]);
});
