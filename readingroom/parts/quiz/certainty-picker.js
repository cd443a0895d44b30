// How sure a reader is: asked before the answer is scored.

/** @import { Item } from "./types.js" */

import { h, unique } from "../base/dom.js";
import { LEVELS } from "./certainty.js";

/** @type {Record<number, string>} */
export const CERTAINTIES = { 1: "Not sure", 2: "Fairly sure", 3: "Very sure" };

/**
 * A number with a minus sign, to one decimal.
 *
 * @param {number} n
 */
export const signed = (n) => `${n < 0 ? "\u2212" : ""}${Math.round(10 * Math.abs(n)) / 10}`;

/** @param {Item} item */
export function certaintyPicker(item) {
  const name = unique(`sure-${item.id}`);
  const levels = [1, 2, 3];
  const inputs = levels.map((level) => h("input", { type: "radio", name, value: String(level) }));
  const labels = levels.map((level, i) => {
    const [won, lost] = LEVELS[level];
    const worth = h("small", {}, `${won} if right, ${signed(lost)} if wrong`);
    return h("label", {}, inputs[i], h("span", {}, CERTAINTIES[level], " ", worth));
  });
  return {
    element: h("fieldset", { class: "rr-sure" }, h("legend", {}, "How sure are you?"), labels),
    read: () => Number(inputs.find((input) => input.checked)?.value ?? 0),
    write: (/** @type {number | undefined} */ level) =>
      inputs.forEach((input) => {
        input.checked = Number(input.value) === level;
      }),
    lock: (/** @type {boolean} */ locked) =>
      inputs.forEach((input) => {
        input.disabled = locked;
      }),
  };
}
