// The legend of the timeline: each symbol with its meaning.

import assert from "node:assert/strict";
import test from "node:test";

import "./fake-document.mjs";
import { legend } from "../../readingroom/parts/timeline/legend.js";

const named = (elements) => elements.map(({ tag, attributes }) => `${tag} ${attributes.class}`);
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

test("a sign lies in the middle of its drawing", () => {
  const { attributes } = legend({ text: "Wallander" }, 2).querySelector("circle");

  assert.deepEqual([attributes.cx, attributes.cy, attributes.r], ["16", "11", "5.5"]);
});

test("the spans of the legend are between known days", () => {
  const drawings = legend({ text: "Wallander" }, 2).querySelectorAll("g");

  assert.deepEqual(named(drawings[3].children), ["rect rr-shape", "line rr-end", "line rr-end"]);
  assert.deepEqual(named(drawings[4].children), ["polygon rr-shape"]);
});
