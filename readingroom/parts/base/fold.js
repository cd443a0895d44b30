// Folds: what is not on the way that a reader has chosen stands behind a line, which opens it. The way is known to the
// whole page, since each part of a notebook has this module for itself; ways/ways.js lets the reader choose.

import { h } from "./dom.js";

const EVERYTHING = 9; // where nobody chooses, nothing folds in
const FOLDS = "details.rr-fold";

/** The number of the way through the lesson, from the shortest one. */
export function currentWay() {
  return Number(document.documentElement.dataset.rrWay ?? EVERYTHING);
}

/**
 * Take a way, everywhere on the page; "rr-way" tells those who do more than fold.
 *
 * @param {number} way
 */
export function takeWay(way) {
  document.documentElement.dataset.rrWay = String(way);
  for (const details of /** @type {NodeListOf<HTMLDetailsElement>} */ (document.querySelectorAll(FOLDS))) {
    settle(details);
  }
  document.dispatchEvent(new CustomEvent("rr-way"));
}

/** @param {HTMLDetailsElement} details */
function settle(details) {
  const isOnWay = Number(details.dataset.from) <= currentWay();
  details.open = isOnWay;
  details.toggleAttribute("data-on", isOnWay);
}

/**
 * Put neighbours that stand from a later way on behind one line; `from` is left out where something always stands.
 *
 * @param {{ element: HTMLElement, from?: number }[]} entries
 * @param {(count: number) => string} title of a line
 * @returns {HTMLElement[]}
 */
export function folded(entries, title) {
  /** @type {{ from: number, elements: HTMLElement[] }[]} */
  const runs = [];
  for (const { element, from = 0 } of entries) {
    const last = runs.at(-1);
    if (last?.from === from) last.elements.push(element);
    else runs.push({ from, elements: [element] });
  }
  return runs.flatMap(({ from, elements }) => (from ? [fold(from, title(elements.length), elements)] : elements));
}

/**
 * @param {number} from
 * @param {string} title
 * @param {HTMLElement[]} elements
 */
function fold(from, title, elements) {
  const details = h("details", { class: "rr-fold", "data-from": String(from) }, h("summary", {}, title), elements);
  settle(details);
  return details;
}
