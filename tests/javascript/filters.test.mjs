// The filters of the timeline: what is shown at first, and which events fit.

import assert from "node:assert/strict";
import test from "node:test";

import { firstFilter, fits, yearsOfSection } from "../../readingroom/parts/timeline/filters.js";

const CONTENT = {
  section: "s",
  sections: [
    { id: "r", years: [1995, 2000] },
    { id: "s", years: [2001, 2003] },
  ],
  themes: [{ id: "arms" }, { id: "trade" }],
};

test("at first all themes of the lesson's section are shown, in its years", () => {
  assert.deepEqual(firstFilter(CONTENT), { themes: new Set(["arms", "trade"]), section: "s", from: 2001, to: 2003 });
});

test("a section that nobody knows has all years", () => {
  assert.deepEqual(yearsOfSection({ ...CONTENT, allYears: [1990, 2020] }, "unknown"), [1990, 2020]);
});

for (const [what, event, filter, answer] of [
  ["of its theme and section fits", { theme: "arms", sections: ["s"] }, { themes: ["arms"], section: "s" }, true],
  ["of another theme does not fit", { theme: "trade", sections: ["s"] }, { themes: ["arms"], section: "s" }, false],
  ["of another section does not fit", { theme: "arms", sections: ["r"] }, { themes: ["arms"], section: "s" }, false],
  [
    "of any section fits where none is asked for",
    { theme: "arms", sections: [] },
    { themes: ["arms"], section: "" },
    true,
  ],
]) {
  test(`an event ${what}`, () => {
    assert.equal(fits(event, { ...filter, themes: new Set(filter.themes) }), answer);
  });
}
