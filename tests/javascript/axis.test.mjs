// The timeline's axis: where a date stands, which years are written, which rows things get.

import assert from "node:assert/strict";
import test from "node:test";

import { intoRows, ticks, timeScale, within } from "../../readingroom/parts/timeline/axis.js";

const TEN_YEARS = timeScale(2000, 2009, 100); // ten pixels a year

test("the first year begins at the left edge", () => {
  assert.equal(TEN_YEARS(2000), 0);
});

test("the last year is shown to its end", () => {
  assert.equal(TEN_YEARS(2010), 100);
});

test("half of the years lie at half the width", () => {
  assert.equal(TEN_YEARS(2005), 50);
});

test("what is earlier than the axis lies at its beginning", () => {
  assert.equal(TEN_YEARS(1990), 0);
});

test("what is later than the axis lies at its end", () => {
  assert.equal(TEN_YEARS(2050), 100);
});

test("a scale knows how wide a year is", () => {
  assert.equal(TEN_YEARS.perYear, 10);
});

const labels = (scale) => ticks(scale).map(({ label }) => label);

test("where a year has room each is written", () => {
  assert.deepEqual(labels(timeScale(2000, 2002, 138)), ["2000", "2001", "2002"]);
});

test("where a year is one pixel short of room every second is written", () => {
  assert.deepEqual(labels(timeScale(2000, 2002, 137)), ["2000", "2002"]);
});

test("years that are written are round ones", () => {
  assert.deepEqual(labels(timeScale(2001, 2010, 100)), ["2005", "2010"]);
});

for (const [width, step] of [
  [950, 5],
  [470, 10],
  [240, 20],
  [95, 50],
]) {
  test(`where a hundred years have ${width} pixels every year by ${step} is written`, () => {
    assert.deepEqual(labels(timeScale(2000, 2099, width)).slice(0, 2), ["2000", String(2000 + step)]);
  });
}

test("where hundreds of years have a few pixels every hundredth is written", () => {
  assert.deepEqual(labels(timeScale(0, 299, 30)), ["0", "100", "200"]);
});

test("a wide year has its quarters", () => {
  assert.deepEqual(ticks(timeScale(2000, 2000, 130)), [
    { at: 2000, label: "2000" },
    { at: 2000.25, label: "Apr", minor: true },
    { at: 2000.5, label: "Jul", minor: true },
    { at: 2000.75, label: "Oct", minor: true },
  ]);
});

test("each of several wide years has its quarters", () => {
  const quarters = ticks(timeScale(2000, 2001, 260)).filter(({ minor }) => minor);

  assert.deepEqual(
    quarters.map(({ at }) => at),
    [2000.25, 2000.5, 2000.75, 2001.25, 2001.5, 2001.75],
  );
});

test("a year a little less wide has none", () => {
  assert.deepEqual(labels(timeScale(2000, 2000, 129)), ["2000"]);
});

const rows = (...ends) => {
  const things = ends.map(([left, right]) => ({ left, right }));
  return [intoRows(things), ...things.map(({ row }) => row)];
};

test("things that only touch share a row", () => {
  assert.deepEqual(rows([0, 10], [10, 20]), [1, 0, 0]);
});

test("things that overlap get a row each", () => {
  assert.deepEqual(rows([0, 10], [9, 20]), [2, 0, 1]);
});

test("the first row that is free is used again", () => {
  assert.deepEqual(rows([0, 10], [5, 30], [12, 20]), [2, 0, 1, 0]);
});

test("rows are given from left to right whatever the order was", () => {
  const later = { left: 5, right: 9 };

  intoRows([later, { left: 0, right: 6 }]);

  assert.equal(later.row, 1);
});

test("no things need no row", () => {
  assert.equal(intoRows([]), 0);
});

test("an event that ends as the first year begins is not shown", () => {
  assert.equal(within({ start: [1999, 1999], end: [2000, 2000] }, 2000, 2001), false);
});

const lasting = { start: [2001, 2001.1], end: [2003, 2003.5] };

for (const [what, from, to, answer] of [
  ["lies around the years", 2002, 2002, true],
  ["begins in the last year", 1990, 2001, true],
  ["begins after the last year", 1990, 2000, false],
  ["ends in the first year", 2003, 2010, true],
  ["ended before the first year", 2004, 2010, false],
]) {
  test(`an event that ${what} is ${answer ? "" : "not "}shown`, () => {
    assert.equal(within(lasting, from, to), answer);
  });
}
