// No label of the timeline lies on another, whatever the dates, the width and the zoom: 400 figures made at random.

import assert from "node:assert/strict";
import test from "node:test";

import "./fake-document.mjs";
import { timeScale, isWithin } from "../../readingroom/parts/timeline/axis.js";
import { figureHead } from "../../readingroom/parts/timeline/figure-head.js";
import { layoutFor } from "../../readingroom/parts/timeline/figure-layout.js";
import { lanesOf } from "../../readingroom/parts/timeline/lanes.js";
import { ticks } from "../../readingroom/parts/timeline/ticks.js";
import { textWidth } from "../../readingroom/parts/timeline/words-beside.js";

const THEMES = ["law", "war", "trade"].map((id, lane) => ({ id, label: id, sign: "*", lane }));
const WORDS =
  "Washington gives notice of leaving the treaty and Moscow answers with a list of what it will not do".split(" ");
const FIGURES = 400;

/** Numbers between 0 and 1, the same in every run (Park and Miller). */
function random(seed) {
  let state = seed;
  return () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
}

function eventOf(next, number) {
  const start = 1990 + next() * 30;
  const length = [1 / 365, 1 / 12, 1][Math.floor(next() * 3)];
  const isSpan = next() < 0.3;
  const last = start + (isSpan ? next() * 4 : 0);
  return {
    id: `e${number}`,
    title: WORDS.slice(0, 2 + Math.floor(next() * 14)).join(" "),
    theme: THEMES[Math.floor(next() * THEMES.length)].id,
    span: isSpan,
    precision: length < 0.01 ? "day" : length < 0.5 ? "month" : "year",
    start: [start, start + length],
    end: [last, last + length],
    marker: next() < 0.08 ? String(Math.floor(start)) : "",
  };
}

function figure(seed) {
  const next = random(seed + 1);
  const events = Array.from({ length: 1 + Math.floor(next() * 90) }, (_, number) => eventOf(next, number));
  const length = 15 / 365 + next() ** 3 * 30;
  const from = 1990 + next() * (31 - length);
  const layout = layoutFor(300 + next() * 1100);
  const width = (layout.isWide ? 700 : 330) * (0.9 + next() / 2) - layout.gutter - layout.side;
  const scale = timeScale(from, from + length, width);
  const written = { at: 1990 + next() * 30, label: "after the article" };
  return { events, layout, scale, written };
}

/** The pairs of boxes, each from left to right in a row, that share a place. */
const collisions = (boxes) =>
  boxes.flatMap((one, at) =>
    boxes
      .slice(at + 1)
      .filter((two) => one.row === two.row && one.left < two.right - 0.01 && two.left < one.right - 0.01),
  );

const figures = Array.from({ length: FIGURES }, (_, seed) => figure(seed));

test("no mark and no words lie on others of their lane, and words end within the axis", () => {
  for (const { events, layout, scale } of figures) {
    const shown = events.filter((event) => isWithin(event, scale.from, scale.to));
    for (const { marks } of lanesOf(shown, THEMES, scale, layout)) {
      assert.deepEqual(collisions(marks), []);
      const ends = marks.filter(({ words }) => words).map(({ side, left, right }) => (side === "left" ? left : right));
      assert.ok(ends.every((end) => end >= -0.01 && end <= scale.width + 0.01));
    }
  }
});

test("no label of the axis lies on its neighbour", () => {
  for (const { scale } of figures) {
    const { fine, coarse } = ticks(scale);
    const middle = ({ at, label }) => ({
      row: 0,
      left: scale(at) - textWidth(label) / 2,
      right: scale(at) + textWidth(label) / 2,
    });
    const begun = ({ at, label }) => ({ row: 1, left: scale(at) + 3, right: scale(at) + 3 + textWidth(label) });
    assert.deepEqual(collisions([...fine.map(middle), ...coarse.map(begun)]), []);
    assert.ok(fine.length + coarse.length > 0, `nothing is written from ${scale.from} to ${scale.to}`);
  }
});

test("no flag of a marker lies on another, or on the words for the time after the text", () => {
  for (const { events, layout, scale, written } of figures) {
    const markers = events.filter(({ marker }) => marker);
    const boxes = figureHead(markers, written, scale, layout).boxes;
    assert.deepEqual(collisions(boxes), []);
  }
});

test("some figure has words beside its marks", () => {
  const { events, layout, scale } = figures.find((each) => each.layout.isWide);
  const lanes = lanesOf(events, THEMES, scale, layout);

  assert.ok(lanes.flatMap(({ marks }) => marks).some(({ words }) => words));
});
