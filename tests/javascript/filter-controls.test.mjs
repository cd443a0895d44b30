// The controls of the timeline's filters: what they change, and what they show.

import assert from "node:assert/strict";
import test from "node:test";

import "./fake-document.mjs";
import { filterControls } from "../../readingroom/parts/timeline/filter-controls.js";
import { firstFilter } from "../../readingroom/parts/timeline/filters.js";

const CONTENT = {
  section: "s",
  sections: [
    { id: "s", title: "One section", years: [2001, 2003] },
    { id: "r", title: "The rest", years: [1995, 2000] },
  ],
  themes: [
    { id: "arms", label: "Arms", lane: 0, sign: "a" },
    { id: "trade", label: "Trade", lane: 1, sign: "t" },
  ],
  allYears: [1990, 2020],
  periods: [],
  events: [
    { theme: "arms", sections: ["s"] },
    { theme: "arms", sections: ["r"] },
    { theme: "trade", sections: ["r"] },
  ],
};

// The controls over the first filter, and how often they said that it changed.
function controls() {
  const filter = firstFilter(CONTENT);
  const shown = { filter, changes: 0 };
  const { element, set } = filterControls(CONTENT, filter, () => (shown.changes += 1));
  const [arms, trade] = element.querySelectorAll("[type=checkbox]");
  const [from, to] = element.querySelectorAll("[type=number]");
  const button = (text) => element.querySelectorAll("button").find((each) => each.textContent === text);
  return Object.assign(shown, {
    element,
    set,
    arms,
    trade,
    from,
    to,
    button,
    section: element.querySelector("select"),
  });
}

function change(control, fields) {
  Object.assign(control, fields);
  control.dispatch("change");
}

test("a theme that is unticked is taken out", () => {
  const { filter, arms } = controls();

  change(arms, { checked: false });

  assert.deepEqual(filter.themes, new Set(["trade"]));
});

test("a theme that is ticked again comes back", () => {
  const { filter, arms } = controls();
  filter.themes.delete("arms");

  change(arms, { checked: true });

  assert.deepEqual(filter.themes, new Set(["trade", "arms"]));
});

test("a section brings its own years", () => {
  const { filter, section } = controls();

  change(section, { value: "r" });

  assert.deepEqual([filter.section, filter.from, filter.to], ["r", 1995, 2000]);
});

test("every change is told once", () => {
  const shown = controls();

  change(shown.to, { value: "2010" });

  assert.equal(shown.changes, 1);
});

test("all events are those of every theme, section and year", () => {
  const { button, filter } = controls();
  filter.themes.clear();

  button("Show all 3 events").dispatch("click");

  assert.deepEqual(filter, { themes: new Set(["arms", "trade"]), section: "", from: 1990, to: 2020 });
});

test("the filters come back as they were at first", () => {
  const { button, filter, set } = controls();
  set({ themes: new Set(), section: "", from: 1990, to: 2020 });

  button("Filters as at first").dispatch("click");

  assert.deepEqual(filter, firstFilter(CONTENT));
});

test("each theme says how many events the section has of it", () => {
  const { element } = controls();

  const labels = element.querySelector("fieldset").querySelectorAll("label");

  assert.deepEqual(
    labels.map((label) => label.textContent),
    ["aArms (1)", "tTrade (0)"],
  );
});

test("what is set from outside is seen in the controls", () => {
  const { set, arms, trade, section, from, to } = controls();

  set({ themes: new Set(["trade"]), section: "r", from: 1995, to: 1996 });

  assert.deepEqual([arms.checked, trade.checked, section.value], [false, true, "r"]);
  assert.deepEqual([from.value, to.value], ["1995", "1996"]);
});
