// Marks by certainty: the surer, the more is won and the more is lost.

import assert from "node:assert/strict";
import test from "node:test";

import { LEVELS, marks } from "../../readingroom/parts/quiz/certainty.js";

for (const [level, won, lost] of [
  [1, 1, 0],
  [2, 2, -2],
  [3, 3, -6],
]) {
  test(`a right answer at level ${level} wins ${won}`, () => {
    assert.equal(marks(1, level), won);
  });
  test(`a wrong answer at level ${level} is worth ${lost}`, () => {
    assert.equal(marks(0, level), lost);
  });
}

test("an answer that is half right lies halfway between the two", () => {
  assert.equal(marks(0.5, 3), -1.5);
});

test("there are three levels", () => {
  assert.deepEqual(Object.keys(LEVELS), ["1", "2", "3"]);
});
