// Scores of probabilities and of certainty, as learning/brier.py and learning/progress.py reckon them.

/**
 * @param {number} probability
 * @param {number} value what happened, from 0 to 1
 */
export const squaredError = (probability, value) => (probability - value) ** 2;

/**
 * @param {number} probability
 * @param {number | null} value what happened, from 0 to 1; null while the forecast is open
 */
export const brierScore = (probability, value) => (value === null ? null : squaredError(probability, value));

/** @param {number[]} numbers at least one */
export const mean = (numbers) => numbers.reduce((sum, n) => sum + n, 0) / numbers.length;

/**
 * How many answers were given with a level of certainty, and what share of them was right.
 *
 * @typedef {[answers: number, right: number]} LevelResult
 */

/**
 * The result of each level of certainty that was used.
 *
 * @param {{ certainty?: number, fraction: number }[]} answers
 * @returns {Record<number, LevelResult>}
 */
export function calibration(answers) {
  return Object.fromEntries(
    [1, 2, 3].flatMap((level) => {
      const found = answers.filter((answer) => answer.certainty === level).map((answer) => answer.fraction);
      return found.length ? [[level, [found.length, mean(found)]]] : [];
    }),
  );
}

/**
 * A typed probability as a share from 0 to 1, or null where it is none.
 *
 * @param {string} text
 */
export function parseProbability(text) {
  const typed = text.trim().replace(/\s*%$/, "").replace(",", ".");
  const percent = typed === "" ? NaN : Number(typed);
  return percent >= 0 && percent <= 100 ? percent / 100 : null;
}
