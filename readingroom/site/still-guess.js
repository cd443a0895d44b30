// A reader's guess in a chart's picture: a dotted line, a label among the others beside the panel, a ring or an arrow.

/** @import { Annotation, Axis, Figure, GuessMark, LatestGuess } from "./types.js" */

import { svg as drawnElement } from "../parts/base/svg.js";
import { withGuess } from "./guess-mark.js";

const [ROW, RISE, BESIDE] = [15, 11.5, 6]; // pixels, as in words.py

/**
 * @param {HTMLElement} place with the picture in all its widths
 * @param {Figure} figure
 * @param {LatestGuess} given
 */
export function markGuess(place, figure, given) {
  const { guess } = figure;
  const value = Number(given.value ?? Number.NaN);
  if (!guess || !Number.isFinite(value)) return;
  const marked = withGuess(figure, given, true);
  for (const svg of /** @type {NodeListOf<SVGSVGElement>} */ (place.querySelectorAll(".rr-still"))) {
    const frame = frameOf(svg, marked, guess);
    moveLabels(svg, marked, guess, frame);
    liftFigures(svg, marked);
    if (marked.layout.shapes.length > figure.layout.shapes.length) svg.prepend(guessLine(value, guess, frame));
    if (guess.at !== null) svg.append(ring(guess, guess.at, frame));
  }
}

/**
 * Where a panel's values stand in a picture of one width.
 *
 * @typedef {{ left: number, right: number, x: (at: number | string) => number, y: (value: number) => number,
 *   part: (part: number) => number }} PanelFrame
 *
 * @param {SVGSVGElement} svg
 * @param {Figure} figure
 * @param {GuessMark} guess
 * @returns {PanelFrame}
 */
function frameOf(svg, { layout }, guess) {
  const { domain, range } = /** @type {Axis} */ (layout[`yaxis${guess.axis}`]);
  const [top, bottom] = [layout.height * (1 - domain[1]), layout.height * (1 - domain[0])];
  const [left, right] = [Number(svg.dataset.left), Number(svg.dataset.right)];
  const ends = /** @type {(number | string)[]} */ (layout[`xaxis${guess.axis}`].range ?? [0, 1]).map(ordinal);
  return {
    left,
    right,
    x: (at) => left + ((ordinal(at) - ends[0]) / (ends[1] - ends[0])) * (right - left),
    y: (value) => bottom - ((value - range[0]) / (range[1] - range[0])) * (bottom - top),
    part: (part) => bottom - part * (bottom - top),
  };
}

/** @param {number | string} at */
const ordinal = (at) => (typeof at === "string" ? Date.parse(at) : at);

/**
 * @param {SVGSVGElement} svg
 * @param {Figure} marked
 * @param {GuessMark} guess
 * @param {PanelFrame} frame
 */
function moveLabels(svg, { layout }, guess, frame) {
  const domain = `y${guess.axis} domain`;
  const beside = layout.annotations.filter(({ x, yref }) => x === 1 && yref === domain);
  const labels = /** @type {NodeListOf<SVGGElement>} */ (
    svg.querySelectorAll(`.rr-margin-label[data-panel="${guess.axis}"]`)
  );
  labels.forEach((label, i) => {
    label.setAttribute("transform", `translate(0 ${frame.part(beside[i].y) - Number(label.dataset.at)})`);
  });
  svg.append(ownLabel(beside[beside.length - 1], guess, frame));
}

/**
 * @param {Annotation} label whose text is a coloured sign and rows of words
 * @param {GuessMark} guess
 * @param {PanelFrame} frame
 */
function ownLabel(label, guess, frame) {
  const [, sign, words] = /** @type {string[]} */ (/<span[^>]*>(.*?)<\/span> (.*)/.exec(label.text));
  const rows = words.split("<br>");
  const top = frame.part(label.y) - (ROW * rows.length) / 2;
  const group = drawnElement("g", { class: "rr-own-guess" });
  rows.forEach((row, i) => {
    const text = drawnElement("text", { x: frame.right + BESIDE, y: top + RISE + ROW * i });
    if (!i) {
      const mark = drawnElement("tspan", { fill: guess.colour });
      mark.textContent = sign;
      text.append(mark, " ");
    }
    text.append(row);
    group.append(text);
  });
  return group;
}

/**
 * The figures above bars, a row higher where the line would run through them.
 *
 * @param {SVGSVGElement} svg
 * @param {Figure} marked
 */
function liftFigures(svg, { data }) {
  const said = data.flatMap((trace) => (trace.type === "bar" ? /** @type {string[]} */ (trace.text) : []));
  svg.querySelectorAll(".rr-bar-text").forEach((text, i) => {
    if (said[i].includes("<br>")) text.setAttribute("transform", `translate(0 ${-ROW})`);
  });
}

/**
 * @param {number} value
 * @param {GuessMark} guess
 * @param {PanelFrame} frame
 */
function guessLine(value, guess, { left, right, y }) {
  const look = { stroke: guess.colour, "stroke-width": 3, "stroke-dasharray": "3 3", fill: "none" };
  return drawnElement("path", { d: `M${left} ${y(value)}H${right}`, ...look });
}

/**
 * @param {GuessMark} guess
 * @param {number | string} at
 * @param {PanelFrame} frame
 */
const ring = ({ figure, colour }, at, { x, y }) =>
  drawnElement("circle", { cx: x(at), cy: y(figure), r: 9, fill: "none", stroke: colour, "stroke-width": 3 });
