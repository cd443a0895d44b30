// The marks on the timeline's axis, and the words beside them.

import assert from "node:assert/strict";
import test from "node:test";

import { markOf, shorten, timeScale, withWords } from "../../readingroom/parts/timeline/axis.js";

const TEN_YEARS = timeScale(2000, 2009, 100); // ten pixels a year

const at = (from, to, more) => ({ start: [from, from], end: [to, to], span: false, ...more });

test("a day is a mark of twelve pixels around it", () => {
  const { x0, x1, middle } = markOf(at(2005, 2005, { precision: "day" }), TEN_YEARS, 0);

  assert.deepEqual([x0, middle, x1], [44, 50, 56]);
});

test("a year too narrow to see is eighteen pixels wide", () => {
  const { x0, x1 } = markOf(at(2005, 2006, { precision: "year" }), TEN_YEARS, 0);

  assert.deepEqual([x0, x1], [46, 64]);
});

test("a mark keeps at least so much free as it is told", () => {
  const { left, right } = markOf(at(2005, 2005, { precision: "day" }), TEN_YEARS, 40);

  assert.deepEqual([left, right], [30, 70]);
});

test("a span is drawn from its first day to its last", () => {
  const { x0, x1, short } = markOf(at(2002, 2006, { span: true }), TEN_YEARS, 0);

  assert.deepEqual([x0, x1, short], [20, 60, false]);
});

test("a span whose ends would touch is a point", () => {
  const { x0, x1, short } = markOf(at(2005, 2006, { span: true }), TEN_YEARS, 0);

  assert.deepEqual([x0, x1, short], [49, 61, true]);
});

test("a span of fourteen pixels is drawn as a span", () => {
  assert.equal(markOf(at(2005, 2006, { span: true }), timeScale(2000, 2009, 140), 0).short, false);
});

const between = (left, right, event = {}) => ({ left, right, event });

test("words stand to the right of their mark", () => {
  const { words, side, left, right } = withWords(between(10, 20), "abcd", 100, 10);

  assert.deepEqual([words, side, left, right], ["abcd", "right", 10, 74]);
});

test("words stand to the left where the axis ends", () => {
  const { words, side, left, right } = withWords(between(80, 90), "abcd", 100, 10);

  assert.deepEqual([words, side, left, right], ["abcd", "left", 26, 90]);
});

test("words that fit exactly are not cut", () => {
  assert.equal(withWords(between(54, 90), "abcd", 100, 10).words, "abcd");
});

test("where both sides have as little room words stand to the right", () => {
  assert.equal(withWords(between(40, 60), "one two three", 100, 5).side, "right");
});

test("words are cut where neither side has room, on the wider side", () => {
  const { words, side, left, right } = withWords(between(40, 51), "abcdefghijklm", 100, 5);

  assert.deepEqual([words, side, left, right], ["abcde \u2026", "right", 40, 100]);
});

test("the letters of a marker are wider", () => {
  const { right } = withWords(between(10, 20, { marker: "yes" }), "ab", 100);

  assert.equal(right, 48);
});

test("a text that fits is left as it is", () => {
  assert.equal(shorten("exact", 5), "exact");
});

test("a text that is too long is cut between words", () => {
  assert.equal(shorten("a long title", 8), "a long \u2026");
});
