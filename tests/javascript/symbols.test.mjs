// The signs of the timeline: an event's shape says how exactly its date is known.

import assert from "node:assert/strict";
import test from "node:test";

import "./fake-document.mjs";
import { hatching, legend, shapeOf, svg } from "../../readingroom/parts/timeline/symbols.js";

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

  assert.deepEqual(svg("g", {}, [[one], null], false, two).children, [one, two]);
});

test("a day is a dot between its ends", () => {
  const [dot] = shapes(event(), 10, 20, 7, 1, "hatch");

  assert.deepEqual([dot.tag, dot.attributes.cx, dot.attributes.cy, dot.attributes.r], ["circle", "15", "7", "5.5"]);
});

test("a month is a plain bar", () => {
  assert.deepEqual(named(shapes(event({ precision: "month" }), 10, 20, 7, 1, "hatch")), ["rect rr-shape"]);
});

test("a year is a hatched bar", () => {
  const [hollow, hatched] = shapes(event({ precision: "year" }), 10, 20, 7, 1, "hatch");

  assert.deepEqual(named([hollow, hatched]), ["rect rr-shape rr-hollow", "rect rr-hatch"]);
  assert.equal(hatched.attributes.fill, "url(#hatch)");
});

test("a bar lies around its line, a pixel from its ends", () => {
  const [{ attributes }] = shapes(event({ precision: "year" }), 10, 20, 7, 1, "hatch");

  assert.deepEqual([attributes.x, attributes.width, attributes.y, attributes.height], ["11", "8", "1.5", "11"]);
});

test("a span between known days is a plain bar with two ends", () => {
  const found = shapes(event({ span: true, end: [2002, 2002.002] }), 10, 20, 7, 1, "hatch");

  assert.deepEqual(named(found), ["rect rr-shape", "line rr-end", "line rr-end"]);
  assert.deepEqual([found[1].attributes.x1, found[2].attributes.x1], ["11", "19"]);
});

test("a span with an end known to the month alone is hatched", () => {
  const found = shapes(event({ span: true, end: [2002, 2002.08] }), 10, 20, 7, 1, "hatch");

  assert.deepEqual(named(found.slice(0, 2)), ["rect rr-shape rr-hollow", "rect rr-hatch"]);
});

test("a span too short for a bar is a diamond", () => {
  const [diamond] = shapes(event({ span: true }), 10, 20, 7, 1, "hatch", true);

  assert.deepEqual([diamond.tag, diamond.attributes.points], ["polygon", "15,0 22,7 15,14 8,7"]);
});

test("a short span with an end known to the month alone is a hatched diamond", () => {
  const found = shapes(event({ span: true, end: [2002, 2002.08] }), 10, 20, 7, 1, "hatch", true);

  assert.deepEqual(named(found), ["polygon rr-shape rr-hollow", "polygon rr-hatch"]);
});

for (const [what, more, isShort] of [
  ["day", {}, false],
  ["span", { span: true }, false],
  ["short span", { span: true }, true],
]) {
  test(`a ${what} that the text marks has a ring behind it`, () => {
    const [ring] = shapes(event({ marker: "yes", ...more }), 10, 20, 17, 1, "hatch", isShort);

    assert.deepEqual([ring.attributes.class, ring.attributes.y, ring.attributes.height], ["rr-ring", "7", "20"]);
  });
}

test("a figure of twice the size has dots of twice the size", () => {
  const [dot] = shapes(event(), 10, 20, 7, 2, "hatch");

  assert.equal(dot.attributes.r, "11");
});

test("a hatching names its theme and its lane", () => {
  const { attributes } = hatching("h", { id: "arms", lane: 2 });

  assert.deepEqual([attributes.id, attributes["data-theme"], attributes["data-lane"]], ["h", "arms", "2"]);
});

const lines = (markers) =>
  legend({ text: "Wallander" }, markers)
    .querySelectorAll("li")
    .map((line) => line.textContent);

test("the legend has a line for each sign", () => {
  assert.equal(lines(2).length, 7);
});

test("the legend counts the markers in words", () => {
  assert.equal(lines(2).at(-1), "one of Wallander\u2019s two markers");
});

test("the legend counts more than ten markers in digits", () => {
  assert.equal(lines(11).at(-1), "one of Wallander\u2019s 11 markers");
});

test("the legend draws a line's sign as the figure does", () => {
  const [day, month] = legend({ text: "Wallander" }, 2).querySelectorAll("g");

  assert.deepEqual(named([...day.children, ...month.children]), ["circle rr-shape", "rect rr-shape"]);
});
