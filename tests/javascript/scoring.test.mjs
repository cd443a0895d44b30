// Scoring gives each answer what tests/scoring_cases.json says, as learning/scoring.py does.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";

import { KINDS } from "../../readingroom/parts/quiz/kinds/index.js";
import { fraction, isAnswered } from "../../readingroom/parts/quiz/scoring.js";

const CASES = JSON.parse(readFileSync(new URL("../scoring_cases.json", import.meta.url), "utf8"));

for (const { name, key, response, fraction: right } of CASES) {
  test(`worth ${right}: ${name}`, () => {
    const difference = fraction(key, response) - right;

    assert.ok(Math.abs(difference) < 1e-9, `differs by ${difference}`);
  });
}

for (const { name, key, response, answered } of CASES) {
  test(`${answered ? "answered" : "not answered"}: ${name}`, () => {
    assert.equal(isAnswered(key, response), answered);
  });
}

test("every scorer of the kinds has its cases", () => {
  const scorers = Object.values(KINDS).flatMap(({ scorer }) => (scorer ? [scorer.name] : []));

  assert.deepEqual(new Set(CASES.map(({ key }) => key.kind)), new Set(scorers));
});
