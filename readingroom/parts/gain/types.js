// Types of what was gained, as JSDoc: nothing here runs. gain.py makes the content.

/**
 * Two items that ask the same in different words.
 *
 * @typedef {{ topic: string, before: string, after: string }} Pair
 */

/**
 * @typedef {object} GainContent
 * @property {string} before what the earlier quiz is called
 * @property {string} after what the later quiz is called
 * @property {Pair[]} pairs
 * @property {Record<string, string>} votes claim -> the vote that agrees with the ledger
 * @property {string} judges the item whose cards are claims of another text, or empty
 * @property {string} text what the course calls its text
 */

/**
 * First answers to one pair, as shares from 0 to 1; null where there is none.
 *
 * @typedef {{ topic: string, before: number | null, after: number | null }} PairResult
 */

/**
 * @typedef {object} Comparison
 * @property {PairResult[]} rows
 * @property {number} pairs of which both items were answered
 * @property {number} before sum of the shares over these pairs
 * @property {number} after
 * @property {number} answeredBefore
 * @property {number} answeredAfter
 */

/**
 * The reader's answers and votes as the progress has them.
 *
 * @typedef {Record<string, { first?: number }>} GivenAnswers
 * @typedef {Record<string, { vote?: string }>} GivenVotes
 */

export {};
