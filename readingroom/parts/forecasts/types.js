// Types of the forecasts, as JSDoc: nothing here runs. forecasts.py makes the content.

/** @import { Paragraph } from "../base/types.js" */

/** @typedef {"happened" | "did not happen" | "partly" | "open"} Outcome */

/**
 * A forecast and how it ended: `forecast`, `wording`, `how` and the sources are HTML.
 *
 * @typedef {object} ForecastText
 * @property {string} id
 * @property {string} forecast
 * @property {Paragraph[]} places
 * @property {string} by the date by which it is judged
 * @property {string} wording of the article
 * @property {number} probability that the wording was read as
 * @property {Outcome} outcome
 * @property {string} ended the outcome in words
 * @property {string} how
 * @property {string[]} sources
 */

/**
 * While a forecast is open it has neither a value nor scores.
 *
 * @typedef {{ value: number, articleScore: number, guessScore: number }} Scored
 * @typedef {{ value: null, articleScore: null, guessScore: null }} Unscored
 * @typedef {ForecastText & (Scored | Unscored)} Forecast
 */

/**
 * A level of certainty and the shares of right answers, in per cent, between which it pays best.
 *
 * @typedef {{ level: number, name: string, from: number, to: number }} Level
 */

/**
 * @typedef {object} ForecastsContent
 * @property {string} title
 * @property {{ text: string, capitalised: string, date: string }} words
 * @property {Forecast[]} forecasts
 * @property {number} guess the probability that a reader without any knowledge gives
 * @property {{ probability: number, wording: string }[]} readings how wordings were turned into numbers
 * @property {Level[]} levels
 */

/**
 * The probabilities that the reader gave, by the id of the forecast; the outcome is shown of those that are locked.
 *
 * @typedef {Record<string, { value: number, locked?: boolean }>} Probabilities
 */

export {};
