// A reader's guess in a figure: a dotted line across its panel, its label in the margin among the others, and a ring
// around the figure it was a guess at.

/** @import { Annotation, Axis, Bars, Figure, GuessMark, LatestGuess, Trace } from "./types.js" */

import { spread } from "./label-places.js";

const OFF_SCALE = "<br>off the scale";

const BAR_TEXT = 18; // pixels above a bar in which its figure stands
const LABEL = 34; // pixels, the height of the guess's label: two lines, with the gap to the next
const MARGIN = 114; // pixels, what the label needs beside the lines

/**
 * The figure with the reader's guess in it; the figure itself where there is none.
 *
 * @param {Figure} figure
 * @param {LatestGuess | null | undefined} given
 * @param {boolean} [isStill] whether the scale stays as it is, and a guess beyond it is marked at its edge
 * @returns {Figure}
 */
export function withGuess(figure, given, isStill = false) {
  const { guess, data, layout } = figure;
  const value = given ? Number(given.value ?? Number.NaN) : Number.NaN;
  if (!guess || !Number.isFinite(value)) return figure;
  const scale = /** @type {Axis} */ (layout[`yaxis${guess.axis}`]);
  const [low, high] = [Math.min(...scale.range), Math.max(...scale.range)];
  const far = isStill
    ? value > high || value < low
    : value > guess.farthest * high || value < Math.min(0, guess.farthest * low);
  if (!far && value > high) scale.range = guess.rank ? [value + 0.5, scale.range[1]] : [scale.range[0], value * 1.1];
  if (!far && value < low && !guess.rank) scale.range = [value * 1.1, scale.range[1]];
  const { margin } = layout;
  return {
    ...figure,
    data:
      guess.at === null ? data.map((bars) => liftedText(bars, value, scale, layout.height)) : [...data, ringOf(guess)],
    layout: {
      ...layout,
      margin: { ...margin, r: Math.max(margin.r, MARGIN) },
      shapes: far ? layout.shapes : [...layout.shapes, lineOf(guess, value)],
      annotations: withLabel(layout.annotations, guess, value, far, scale, layout.height),
    },
  };
}

/**
 * @param {GuessMark} guess
 * @param {number} value
 */
const lineOf = (guess, value) => ({
  type: "line",
  xref: `x${guess.axis} domain`,
  x0: 0,
  x1: 1,
  yref: `y${guess.axis}`,
  y0: value,
  y1: value,
  layer: "below",
  line: { color: guess.colour, width: 3, dash: "dot" },
});

/**
 * The figure above a bar, a line higher where the guess would run through it.
 *
 * @param {Trace} trace
 * @param {number} value
 * @param {Axis} scale
 * @param {number} height
 */
function liftedText(trace, value, scale, height) {
  const { y, text } = /** @type {Bars} */ (/** @type {unknown} */ (trace));
  if (!text) return trace;
  const zone = (BAR_TEXT * (scale.range[1] - scale.range[0])) / plotHeight(scale, height);
  const isCrossed = (/** @type {number} */ top) => value - zone < top && top < value;
  return { ...trace, text: text.map((said, i) => (isCrossed(y[i]) ? `${said}<br> ` : said)) };
}

/**
 * @param {Axis} scale
 * @param {number} height of the figure
 */
const plotHeight = ({ domain }, height) => (domain[1] - domain[0]) * height;

/**
 * The labels with the guess's own, all of the margin in new places: the scale may have changed.
 *
 * @param {Annotation[]} annotations
 * @param {GuessMark} guess
 * @param {number} value
 * @param {boolean} far off the scale
 * @param {Axis} scale
 * @param {number} height of the figure
 */
function withLabel(annotations, guess, value, far, scale, height) {
  const [from, to] = scale.range;
  const room = plotHeight(scale, height);
  const domain = `y${guess.axis} domain`;
  const isBeside = (/** @type {Annotation} */ { yref, x }) => yref === domain && x === 1;
  const number = value.toLocaleString("en-GB", { maximumFractionDigits: 10 });
  const sign = !far ? "\u2605" : value > Math.max(from, to) === !guess.rank ? "\u2191" : "\u2193";
  const own = {
    text: `<span style="color:${guess.colour}">${sign}</span> your guess:<br>${number}${far ? OFF_SCALE : ""}`,
    xref: "paper",
    x: 1,
    xanchor: "left",
    xshift: 6,
    yref: domain,
    y: 0,
    yanchor: "middle",
    align: "left",
    showarrow: false,
    borderpad: 0,
  };
  /** @type {[number, number][]} */
  const labels = [...guess.labels, [value, far ? LABEL + 15 : LABEL]];
  const places = spread(
    labels.map(([at]) => Math.min(Math.max((at - from) / (to - from), 0), 1) * room),
    labels.map(([, tall]) => tall),
    room,
  );
  const beside = [...annotations.filter(isBeside), own].map((label, i) => ({ ...label, y: places[i] / room }));
  return [...annotations.filter((label) => !isBeside(label)), ...beside];
}

/** @param {GuessMark} guess */
const ringOf = (guess) => ({
  type: "scatter",
  mode: "markers",
  xaxis: `x${guess.axis}`,
  yaxis: `y${guess.axis}`,
  x: [guess.at],
  y: [guess.figure],
  hoverinfo: "skip",
  cliponaxis: false,
  marker: { symbol: "circle-open", size: 18, color: guess.colour, line: { width: 3 } },
});
