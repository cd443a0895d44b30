// The window of time that the timeline's figure shows: closer, further, along, within its bounds.

import assert from "node:assert/strict";
import test from "node:test";

import { dayOf, momentOf, stretchInWords } from "../../readingroom/parts/timeline/calendar.js";
import { isClosest, isWhole, panned, revealing, zoomed, zoomOfKey } from "../../readingroom/parts/timeline/zoom.js";

const BOUNDS = { from: 1990, to: 2030 };
const INSIDE = { from: 2000, to: 2010 };

test("closer by two shows the middle half", () => {
  assert.deepEqual(zoomed(BOUNDS, BOUNDS, 2), { from: 2000, to: 2020 });
});

test("the moment under the pointer stays in its place", () => {
  assert.deepEqual(zoomed(INSIDE, BOUNDS, 2, 2002), { from: 2001, to: 2006 });
});

test("further than the bounds is the whole", () => {
  const view = zoomed(INSIDE, BOUNDS, 0.1);

  assert.deepEqual([view, isWhole(view, BOUNDS)], [BOUNDS, true]);
});

test("a window at the edge goes no further", () => {
  assert.deepEqual(panned({ from: 2018, to: 2028 }, BOUNDS, 0.4), { from: 2020, to: 2030 });
});

test("a window goes along by a share of itself", () => {
  assert.deepEqual(panned(INSIDE, BOUNDS, -0.4), { from: 1996, to: 2006 });
});

test("a window is never closer than some two weeks", () => {
  const view = zoomed(INSIDE, BOUNDS, 100_000);

  assert.equal(isClosest(view), true);
  assert.ok((view.to - view.from) * 365 > 14);
});

test("an event outside comes into the middle", () => {
  assert.deepEqual(revealing(INSIDE, BOUNDS, 2020, 2020), { from: 2015, to: 2025 });
});

test("an event inside moves nothing", () => {
  assert.equal(revealing(INSIDE, BOUNDS, 2009, 2012), INSIDE);
});

for (const [key, shiftKey, meant] of [
  ["+", true, { zoom: 2 }],
  ["=", false, { zoom: 2 }],
  ["-", false, { zoom: 0.5 }],
  ["0", false, { zoom: 0 }],
  ["ArrowRight", true, { pan: 0.4 }],
  ["ArrowLeft", true, { pan: -0.4 }],
  ["ArrowRight", false, null],
  ["a", false, null],
]) {
  test(`the key ${shiftKey ? "Shift " : ""}${key} means ${JSON.stringify(meant)}`, () => {
    assert.deepEqual(zoomOfKey({ key, shiftKey }), meant);
  });
}

for (const [year, month, day] of [
  [2000, 1, 29],
  [2001, 11, 31],
  [1776, 6, 4],
]) {
  test(`the day that begins at the moment of ${year}, ${month}, ${day} is that day`, () => {
    assert.deepEqual(dayOf(momentOf(year, month, day)), { year, month, day });
  });
}

for (const [from, to, words] of [
  [1990, 2027, "1990 to 2026"],
  [1993, 1994, "January 1993 to December 1993"],
  [momentOf(1998, 7, 10), momentOf(1998, 8, 15), "10 August 1998 to 14 September 1998"],
]) {
  test(`${words} is said as exactly as it is wide`, () => {
    assert.equal(stretchInWords(from, to), words);
  });
}
