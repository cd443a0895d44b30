// A few words, compared without regard to case, accents and punctuation.

/** @import { Item, Kind, Scorer } from "../types.js" */

import { normalise, readings } from "../text-answers.js";
import { isGiven } from "./picking.js";
import { typedControl, whyTyped } from "./typing.js";

/**
 * One of the right forms, with or without what stands in brackets.
 *
 * @type {Scorer}
 */
const oneForm = {
  name: "short",
  fraction(key, response) {
    if (typeof response !== "string") return 0;
    const forms = readings(response);
    /** @type {string[]} */
    const right = key.right;
    return Number(right.some((answer) => forms.includes(normalise(answer))));
  },
  isAnswered: isGiven,
};

/**
 * The answers to show. Where either of two things is asked for, neither alone is the answer.
 *
 * @param {Item} item
 */
function answersToShow({ prompt, key }) {
  /** @type {string[]} */
  const [first, ...others] = key.right;
  const isSpelling = (/** @type {string} */ text) =>
    normalise(first).includes(normalise(text)) || normalise(text).includes(normalise(first));
  const other = /\beither\b/i.test(prompt) ? others.find((text) => !isSpelling(text)) : null;
  return other ? [first, other] : [first];
}

/** @type {Kind} */
export const short = {
  control: (item, changed) => typedControl(item, { size: 32 }, changed),
  scorer: oneForm,
  empty: "Type your answer first.",
  isTyped: true,
  fits: (item, response) => typeof response === "string",
  sentences: (item, response) =>
    whyTyped(item, oneForm.fraction(item.key, response) > 0, ({ answers }) =>
      (answers ?? []).some((answer) => normalise(answer) === normalise(response)),
    ),
  solution: (item) => [{ about: answersToShow(item).join(", or "), html: item.why ?? "", kind: "right" }],
};
