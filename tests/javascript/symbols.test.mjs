// The symbols of the timeline: an event's shape says how exactly its date is known.

import assert from "node:assert/strict";
import test from "node:test";

import "./fake-document.mjs";
import { hatching, shapeOf } from "../../readingroom/parts/timeline/symbols.js";

const PLACE = { x0: 10, x1: 20, y: 7, size: 1 };
// A day, unless `more` says otherwise.
const event = (more) => ({
  span: false,
  precision: "day",
  start: [2001, 2001],
  end: [2001, 2001],
  marker: "",
  ...more,
});
const shapes = (...values) => shapeOf(...values).filter(Boolean);
const named = (elements) => elements.map(({ tag, attributes }) => `${tag} ${attributes.class}`);

test("a day is a dot between its ends", () => {
  const [dot] = shapes(event(), PLACE, "hatch");

  assert.deepEqual([dot.tag, dot.attributes.cx, dot.attributes.cy, dot.attributes.r], ["circle", "15", "7", "5.5"]);
});

test("a month is a plain bar", () => {
  assert.deepEqual(named(shapes(event({ precision: "month" }), PLACE, "hatch")), ["rect rr-shape"]);
});

test("a year is a hatched bar", () => {
  const [hollow, hatched] = shapes(event({ precision: "year" }), PLACE, "hatch");

  assert.deepEqual(named([hollow, hatched]), ["rect rr-shape rr-hollow", "rect rr-hatch"]);
  assert.equal(hatched.attributes.fill, "url(#hatch)");
});

test("a bar lies around its line, a pixel from its ends", () => {
  const [{ attributes }] = shapes(event({ precision: "year" }), PLACE, "hatch");

  assert.deepEqual([attributes.x, attributes.width, attributes.y, attributes.height], ["11", "8", "1.5", "11"]);
});

test("a span between known days is a plain bar with two ends", () => {
  const found = shapes(event({ span: true, end: [2002, 2002.002] }), PLACE, "hatch");

  assert.deepEqual(named(found), ["rect rr-shape", "line rr-end", "line rr-end"]);
  assert.deepEqual([found[1].attributes.x1, found[2].attributes.x1], ["11", "19"]);
});

test("the ends of a span are fourteen pixels high", () => {
  const [, { attributes }] = shapes(event({ span: true }), PLACE, "hatch");

  assert.deepEqual([attributes.y1, attributes.y2], ["0", "14"]);
});

test("a span with an end known to the month alone is hatched", () => {
  const found = shapes(event({ span: true, end: [2002, 2002.08] }), PLACE, "hatch");

  assert.deepEqual(named(found.slice(0, 2)), ["rect rr-shape rr-hollow", "rect rr-hatch"]);
});

test("a span too short for a bar is a diamond", () => {
  const [diamond] = shapes(event({ span: true }), PLACE, "hatch", true);

  assert.deepEqual([diamond.tag, diamond.attributes.points], ["polygon", "15,0 22,7 15,14 8,7"]);
});

test("a short span with an end known to the month alone is a hatched diamond", () => {
  const found = shapes(event({ span: true, end: [2002, 2002.08] }), PLACE, "hatch", true);

  assert.deepEqual(named(found), ["polygon rr-shape rr-hollow", "polygon rr-hatch"]);
});

test("the bar of a span is six pixels high, between its two ends", () => {
  const [{ attributes }] = shapes(event({ span: true }), PLACE, "hatch");

  assert.deepEqual([attributes.x, attributes.width, attributes.y, attributes.height], ["11", "8", "4", "6"]);
});

for (const [what, more, isShort, x, width] of [
  ["day", {}, false, "5", "20"],
  ["span", { span: true }, false, "6", "18"],
  ["short span", { span: true }, true, "5", "20"],
]) {
  test(`a ${what} that the text marks has a ring behind it`, () => {
    const [ring] = shapes(event({ marker: "yes", ...more }), { ...PLACE, y: 17 }, "hatch", isShort);

    const { attributes } = ring;
    assert.deepEqual([attributes.class, attributes.x, attributes.width], ["rr-ring", x, width]);
    assert.deepEqual([attributes.y, attributes.height], ["7", "20"]);
  });
}

for (const [what, more, isShort, name, plain, doubled] of [
  ["day", {}, false, "r", "5.5", "11"],
  ["month", { precision: "month" }, false, "height", "7", "14"],
  ["year", { precision: "year" }, false, "height", "11", "22"],
  ["span", { span: true }, false, "height", "6", "12"],
  ["short span", { span: true }, true, "points", "15,0 22,7 15,14 8,7", "15,-7 29,7 15,21 1,7"],
]) {
  test(`in a figure of twice the size a ${what} is twice as high`, () => {
    const [[one], [two]] = [1, 2].map((size) => shapes(event(more), { ...PLACE, size }, "hatch", isShort));

    assert.deepEqual([one.attributes[name], two.attributes[name]], [plain, doubled]);
  });
}

test("in a figure of twice the size a ring is twice as large", () => {
  const [{ attributes }] = shapes(event({ marker: "yes" }), { ...PLACE, size: 2 }, "hatch");

  assert.deepEqual([attributes.x, attributes.width, attributes.y, attributes.height], ["-5", "40", "-13", "40"]);
});

test("a hatching names its theme and its lane", () => {
  const { attributes } = hatching("h", { id: "arms", lane: 2 });

  assert.deepEqual([attributes.id, attributes["data-theme"], attributes["data-lane"]], ["h", "arms", "2"]);
});
