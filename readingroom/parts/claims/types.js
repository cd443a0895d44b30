// Types of the claims ledger, as JSDoc: nothing here runs. claims.py makes the content.

/** @import { Model, Paragraph, Saver } from "../base/types.js" */

/**
 * A claim and what the ledger says of it: prose is HTML, `stands` is the vote that agrees, or "". `materiality` is what
 * hangs on it, "" where the course does not say, and `hangs` why.
 *
 * @typedef {object} Claim
 * @property {string} id
 * @property {string} section
 * @property {number} [from] the first way through the lesson on which it stands, where that is not the shortest
 * @property {string} claim
 * @property {Paragraph[]} places
 * @property {"fact" | "forecast"} ballot
 * @property {string} verdict
 * @property {string} stands
 * @property {Ending[]} ended
 * @property {string} materiality
 * @property {string} hangs
 * @property {string} why
 * @property {string} evidence
 * @property {string} best
 * @property {string} unverified
 * @property {string[]} sources
 * @property {string[]} charts
 * @property {string[]} events
 */

/**
 * How a forecast ended.
 *
 * @typedef {{ forecast: string, by: string, outcome: string }} Ending
 */

/**
 * @typedef {{ vote: string, label: string }} Option
 * @typedef {Record<string, Option[]>} Ballots
 * @typedef {Record<string, { vote?: string }>} Votes by the id of the claim
 * @typedef {Record<string, { materiality?: string }>} Weighings by the id of the claim
 * @typedef {Record<string, string>} Materialities what each step means, the lightest first; none where it is not asked
 */

/**
 * @typedef {object} ClaimsContent
 * @property {string} title
 * @property {string} section of the lesson; "" for the whole article
 * @property {{ id: string, title: string }[]} sections
 * @property {Ballots} ballots
 * @property {{ date: string }} words
 * @property {string} course its name
 * @property {Record<string, string>} verdicts what each means
 * @property {Materialities} materialities
 * @property {Claim[]} claims
 */

/**
 * What the cards of one ledger share. While `reading.all` is set every verdict is shown and nobody votes; `voted` is
 * called after a vote or a weighing.
 *
 * @typedef {object} Ledger
 * @property {ClaimsContent} content
 * @property {Model} model
 * @property {Saver} saver
 * @property {{ all: boolean }} reading
 * @property {() => void} voted
 */

export {};
