// How a guess compares with the figure.

/** @import { Guess, GuessQuestion } from "./types.js" */

import { h, plural } from "../base/dom.js";
import { parseNumber } from "../quiz/text-answers.js";

/**
 * @param {GuessQuestion} question
 * @param {Guess} [guess] none where the figure is shown without one
 */
export function guessResult({ unit, shown, figure, rank }, guess) {
  const answer = unit ? `${shown} ${unit}` : shown;
  if (!guess) return h("p", {}, h("strong", {}, `The figure is ${answer}.`));
  const value = parseNumber(guess.value ?? guess.text);
  const typed = value === null ? guess.text : value.toLocaleString("en-GB", { maximumFractionDigits: 10 });
  return h(
    "p",
    {},
    h("strong", {}, `You said ${typed}; the figure is ${answer}.`),
    value === null ? "" : ` ${(rank ? howManyPlaces : howFar)(value, figure)}`,
  );
}

/**
 * @param {number} value
 * @param {number} figure
 */
function howFar(value, figure) {
  if (value === figure) return "Exactly.";
  const times = value / figure;
  if (Math.abs(times - 1) <= 0.1) return "Close.";
  if (times >= 2) return `Your guess is about ${Math.round(times).toLocaleString("en-GB")} times as high.`;
  if (times > 0 && times <= 0.5) {
    return `The figure is about ${Math.round(1 / times).toLocaleString("en-GB")} times as high.`;
  }
  return value > figure ? "Your guess is too high." : "Your guess is too low.";
}

/**
 * The first place is the highest, and twice a place means nothing.
 *
 * @param {number} value
 * @param {number} figure
 */
function howManyPlaces(value, figure) {
  if (value === figure) return "Exactly.";
  const places = plural(Math.abs(figure - value), "place");
  return `That is ${places} ${figure > value ? "lower" : "higher"} than you guessed.`;
}
