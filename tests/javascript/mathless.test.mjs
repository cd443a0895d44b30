// Only what a formula can begin in is searched for formulas.

import assert from "node:assert/strict";
import { test } from "node:test";

import { skipMathless } from "../../readingroom/lab/labextensions/readingroom/static/mathless.js";

/** Whether Jupyter's typesetter is asked about an element with this text. */
function isTypeset(textContent) {
  const asked = [];
  const typesetter = { typeset: (element) => asked.push(element) };
  skipMathless(typesetter);
  typesetter.typeset({ textContent });
  return asked.length > 0;
}

for (const formula of ["$x$", "$$x$$", "\\(x\\)", "\\[x\\]", "\\begin{align}x\\end{align}", "prose, then $x$"]) {
  test(`${formula} is typeset`, () => assert.ok(isTypeset(formula)));
}

for (const prose of ["", "Half of one per cent.", "5 < 6 & a_1 ^ 2"]) {
  test(`"${prose}" is left alone`, () => assert.ok(!isTypeset(prose)));
}

test("an element without text is left alone", () => assert.ok(!isTypeset(null)));
