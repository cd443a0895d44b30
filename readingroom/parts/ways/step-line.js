// Where am I: the steps of a lesson in one line, each with its minutes and what is done of it.

/** @import { ReaderState, Step } from "./types.js" */

import { goTo, h, unique, withSigns } from "../base/dom.js";

/**
 * @param {Step[]} steps
 * @param {HTMLElement} host the part, to find the page or the notebook that it stands in
 */
export function stepLine(steps, host) {
  const lines = steps.map((step) => {
    const amount = h("span", { class: "rr-step-done" });
    const link = h(
      "button",
      { type: "button", class: "rr-quiet", onclick: () => goToStep(step.title, host) },
      step.title,
    );
    return { step, amount, element: h("li", {}, link, " ", amount) };
  });
  const list = h(
    "ol",
    { class: "rr-way-steps" },
    lines.map(({ element }) => element),
  );

  /**
   * @param {ReaderState} state
   * @param {number} way
   */
  function show(state, way) {
    for (const { step, amount, element } of lines) {
      const acts = step.acts.filter(([, , from]) => from <= way);
      const count = acts.filter(([place, subject]) => isDone(state[place]?.[subject])).length;
      element.hidden = !acts.length;
      element.dataset.done = String(acts.length > 0 && count === acts.length);
      amount.replaceChildren(...withSigns(amountText(step.minutes[way], count, acts.length)));
    }
  }
  return { element: h("nav", { "aria-label": "Steps of this lesson" }, list), show };
}

/**
 * @param {number} minutes
 * @param {number} count
 * @param {number} all
 */
function amountText(minutes, count, all) {
  if (!count) return `${minutes} min`;
  return count === all ? "\u2713 done" : `${count} of ${all}`;
}

/** A mark that was taken back is none. @param {{ [field: string]: any } | undefined} entry */
export const isDone = (entry) => Boolean(entry) && entry?.mark !== "";

/** The anchor of a heading on a plain page, as content/lesson_cells.py makes it. @param {string} title */
export const anchorOf = (title) =>
  title
    .toLowerCase()
    .replace(/[^\p{L}\p{N}_]+/gu, "-")
    .replace(/^-|-$/g, "");

/**
 * In a notebook the extension knows all cells, also those that are not drawn; else the heading is looked for.
 *
 * @param {string} title
 * @param {HTMLElement} host
 */
export function goToStep(title, host) {
  const asked = new CustomEvent("rr-step", { detail: title, bubbles: true, cancelable: true });
  if (!host.dispatchEvent(asked)) return;
  const page = host.closest(".jp-Notebook") ?? document;
  const headings = /** @type {NodeListOf<HTMLElement>} */ (page.querySelectorAll("h2"));
  const heading =
    [...headings].find((found) => found.textContent?.replace(/\u00b6$/, "").trim() === title) ??
    document.getElementById(anchorOf(title)); // a browser that translates the page changes its words alone
  if (!heading) return;
  heading.id ||= unique("step");
  heading.tabIndex = -1;
  goTo(heading.id);
}
