// What a page makes of the figure with all partners and years, and what it reads from an address.

import assert from "node:assert/strict";
import { test } from "node:test";

import { askedIn, callOf } from "../../readingroom/parts/charts/view-address.js";
import { askedView, yearTicks } from "../../readingroom/site/asked-view.js";
import { dateLabels } from "../../readingroom/site/date-labels.js";

const trace = (y) => ({
  x: [2000, 2001, 2002, 2003],
  y,
  hovertext: ["a", "b", "c", "d"],
  marker: { color: "red", size: [3, 3, 3, 8] },
});
const beside = (text) => ({ text, x: 1, xref: "paper", yref: "y domain", y: 0.5 });
const WHOLE = {
  data: [trace([1, 2, 3, 4]), trace([10, null, 30, 40])],
  config: {},
  unit: "per cent of all trade",
  lines: [
    { partner: "here", label: "Here", head: "Here's share (per cent)", decimals: 1, sign: "o " },
    { partner: "there", label: "There", head: "There's share, in all", decimals: 1, sign: "x " },
  ],
  levels: [{ value: 5, height: 34 }],
  layout: {
    height: 200,
    margin: { r: 120 },
    xaxis: {},
    yaxis: { domain: [0, 1] },
    shapes: [
      { xref: "x domain", x0: 0 },
      { xref: "x", x0: 2000.2 },
    ],
    annotations: [
      { text: "the text, October 2000, as long as can be", x: 2000.2, xref: "x", yref: "y domain", xanchor: "right" },
      beside("Here 4.0"),
      beside("There 40.0"),
      beside("a claim"),
    ],
  },
};
const ASKED = { partners: ["here"], flow: "both", measure: "share", since: 2001, until: 2003 };

test("only what is asked for is drawn, in its own scale", () => {
  const { figure } = askedView(WHOLE, ASKED);

  assert.deepEqual(
    figure.data.map(({ x, y }) => [x, y]),
    [
      [
        [2001, 2002, 2003],
        [2, 3, 4],
      ],
    ],
  );
  assert.deepEqual(figure.layout.xaxis.range, [2000.5, 2003.5]);
  assert.equal(figure.layout.yaxis.range[1], 5.5);
});

test("a date outside the years asked for is not marked", () => {
  const { layout } = askedView(WHOLE, ASKED).figure;

  assert.equal(layout.shapes.length, 1);
  assert.ok(layout.annotations.every(({ text }) => !text.includes("October")));
});

test("a date's label that would be cut off is its year", () => {
  const { layout } = askedView(WHOLE, { ...ASKED, since: 2000 }).figure;

  assert.ok(layout.annotations.some(({ text }) => text === "2000"));
});

const date = (text, x, xanchor) => ({ text, x, xref: "x", yref: "y domain", yshift: 4, xanchor });
const placesOf = (labels, years) =>
  dateLabels(labels, 120, 20, { ...ASKED, ...years }).map(({ text, xanchor }) => [text, xanchor]);

test("a date at the left edge has its year on the right of its line", () => {
  assert.deepEqual(placesOf([date("1998", 1998, "right")], { since: 1998, until: 2020 }), [["1998", "left"]]);
});

test("a date whose label would lie on the one before moves to the other side of its line", () => {
  const labels = [date("1993", 1993, "left"), date("1998", 1998, "right")];

  assert.deepEqual(placesOf(labels, { since: 1993, until: 2020 }), [
    ["1993", "left"],
    ["1998", "left"],
  ]);
});

test("a date for which there is no room at all has no label", () => {
  const labels = [date("1993", 1993, "left"), date("1994", 1993.2, "left"), date("1995", 1993.4, "left")];

  assert.deepEqual(placesOf(labels, { since: 1993, until: 2020 }), [["1993", "left"]]);
});

test("each line has its last figure beside it, and no label lies on another", () => {
  const { annotations } = askedView(WHOLE, { ...ASKED, partners: ["here", "there"] }).figure.layout;
  const places = annotations.map(({ y }) => y * 200).sort((a, b) => a - b);

  assert.ok(annotations.some(({ text }) => text === "o Here<br><b>4.0</b>"));
  assert.ok(places.slice(1).every((place, i) => place - places[i] >= 34));
});

test("the finding names the last year and the largest first", () => {
  assert.equal(
    askedView(WHOLE, { ...ASKED, partners: ["here", "there"] }).finding,
    "In 2003: There 40.0, Here 4.0 per cent of all trade",
  );
});

test("table and CSV follow, with a gap for what is not known", () => {
  const { head, rows, csv } = askedView(WHOLE, { ...ASKED, partners: ["here", "there"] }).table;

  assert.deepEqual(head, ["Year", "Here's share (per cent)", "There's share, in all"]);
  assert.deepEqual(rows[0], ["2001", "2.0", ""]);
  assert.equal(csv, "Year,Here's share (per cent),\"There's share, in all\"\n2001,2,\n2002,3,30\n2003,4,40\n");
});

test("years on the axis are the first, the last and round ones between", () => {
  assert.deepEqual(yearTicks(1992, 2013), [1992, 2000, 2005, 2013]);
});

const ASK = {
  partners: [
    { id: "here", label: "Here", views: ["share-both", "share-exports"] },
    { id: "there", label: "There", views: ["share-both"] },
  ],
  first: 1992,
  last: 2022,
};

test("an address says what is shown", () => {
  const asked = askedIn("?chart=trade&partners=here&flow=exports&measure=share&since=1995&until=2003", "trade", ASK);

  assert.deepEqual(asked, { partners: ["here"], flow: "exports", measure: "share", since: 1995, until: 2003 });
});

test("what an address asks wrongly falls away", () => {
  const asked = askedIn("?chart=trade&partners=mars&flow=sideways&measure=weight&since=2003&until=1066", "trade", ASK);

  assert.deepEqual(asked, { partners: ["here", "there"], flow: "both", measure: "share", since: 2003, until: 2022 });
});

test("an address that asks another chart asks nothing of this one", () => {
  assert.equal(askedIn("?chart=other&flow=exports", "trade", ASK), null);
});

test("a cell's call says what is shown", () => {
  assert.equal(
    callOf("lesson", "trade", ASKED),
    'lesson.chart("trade", partners=["here"], flow="both", measure="share", since=2001, until=2003)',
  );
});
