// Certainty-based marks: level -> marks when right, marks when wrong; learning/certainty.py does the same.

/** @type {Record<number, [number, number]>} */
export const LEVELS = { 1: [1, 0], 2: [2, -2], 3: [3, -6] };

/**
 * The marks for an answer that is right from 0 to 1, at a level of certainty.
 *
 * @param {number} right
 * @param {number} level
 */
export function marks(right, level) {
  const [won, lost] = LEVELS[level];
  return right * won + (1 - right) * lost;
}
