// What first answers and votes add up to; touches no DOM.

/** @import { Comparison, GainContent, GivenAnswers, GivenVotes, Pair, PairResult } from "./types.js" */

/**
 * The first answers to each pair, and the sums over the pairs of which both were answered.
 *
 * @param {Pair[]} pairs
 * @param {GivenAnswers} answers
 * @returns {Comparison}
 */
export function comparePairs(pairs, answers) {
  const rows = pairs.map((pair) => ({
    topic: pair.topic,
    before: firstFraction(answers, pair.before),
    after: firstFraction(answers, pair.after),
  }));
  const both = rows.filter((row) => row.before !== null && row.after !== null);
  return {
    rows,
    pairs: both.length,
    before: sum(both.map((row) => row.before ?? 0)),
    after: sum(both.map((row) => row.after ?? 0)),
    answeredBefore: rows.filter((row) => row.before !== null).length,
    answeredAfter: rows.filter((row) => row.after !== null).length,
  };
}

/**
 * How many votes there are on claims about facts, and how many of them agree with the ledger.
 *
 * @param {GainContent["votes"]} agreeing
 * @param {GivenVotes} votes
 */
export function countVotes(agreeing, votes) {
  const given = Object.keys(agreeing).filter((claim) => typeof ownOf(votes, claim)?.vote === "string");
  return { given: given.length, agree: given.filter((claim) => votes[claim].vote === agreeing[claim]).length };
}

/**
 * The share that was right of the first answer to an item, or null.
 *
 * @param {GivenAnswers} answers
 * @param {string} item
 */
export function firstFraction(answers, item) {
  const first = ownOf(answers, item)?.first;
  return typeof first === "number" ? first : null;
}

/** How one question went in words. @param {PairResult} row */
export function changeInWords({ before, after }) {
  if (before === null || after === null) return "";
  if (after > before) return "gained";
  if (after < before) return "lost";
  return before >= 1 ? "knew it, know it" : "no change";
}

/** A share in words: a whole one, a part, none, or not answered. @param {number | null} fraction */
export function fractionInWords(fraction) {
  if (fraction === null) return "not answered";
  if (fraction >= 1) return "right";
  return fraction <= 0 ? "not right" : `${Math.round(100 * fraction)} per cent right`;
}

/** A sum of shares with one decimal where it needs one. @param {number} value */
export const score = (value) => String(Math.round(10 * value) / 10);

/** @param {number[]} values */
const sum = (values) => values.reduce((total, value) => total + value, 0);

/**
 * @template Value
 * @param {Record<string, Value>} values
 * @param {string} name
 */
const ownOf = (values, name) => (Object.hasOwn(values, name) ? values[name] : undefined);
