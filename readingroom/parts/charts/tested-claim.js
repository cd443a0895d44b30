// The claim that a chart tests, with the paragraphs in which the article makes it.

/** @import { Paragraph } from "../base/types.js" */
/** @import { HeadContent } from "./types.js" */

import { goTo, h, live, prose, spokenLabel } from "../base/dom.js";

/** @param {HeadContent} content */
export function testedClaim({ claim, tests }) {
  const missing = live({ class: "rr-hint" });
  return h(
    "div",
    { class: "rr-claim" },
    h(
      "p",
      {},
      h("strong", {}, "The claim it tests: "),
      prose("span", claim),
      h("span", { "aria-hidden": "true" }, " ("),
      tests.flatMap((place, i) => [i ? ", " : "", toTestedParagraph(place, missing)]),
      h("span", { "aria-hidden": "true" }, ")"),
    ),
    missing,
  );
}

/**
 * @param {Paragraph} place
 * @param {HTMLElement} missing in which is said that the paragraph is not on the page
 */
function toTestedParagraph(place, missing) {
  return h(
    "button",
    {
      type: "button",
      class: "rr-link",
      "aria-label": `Go to ${spokenLabel(place.label)}`,
      onclick() {
        missing.textContent = goTo(`rr-p-${place.id}`)
          ? ""
          : `${place.label} is read in ${place.lesson}; run that lesson's reading cell to go there.`;
      },
    },
    place.label,
  );
}
