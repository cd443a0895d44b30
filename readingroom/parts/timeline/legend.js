// The legend of the figure: what each symbol means.

/** @import { Look } from "./symbols.js" */

import { h, unique } from "../base/dom.js";
import { svg } from "./svg.js";
import { hatching, shapeOf } from "./symbols.js";

const NUMBERS = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];

/** @type {Look} */
const CONFIRMED_DAY = { marker: "", span: false, precision: "day", start: [0, 0], end: [0, 0] };

/**
 * Each symbol, drawn as in the figure, with its meaning.
 *
 * @param {{ text: string }} words
 * @param {number} markers how many there are
 */
export function legend(words, markers) {
  const hatch = unique("hatch");
  const entry = (
    /** @type {Partial<Look> & { unverified?: string }} */ look,
    /** @type {string} */ meaning,
    x0 = 4,
    x1 = 28,
    short = false,
  ) => {
    const group = { class: "rr-event-mark", "data-unverified": look.unverified, "data-marker": look.marker };
    return h(
      "li",
      {},
      svg(
        "svg",
        { width: 32, height: 22, viewBox: "0 0 32 22", "aria-hidden": "true" },
        svg("defs", {}, hatching(hatch)),
        svg("g", group, shapeOf({ ...CONFIRMED_DAY, ...look }, { x0, x1, y: 11, size: 1 }, hatch, short)),
      ),
      h("span", {}, meaning),
    );
  };
  return h(
    "ul",
    { class: "rr-legend", "aria-label": "How to read the figure" },
    entry({}, "day confirmed"),
    entry({ precision: "month" }, "only the month confirmed", 9, 23),
    entry({ precision: "year" }, "only the year confirmed"),
    entry({ span: true }, "from one date to another"),
    entry({ span: true }, "the same, shorter than the figure can show", 10, 22, true),
    entry({ unverified: "yes" }, "hollow, broken outline: unverified in part"),
    entry({ marker: "yes" }, `one of ${words.text}\u2019s ${NUMBERS[markers] ?? markers} markers`),
  );
}
