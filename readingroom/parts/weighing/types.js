// Types of verdict and weight, as JSDoc: nothing here runs. weighing.py makes the content.

/** @import { Paragraph } from "../base/types.js" */
/** @import { Ballots, Materialities, Votes, Weighings } from "../claims/types.js" */

/**
 * A claim, its verdict, and what hangs on it: `claim` and `hangs` are HTML.
 *
 * @typedef {object} WeighedClaim
 * @property {string} id
 * @property {string} claim
 * @property {Paragraph[]} places
 * @property {"fact" | "forecast"} ballot
 * @property {string} verdict
 * @property {string} materiality
 * @property {string} hangs
 */

/**
 * @typedef {object} WeighingContent
 * @property {Record<string, string>} verdicts what each means
 * @property {Materialities} materialities
 * @property {Ballots} ballots
 * @property {WeighedClaim[]} claims
 */

/**
 * What the reader said of claims so far.
 *
 * @typedef {{ votes?: Votes, weighings?: Weighings }} Judged
 */

/**
 * A verdict and what hangs on it, of one claim: as the ledger has it, or as the reader does.
 *
 * @typedef {{ verdict: string, materiality: string }} Judgement
 */

export {};
