// The marks on the timeline's axis: as wide as the time they may mean, sure where the days are known.

import assert from "node:assert/strict";
import test from "node:test";

import { markOf, timeScale } from "../../readingroom/parts/timeline/axis.js";

const TEN_YEARS = timeScale(2000, 2010, 1000); // a hundred pixels a year

const at = (start, end, more) => ({ start, end, span: false, precision: "day", ...more });
const day = (moment) => [moment, moment + 0.0027];

test("a day is a mark of twelve pixels around it, and sure", () => {
  const { x0, x1, sure } = markOf(at([2005, 2005], [2005, 2005]), TEN_YEARS, 0);

  assert.deepEqual([x0, x1, sure], [494, 506, [494, 506]]);
});

test("a month too narrow to see is a little wider than a day, and not sure", () => {
  const { x0, x1, sure } = markOf(at([2005, 2005.08], [2005, 2005.08], { precision: "month" }), TEN_YEARS, 0);

  assert.deepEqual([Math.round(x1 - x0), sure], [16, null]);
});

test("a year is as wide as the year", () => {
  const { x0, x1, sure } = markOf(at([2005, 2006], [2005, 2006], { precision: "year" }), TEN_YEARS, 0);

  assert.deepEqual([x0, x1, sure], [500, 600, null]);
});

test("a year where years are narrow is wider than a month", () => {
  const century = timeScale(1900, 2000, 100);

  const { x0, x1 } = markOf(at([1950, 1951], [1950, 1951], { precision: "year" }), century, 0);

  assert.equal(x1 - x0, 20);
});

test("a day on an axis of days is as wide as the day", () => {
  const { x0, x1 } = markOf(at([2005, 2005.5], [2005, 2005.5]), timeScale(2005, 2006, 100), 0);

  assert.deepEqual([x0, x1], [0, 50]);
});

test("a span between known days is sure from end to end", () => {
  const { x0, x1, sure } = markOf(at(day(2002), [2005.9973, 2006], { span: true }), TEN_YEARS, 0);

  assert.deepEqual([x0, x1, sure], [200, 600, [200, 600]]);
});

test("a span whose last month alone is known is not sure there", () => {
  const { x1, sure } = markOf(at(day(2002), [2005.5, 2006], { span: true }), TEN_YEARS, 0);

  assert.deepEqual([x1, sure], [600, [200, 550]]);
});

test("a span within one unknown month is nowhere sure", () => {
  const { sure } = markOf(at([2002, 2002.08], [2002, 2002.08], { span: true }), TEN_YEARS, 0);

  assert.equal(sure, null);
});

test("a mark keeps at least so much free as it is told", () => {
  const { left, right } = markOf(at([2005, 2005], [2005, 2005]), TEN_YEARS, 40);

  assert.deepEqual([left, right], [480, 520]);
});
