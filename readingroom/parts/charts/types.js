// Types of the charts, as JSDoc: nothing here runs. content.py makes the content.

/** @import { Paragraph } from "../base/types.js" */

/**
 * What is asked before the figure is shown: `figure` is the answer, `shown` the same as the page writes it. A rank
 * counts from the top.
 *
 * @typedef {{ question: string, unit: string, figure: number, shown: string, rank: boolean }} GuessQuestion
 */

/**
 * A guess that was saved.
 *
 * @typedef {{ text: string, value?: number }} Guess
 */

/**
 * What a reader asks of a chart of trade; partners by id.
 *
 * @typedef {{ partners: string[], flow: string, measure: string, since: number, until: number }} Asked
 */

/**
 * What can be asked: of each partner the views that are known ("share-both", ...), the years, what is asked at first,
 * and in a notebook the name on which a cell calls the chart.
 *
 * @typedef {object} AskContent
 * @property {{ id: string, label: string, views: string[] }[]} partners
 * @property {string} tests
 * @property {number} first
 * @property {number} last
 * @property {Asked} asked
 * @property {string} caller
 */

/**
 * What stands above a figure: `finding`, `claim`, `shows`, `caution` and the question are HTML.
 *
 * @typedef {object} HeadContent
 * @property {"head"} part
 * @property {string} chart its id
 * @property {string} anchor the id of the table below the figure
 * @property {string} title
 * @property {number} [level] of the heading that the title is; 3 where nothing is said
 * @property {string} finding one line, may be empty
 * @property {string} claim
 * @property {Paragraph[]} tests
 * @property {string} shows
 * @property {string} caution may be empty
 * @property {AskContent | null} ask null where the chart shows one thing
 * @property {GuessQuestion | null} guess null where the figure is shown at once
 */

/**
 * A series that is drawn, in HTML: what was measured, as of when, and what to keep in mind.
 *
 * @typedef {{ about: string, vintage: string, caveats: string[] }} Series
 */

/**
 * What stands below a figure: `calculated` and the sources are HTML. A row is a date and its figures, "" where unknown.
 *
 * @typedef {object} FootContent
 * @property {"foot"} part
 * @property {string} chart its id
 * @property {string} anchor the id of the table
 * @property {string} title
 * @property {string} unit
 * @property {string[]} head
 * @property {string[][]} rows
 * @property {string} csv
 * @property {string} course its name
 * @property {string} file the name under which the CSV is saved
 * @property {Series[]} series
 * @property {string[]} calculated
 * @property {string[]} sources
 */

export {};
