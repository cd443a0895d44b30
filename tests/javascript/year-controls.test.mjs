// The years of the timeline: two numbers that are put right, and a button for each period.

import assert from "node:assert/strict";
import test from "node:test";

import "./fake-document.mjs";
import { yearControls } from "../../readingroom/parts/timeline/year-controls.js";

const CONTENT = {
  allYears: [1990, 2020],
  periods: [
    [1990, 2000],
    [2004, null],
    [1970, 1980],
  ],
};

// The controls over the years 2001 to 2003, and what was set by them.
function controls() {
  const filter = { from: 2001, to: 2003 };
  const { element, show } = yearControls(CONTENT, filter, (years) => Object.assign(filter, years));
  const [from, to] = element.querySelectorAll("input");
  return { filter, from, to, show, buttons: element.querySelectorAll("button") };
}

for (const [what, end, value, years] of [
  ["a first year is taken", "from", "2002", { from: 2002, to: 2003 }],
  ["a first year after the last moves the last", "from", "2010", { from: 2010, to: 2010 }],
  ["a last year is taken", "to", "2010", { from: 2001, to: 2010 }],
  ["a last year before the first moves the first", "to", "1999", { from: 1999, to: 1999 }],
  ["a year before all events becomes the first that there is", "from", "1800", { from: 1990, to: 2003 }],
  ["a year after all events becomes the last that there is", "to", "2100", { from: 2001, to: 2020 }],
  ["a first year that is none changes nothing", "from", "soon", { from: 2001, to: 2003 }],
  ["a last year that is none changes nothing", "to", "", { from: 2001, to: 2003 }],
]) {
  test(what, () => {
    const shown = controls();
    shown[end].value = value;

    shown[end].dispatch("change");

    assert.deepEqual(shown.filter, years);
  });
}

test("the numbers show the years of the filter", () => {
  const { from, to, show } = controls();

  show();

  assert.deepEqual([from.value, to.value], ["2001", "2003"]);
});

test("periods within the axis have a button, the open one to its end", () => {
  const labels = controls().buttons.map((button) => button.textContent);

  assert.deepEqual(labels, ["1990\u20132000", "2004\u20132020"]);
});

test("the button of a period sets its years", () => {
  const { buttons, filter } = controls();

  buttons[1].dispatch("click");

  assert.deepEqual(filter, { from: 2004, to: 2020 });
});

for (const [years, pressed] of [
  [{ from: 1990, to: 2000 }, ["true", "false"]],
  [{ from: 1990, to: 2001 }, ["false", "false"]],
  [{ from: 1991, to: 2000 }, ["false", "false"]],
]) {
  test(`from ${years.from} to ${years.to} the periods are pressed: ${pressed.join(", ")}`, () => {
    const { buttons, filter, show } = controls();
    Object.assign(filter, years);

    show();

    assert.deepEqual(
      buttons.map((button) => button.getAttribute("aria-pressed")),
      pressed,
    );
  });
}
