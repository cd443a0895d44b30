// The shape of a mark: a dot or a bar, pale where the day is not known.

import assert from "node:assert/strict";
import test from "node:test";

import "./fake-document.mjs";
import { shapeOf } from "../../readingroom/parts/timeline/symbols.js";

const mark = (x0, x1, sure, marker = "") => ({ x0, x1, sure, event: { marker } });
const shapes = (...values) => shapeOf(...values).filter(Boolean);
const named = (elements) => elements.map(({ attributes }) => attributes.class);
const box = ({ attributes }) => [attributes.x, attributes.width, attributes.y, attributes.height].map(Number);

test("a mark of twelve pixels is a dot", () => {
  const [dot] = shapes(mark(10, 22, [10, 22]), 20, 1);

  assert.deepEqual([...box(dot), dot.attributes.rx], [10, 12, 14, 12, "6"]);
});

test("what is sure from end to end is one full bar", () => {
  assert.deepEqual(named(shapes(mark(10, 40, [10, 40]), 20, 1)), ["rr-shape"]);
});

test("what is nowhere sure is pale", () => {
  assert.deepEqual(named(shapes(mark(10, 40, null), 20, 1)), ["rr-shape rr-pale"]);
});

test("what is sure in part is pale, and full in that part", () => {
  const found = shapes(mark(10, 40, [10, 30]), 20, 1);

  assert.deepEqual(named(found), ["rr-shape rr-pale", "rr-sure"]);
  assert.deepEqual(box(found[1]), [10, 20, 14, 12]);
});

test("what the text marks has a ring behind it", () => {
  const [ring] = shapes(mark(10, 22, [10, 22], "1991"), 20, 1);

  assert.deepEqual([ring.attributes.class, ...box(ring)], ["rr-ring", 6, 20, 10, 20]);
});

test("in a narrow figure a mark is less high", () => {
  const [dot] = shapes(mark(10, 22, [10, 22]), 20, 0.5);

  assert.deepEqual(box(dot), [10, 12, 17, 6]);
});
