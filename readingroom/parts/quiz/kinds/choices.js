// Choices: any number of options is right.

/** @import { Item, Kind, Scorer, Sentence } from "../types.js" */

import { areOptions, isGiven, optionsControl, rightOptions } from "./picking.js";

/**
 * (Right options chosen - wrong ones chosen) / right ones, not below 0.
 *
 * @type {Scorer}
 */
const several = {
  name: "several",
  fraction(key, response) {
    /** @type {unknown[]} */
    const chosen = Array.isArray(response) ? response : [];
    const right = new Set(key.right);
    let balance = -chosen.filter((id) => typeof id !== "string").length;
    for (const id of new Set(chosen.filter((each) => typeof each === "string"))) balance += right.has(id) ? 1 : -1;
    return right.size ? Math.max(0, balance / right.size) : 0;
  },
  isAnswered: isGiven,
};

/**
 * @param {Item} item
 * @param {string[]} response
 * @returns {Sentence[]}
 */
function whyEachChosen(item, response) {
  const mentioned = (item.options ?? []).filter(
    (option) => response.includes(option.id) || item.key.right.includes(option.id),
  );
  return mentioned.map((option) => {
    const chosen = response.includes(option.id);
    const right = item.key.right.includes(option.id);
    const verdict = chosen ? (right ? "\u2713 Chosen, rightly:" : "\u2717 Chosen, wrongly:") : "\u25CB Left out:";
    return { about: option.html, verdict, html: option.why, kind: chosen && right ? "right" : "wrong" };
  });
}

/** @type {Kind} */
export const choices = {
  control: (item, changed) => optionsControl(item, "checkbox", changed),
  scorer: several,
  empty: "Choose at least one option first.",
  fits: areOptions,
  sentences: whyEachChosen,
  solution: rightOptions,
};
