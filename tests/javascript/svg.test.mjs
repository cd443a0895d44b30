// Making elements of a drawing.

import assert from "node:assert/strict";
import test from "node:test";

import "./fake-document.mjs";
import { svg } from "../../readingroom/parts/base/svg.js";

test("a number is written to a tenth of a pixel", () => {
  assert.equal(svg("rect", { x: 1.26 }).attributes.x, "1.3");
});

test("an attribute without a value is left out", () => {
  assert.deepEqual(svg("g", { a: null, b: undefined, c: false, d: "" }).attributes, { d: "" });
});

test("what can have the focus is kept from the notebook's keys", () => {
  assert.equal(svg("g", { tabindex: 0 }).attributes["data-lm-suppress-shortcuts"], "true");
});

test("children may lie in lists and be missing", () => {
  const [one, two] = [svg("line"), svg("line")];

  assert.deepEqual(svg("g", {}, [[one], null], false, undefined, two).childNodes, [one, two]);
});
