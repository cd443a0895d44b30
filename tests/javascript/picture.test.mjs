// A picture's words: wrapped to the sheet, in order, and never taken for markup.

import assert from "node:assert/strict";
import { test } from "node:test";

import { svgOf } from "../../readingroom/parts/base/picture.js";

const measured = (text, { size }) => text.length * size * 0.5;

test("words are wrapped to the sheet's width, one below the other", () => {
  const { svg } = svgOf({ above: [{ text: "word ".repeat(100), size: 20 }], drawing: [], below: [] }, measured);
  const rows = [...svg.matchAll(/<text x="24" y="(\d+)"[^>]*>([^<]*)</g)];

  assert.ok(rows.length > 5);
  assert.ok(rows.every(([, , text]) => measured(text, { size: 20 }) <= 812));
  assert.ok(rows.slice(1).every(([, y], i) => Number(y) - Number(rows[i][1]) >= 27));
});

test("what looks like markup is written as it stands", () => {
  const { svg } = svgOf({ above: [{ text: "a < b & c", size: 20 }], drawing: [], below: [] }, measured);

  assert.ok(svg.includes("a &lt; b &amp; c"));
});

test("the sheet grows with what stands on it", () => {
  const short = svgOf({ above: [{ text: "one", size: 20 }], drawing: [], below: [] }, measured);
  const tall = svgOf({ above: [{ text: "one", size: 20 }], drawing: [], below: [{ text: "two", size: 20 }] }, measured);

  assert.equal(tall.height - short.height, 27);
});
