// A reader's guess in a figure: a dotted line across its panel, and a ring around the figure it was a guess at.

/** @import { Axis, Figure, GuessMark, LatestGuess } from "./types.js" */

/**
 * The figure with the reader's guess in it; the figure itself where there is none.
 *
 * @param {Figure} figure
 * @param {LatestGuess | null | undefined} given
 * @returns {Figure}
 */
export function withGuess(figure, given) {
  const { guess, data, layout } = figure;
  const value = given ? Number(given.value ?? Number.NaN) : Number.NaN;
  if (!guess || !Number.isFinite(value)) return figure;
  const scale = /** @type {Axis} */ (layout[`yaxis${guess.axis}`]);
  const [low, high] = [Math.min(...scale.range), Math.max(...scale.range)];
  const far = value > guess.farthest * high || value < Math.min(0, guess.farthest * low);
  if (!far && value > high) scale.range = guess.rank ? [value + 0.5, scale.range[1]] : [scale.range[0], value * 1.1];
  if (!far && value < low && !guess.rank) scale.range = [value * 1.1, scale.range[1]];
  const top = value > high ? high : low;
  const label = {
    ...labelOf(guess, value, far),
    y: far ? top : value,
    yanchor: value > high && far ? "top" : "bottom",
  };
  return {
    ...figure,
    data: guess.at === null ? data : [...data, ringOf(guess)],
    layout: {
      ...layout,
      shapes: far ? layout.shapes : [...layout.shapes, lineOf(guess, value)],
      annotations: [...layout.annotations, label],
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
 * @param {GuessMark} guess
 * @param {number} value
 * @param {boolean} far off the scale
 */
function labelOf(guess, value, far) {
  const number = value.toLocaleString("en-GB", { maximumFractionDigits: 10 });
  return {
    text: `\u2605 your guess: ${number}${far ? ", off the scale" : ""}`,
    xref: `x${guess.axis} domain`,
    x: 0.99,
    xanchor: "right",
    yref: `y${guess.axis}`,
    showarrow: false,
    font: { color: guess.colour },
  };
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
