// Types of the timeline, as JSDoc: nothing here runs. timeline.py makes the content.

/** @import { Paragraph } from "../base/types.js" */

/**
 * First and last: whole years, or the moments between which a date lies, in years with their fraction.
 *
 * @typedef {[first: number, last: number]} YearRange
 */

/**
 * A theme; its events stand in one lane of the figure. `lane` counts from 1 and picks the colour.
 *
 * @typedef {{ id: string, label: string, sign: string, lane: number }} Theme
 */

/**
 * An event. What has none is ""; `what`, `where`, `unverified` and the sources are HTML.
 *
 * @typedef {object} TimelineEvent
 * @property {string} id
 * @property {string} title
 * @property {string} words its date in words
 * @property {string} theme
 * @property {boolean} span whether it lasts from one date to another
 * @property {"day" | "month" | "year"} precision of the start
 * @property {YearRange} start
 * @property {YearRange} end of the only date, where it is no span
 * @property {string} what
 * @property {string} relation to the text, in words
 * @property {string} where the text speaks of it
 * @property {string} marker its label, where the text divides its story by it
 * @property {string[]} sections
 * @property {string} unverified
 * @property {Paragraph[]} paragraphs
 * @property {string[]} sources
 */

/**
 * When the text was written, and the label of the time after it.
 *
 * @typedef {{ at: number, label: string }} Written
 */

/**
 * What the part is given. A period without a last year reaches to the last event; the section "" is all of them.
 *
 * @typedef {object} TimelineContent
 * @property {string} title
 * @property {string} section of the lesson; "" for the whole course
 * @property {{ text: string }} words
 * @property {Theme[]} themes
 * @property {[first: number, last: number | null][]} periods
 * @property {{ id: string, title: string, years: YearRange }[]} sections
 * @property {YearRange} allYears
 * @property {Written} written
 * @property {TimelineEvent[]} events in the order of their dates
 */

/**
 * Which events are shown: of these themes, of the section ("" for all), from the first year to the end of the last.
 *
 * @typedef {{ themes: Set<string>, section: string, from: number, to: number }} Filter
 */

/**
 * A stretch of a row, in pixels; intoRows gives the row.
 *
 * @typedef {{ left: number, right: number, row: number }} Stretch
 */

/**
 * Where an event's mark stands: drawn from x0 to x1; from `left` to `right` nothing else stands in its row.
 *
 * @typedef {object} MarkShape
 * @property {TimelineEvent} event
 * @property {YearRange | null} sure from where to where in it the event surely went on
 * @property {number} middle
 * @property {number} x0
 * @property {number} x1
 * @property {string} [words] beside it
 * @property {"left" | "right"} [side] on which they stand
 *
 * @typedef {Stretch & MarkShape} Mark
 */

/**
 * A mark in the figure: its lane, counted from 0, its middle in pixels, its element.
 *
 * @typedef {{ event: TimelineEvent, lane: number, x: number, y: number, element: SVGGElement }} DrawnMark
 */

/**
 * What is called when an event is chosen, or pointed at (null: no longer).
 *
 * @typedef {(id: string) => void} Choose
 * @typedef {(id: string | null) => void} Point
 */

export {};
