// Scores of probabilities and of certainty.

import assert from "node:assert/strict";
import test from "node:test";

import { brierScore, calibration, mean, parseProbability } from "../../readingroom/parts/forecasts/brier.js";

test("what came true at half a chance costs a quarter", () => {
  assert.equal(brierScore(0.5, 1), 0.25);
});

test("what was certain and did not come true costs one", () => {
  assert.equal(brierScore(1, 0), 1);
});

test("what came half true is measured at a half", () => {
  assert.equal(brierScore(0.75, 0.5), 0.0625);
});

test("a forecast without an outcome has no score", () => {
  assert.equal(brierScore(0.5, null), null);
});

test("the mean of numbers is their middle", () => {
  assert.equal(mean([1, 2, 6]), 3);
});

test("calibration counts the answers of each level and their share of right", () => {
  const answers = [
    { certainty: 1, fraction: 1 },
    { certainty: 3, fraction: 0 },
    { certainty: 3, fraction: 0.5 },
  ];

  assert.deepEqual(calibration(answers), { 1: [1, 1], 3: [2, 0.25] });
});

test("each of the three levels is counted", () => {
  const answers = [1, 2, 3].map((certainty) => ({ certainty, fraction: 1 }));

  assert.deepEqual(calibration(answers), { 1: [1, 1], 2: [1, 1], 3: [1, 1] });
});

test("an answer without certainty counts in no level", () => {
  assert.deepEqual(calibration([{ fraction: 1 }]), {});
});

for (const [typed, share] of [
  ["70", 0.7],
  ["70%", 0.7],
  ["70 %", 0.7],
  [" 70 ", 0.7],
  ["12,5", 0.125],
  ["0", 0],
  ["100", 1],
]) {
  test(`"${typed}" is a probability of ${share}`, () => {
    assert.equal(parseProbability(typed), share);
  });
}

for (const typed of ["", " ", "%", "likely", "-1", "100.1"]) {
  test(`"${typed}" is no probability`, () => {
    assert.equal(parseProbability(typed), null);
  });
}
