// A part that cannot be shown says so in its place; the rest of the page, and the other cells, go on.

/** @import { Render } from "./types.js" */

import { h } from "./dom.js";

const LONGEST_REASON = 200;
const WHAT_TO_DO =
  "Everything else works, and your record is kept. Reload the page, or run the cell again; if that does not " +
  "help, tell the person who gave you the course what stands in brackets.";

/**
 * The same render, but for an error: that is said in the element, which is then marked as failed.
 *
 * @param {Render} render
 * @returns {Render}
 */
export function failingInPlace(render) {
  return ({ model, el }) => {
    try {
      return render({ model, el });
    } catch (trouble) {
      sayFailure(el, trouble);
    }
  };
}

/**
 * Put the sentence in the place of what was drawn so far.
 *
 * @param {HTMLElement} element
 * @param {unknown} trouble
 */
export function sayFailure(element, trouble) {
  console.error(trouble);
  element.dataset.failed = "true";
  element.classList.add("rr");
  element.replaceChildren(
    h(
      "p",
      { role: "alert", class: "rr-kept", "data-kind": "trouble" },
      `This part could not be shown (${reason(trouble)}). ${WHAT_TO_DO}`,
    ),
  );
}

/** @param {unknown} trouble */
const reason = (trouble) => String(trouble).slice(0, LONGEST_REASON);
