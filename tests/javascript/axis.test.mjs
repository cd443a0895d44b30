// The timeline's axis: where a date stands, which years are written, which rows things get.

import assert from "node:assert/strict";
import test from "node:test";

import { intoRows, timeScale, isWithin } from "../../readingroom/parts/timeline/axis.js";
import { momentOf } from "../../readingroom/parts/timeline/calendar.js";
import { ticks } from "../../readingroom/parts/timeline/ticks.js";

const TEN_YEARS = timeScale(2000, 2010, 100); // ten pixels a year

test("the first moment lies at the left edge", () => {
  assert.equal(TEN_YEARS(2000), 0);
});

test("the last moment lies at the right edge", () => {
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

const labels = (scale) => ticks(scale).fine.map(({ label }) => label);
const second = (scale) => ticks(scale).coarse.map(({ at, label }) => [at, label]);

test("where a year has room each is written", () => {
  assert.deepEqual(labels(timeScale(2000, 2003, 138)), ["2000", "2001", "2002"]);
});

test("where a year is one pixel short of room every second is written", () => {
  assert.deepEqual(labels(timeScale(2000, 2003, 137)), ["2000", "2002"]);
});

test("years that are written are round ones", () => {
  assert.deepEqual(labels(timeScale(2001, 2011, 100)), ["2005", "2010"]);
});

for (const [width, step] of [
  [950, 5],
  [470, 10],
  [240, 20],
  [95, 50],
]) {
  test(`where a hundred years have ${width} pixels every year by ${step} is written`, () => {
    assert.deepEqual(labels(timeScale(2000, 2100, width)).slice(0, 2), ["2000", String(2000 + step)]);
  });
}

test("where hundreds of years have a few pixels every hundredth is written", () => {
  assert.deepEqual(labels(timeScale(0, 300, 30)), ["0", "100", "200"]);
});

test("a wide year has its quarters, and stands below them", () => {
  assert.deepEqual(labels(timeScale(2001, 2002, 130)), ["Jan", "Apr", "Jul", "Oct"]);
  assert.deepEqual(second(timeScale(2001, 2002, 130)), [[2001, "2001"]]);
});

test("a year a little less wide stands alone", () => {
  assert.deepEqual(ticks(timeScale(2000, 2001, 129)), { fine: [{ at: 2000, label: "2000" }], coarse: [] });
});

test("a year three times as wide has its months", () => {
  assert.deepEqual(labels(timeScale(2001.5, 2002, 200)), ["Aug", "Sep", "Oct", "Nov", "Dec"]);
});

test("an axis that begins within a year says which", () => {
  assert.deepEqual(second(timeScale(2001.5, 2002.5, 400)), [
    [2001.5, "2001"],
    [2002, "2002"],
  ]);
});

test("a label at the left edge gives way to the next", () => {
  assert.deepEqual(second(timeScale(2001.95, 2002.95, 400)), [[2002, "2002"]]);
});

test("where some weeks are shown they are written, with their month below", () => {
  const autumn = timeScale(momentOf(1993, 8, 10), momentOf(1993, 9, 10), 300);

  assert.deepEqual(labels(autumn), ["15", "22", "1", "8"]);
  assert.deepEqual(second(autumn)[0][1], "September 1993");
});

test("where two weeks are shown each day is written", () => {
  const days = timeScale(momentOf(1998, 7, 25), momentOf(1998, 8, 3), 600);

  assert.deepEqual(labels(days), ["25", "26", "27", "28", "29", "30", "31", "1", "2"]);
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

test("an event that ends as the axis begins is not shown", () => {
  assert.equal(isWithin({ start: [1999, 1999], end: [2000, 2000] }, 2000, 2001), false);
});

const lasting = { start: [2001, 2001.1], end: [2003, 2003.5] };

for (const [what, from, to, answer] of [
  ["lies around the moments", 2002, 2002.1, true],
  ["begins before the last moment", 1990, 2001.05, true],
  ["begins at the last moment", 1990, 2001, false],
  ["ends after the first moment", 2003.4, 2010, true],
  ["ended before the first moment", 2004, 2010, false],
]) {
  test(`an event that ${what} is ${answer ? "" : "not "}shown`, () => {
    assert.equal(isWithin(lasting, from, to), answer);
  });
}
