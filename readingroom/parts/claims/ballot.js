// The options of a claim's vote.

/** @import { Claim, Option } from "./types.js" */

import { h, unique } from "../base/dom.js";

/**
 * @typedef {ReturnType<typeof ballotBox>} Ballot
 *
 * @param {Claim} claim
 * @param {Option[]} options
 * @param {string} date
 */
export function ballotBox(claim, options, date) {
  const name = unique(`vote-${claim.id}`);
  const inputs = options.map((option) => h("input", { type: "radio", name, value: option.vote }));
  return {
    element: h(
      "div",
      { class: "rr-ballot" },
      h("span", { class: "rr-ask" }, claim.ballot === "forecast" ? `As of ${date}, it` : "You say:"),
      options.map((option, i) => h("label", {}, inputs[i], h("span", {}, option.label))),
    ),
    read: () => inputs.find((input) => input.checked)?.value ?? "",
    write: (/** @type {string} */ vote) =>
      inputs.forEach((input) => {
        input.checked = input.value === vote;
      }),
    lock: (/** @type {boolean} */ on) =>
      inputs.forEach((input) => {
        input.disabled = on;
      }),
    label: (/** @type {string} */ vote) => options.find((option) => option.vote === vote)?.label ?? vote,
  };
}
