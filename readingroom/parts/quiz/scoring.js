// How right an answer is, from 0 to 1. learning/scoring.py does the same; tests/scoring_cases.json holds both to it.

/** @import { AnswerKey, Scorer } from "./types.js" */

import { KINDS } from "./kinds/index.js";

/** @type {Record<string, Scorer>} */
const SCORERS = Object.fromEntries(
  Object.values(KINDS).flatMap(({ scorer }) => (scorer ? [[scorer.name, scorer]] : [])),
);

/**
 * How much of a response is right, from 0 to 1; an empty or malformed response is worth 0.
 *
 * @param {AnswerKey} key
 * @param {unknown} response
 */
export function fraction(key, response) {
  return SCORERS[key.kind].fraction(key, response);
}

/**
 * Whether there is anything in a response to score.
 *
 * @param {AnswerKey} key
 * @param {unknown} response
 */
export function isAnswered(key, response) {
  return SCORERS[key.kind].isAnswered(response);
}
