// A number, right within a tolerance.

/** @import { Kind, Mistake, Scorer } from "../types.js" */

import { parseNumber } from "../text-answers.js";
import { typedControl, whyTyped } from "./typing.js";

const MARGIN = 1e-9; // 0.1 + 0.2 is not 0.3: an answer on the very edge of the tolerance counts

/** @type {Scorer} */
const within = {
  name: "number",
  fraction(key, response) {
    const value = parseNumber(response);
    return Number(value !== null && Math.abs(value - key.right) <= (key.tolerance ?? 0) + MARGIN);
  },
  isAnswered: (response) => parseNumber(response) !== null,
};

/**
 * Two mistakes may lie within one tolerance: the nearer one was made.
 * @param {Mistake[]} mistakes
 * @param {number} typed
 */
function nearestMistake(mistakes, typed) {
  /** @param {Mistake} mistake */
  const off = ({ value }) => Math.abs(typed - (value ?? 0));
  return mistakes
    .filter((mistake) => off(mistake) <= (mistake.tolerance ?? 0) + MARGIN)
    .sort((a, b) => off(a) - off(b))[0];
}

/** @type {Kind} */
export const number = {
  control: (item, changed) => typedControl(item, { inputmode: "decimal", size: 10 }, changed),
  scorer: within,
  empty: "Type a number first, such as 3.7.",
  isTyped: true,
  fits: (item, response) => typeof response === "string" || typeof response === "number",
  sentences(item, response) {
    const typed = parseNumber(response) ?? Number.NaN;
    const nearest = nearestMistake(item.mistakes ?? [], typed);
    return whyTyped(item, within.fraction(item.key, response) > 0, (mistake) => mistake === nearest);
  },
  solution: (item) => [{ about: `${item.shown} ${item.unit}`, html: item.why ?? "", kind: "right" }],
};
