// What a number item says to a wrong number.

import assert from "node:assert/strict";
import { test } from "node:test";

import { number } from "../../readingroom/parts/quiz/kinds/number.js";

const item = {
  kind: "number",
  key: { right: 10, tolerance: 0.3 },
  why: "yes",
  otherwise: "another",
  mistakes: [
    { value: 5, tolerance: 0.3, why: "five" },
    { value: 5.2, tolerance: 0.3, why: "five and a fifth" },
  ],
};

for (const [typed, says] of [
  ["10.2", "yes"],
  ["5", "five"],
  ["5.2", "five and a fifth"],
  ["7", "another"],
]) {
  test(`${typed} is answered with "${says}"`, () => {
    assert.deepEqual(
      number.sentences(item, typed).map(({ html }) => html),
      [says],
    );
  });
}
