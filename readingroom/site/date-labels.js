// The labels of dates above a figure that is asked for fewer years: none on another, none cut off.

/** @import { Asked } from "../parts/charts/types.js" */
/** @import { Annotation } from "./types.js" */

const [NARROWEST, LETTER, NUMERAL, BESIDE_SCALE] = [340, 6, 7.5, 8]; // pixels on a narrow phone, as in marks.py

/**
 * @typedef {{ from: number, to: number }} Span
 * @typedef {{ label: Annotation, spans: Span[] }} Placed
 *   A label with its ends, in pixels on a narrow phone: beside a scale of short numbers, and of long ones.
 */

/**
 * The labels in their order from the left. One that has no room becomes its year alone, or moves to the other side of
 * its line, or goes, where nothing else is left.
 *
 * @param {Annotation[]} labels
 * @param {number} margin
 * @param {number} top of the scale
 * @param {Asked} asked
 * @returns {Annotation[]}
 */
export function dateLabels(labels, margin, top, asked) {
  /** @type {Placed[]} */
  const placed = [];
  for (const label of [...labels].sort((a, b) => Number(a.x) - Number(b.x))) {
    const found = choices(label)
      .map((choice) => ({ label: choice, spans: spans(choice, margin, top, asked) }))
      .find((choice) => isWhole(choice) && !placed.some((other) => meet(choice, other)));
    if (found) placed.push(found);
  }
  return placed.map(({ label }) => label);
}

/**
 * @param {Annotation} label
 * @returns {Annotation[]}
 */
function choices(label) {
  const sides = [label.xanchor, "right", "left", "center"];
  const year = String(Math.round(Number(label.x)));
  return [label, ...sides.map((xanchor) => ({ ...label, text: year, xanchor }))];
}

/** @param {Placed} placed */
const isWhole = ({ spans }) => spans.every(({ from, to }) => from >= 0 && to <= NARROWEST);

/**
 * @param {Placed} a
 * @param {Placed} b
 */
const meet = (a, b) =>
  a.label.yshift === b.label.yshift && a.spans.some(({ from, to }, i) => from < b.spans[i].to && b.spans[i].from < to);

/**
 * From where to where a label reaches: how many numerals plotly writes on the scale is not known here, but at least
 * one, and at most these.
 *
 * @param {Annotation} label
 * @param {number} margin
 * @param {number} top
 * @param {Asked} asked
 * @returns {Span[]}
 */
function spans(label, margin, top, { since, until }) {
  const part = (Number(label.x) - since + 0.5) / (until - since + 1);
  const most = Math.max(3, String(Math.floor(top)).length + 1);
  const wide = width(label.text);
  const before = { right: wide, left: 0, center: wide / 2 }[/** @type {"right" | "left" | "center"} */ (label.xanchor)];
  return [1, most].map((numerals) => {
    const left = BESIDE_SCALE + NUMERAL * numerals;
    const from = left + part * (NARROWEST - margin - left) - before;
    return { from, to: from + wide };
  });
}

/** @param {string} text */
const width = (text) => [...text].reduce((sum, letter) => sum + (/\d/.test(letter) ? NUMERAL : LETTER), 0);
