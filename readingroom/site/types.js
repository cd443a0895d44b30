// Types that the site's scripts share, as JSDoc: nothing here runs.

/** @import { SavedEntry } from "../parts/base/types.js" */
/** @import { AskContent } from "../parts/charts/types.js" */

/**
 * The latest entry on one subject, without its `what` and the subject itself; what else it holds depends on its place.
 *
 * @typedef {{ id: string, at: string, [field: string]: any }} LatestEntry
 * @typedef {LatestEntry & { fraction: number, certainty?: number, tries: number, first: number }} LatestAnswer
 * @typedef {LatestEntry & { text: string }} LatestNote
 * @typedef {LatestEntry & { mark: string | null }} LatestMark
 * @typedef {LatestEntry & { value?: number | null }} LatestGuess
 */

/**
 * What the entries of a record add up to: each place holds the latest entries by their subject.
 *
 * @typedef {object} Progress
 * @property {Record<string, LatestAnswer>} answers by item; `tries` counts them, `first` is the first one's fraction
 * @property {Record<string, LatestEntry>} drafts by item
 * @property {Record<string, LatestNote>} notes by paragraph
 * @property {Record<string, LatestMark>} marks by paragraph
 * @property {Record<string, LatestGuess>} guesses by chart
 * @property {Record<string, LatestEntry>} votes by claim
 * @property {Record<string, LatestEntry>} weighings by claim: what hangs on it, as the reader judges
 * @property {Record<string, LatestEntry>} probabilities by forecast
 * @property {Record<string, LatestEntry>} doubts by node of the argument
 * @property {Record<string, LatestEntry>} tasks by task
 * @property {Record<string, LatestEntry>} settings by name
 */

/**
 * The reader's record: entries in the browser's storage and the progress they add up to.
 *
 * @typedef {object} RecordStore
 * @property {string} id tells it from other records that one browser keeps: the course's id
 * @property {() => SavedEntry[]} entries oldest first
 * @property {(entries: SavedEntry[]) => string[]} keep store entries and return the ids of all; throws where the
 *   browser refuses them, and then they still are on the page
 * @property {(text: string) => [number, number]} restore add the entries of a downloaded text; how many were new, and
 *   how many lines could not be read; throws where there is no room for all, and then nothing has changed
 * @property {() => void} clear take everything away, in the browser too
 * @property {Progress} state setting it notifies the listeners
 * @property {() => string} text all entries, one a line
 * @property {(listener: () => void) => () => void} watch call the listener at every change; returns what stops that
 */

/**
 * A quiz, with the section it is about where there is one: ids of its paragraphs and items; `written` items are marked
 * by people.
 *
 * @typedef {{ quiz: string, title: string, paragraphs: string[], items: string[], written: string[] }} CourseRow
 */

/**
 * What a record counts: `record_counts` in parts/record/static_html.py.
 *
 * @typedef {object} RecordCounts
 * @property {CourseRow[]} rows
 * @property {Record<string, number>} numbers paragraph -> its number
 * @property {Record<string, string[]>} claims what hangs on a claim -> the claims; under "" those that do not say
 */

/**
 * What every page knows of the course: `course_data` in template.py.
 *
 * @typedef {object} Course
 * @property {string} id
 * @property {string} mark stands before a paragraph's number
 * @property {string} text what the course calls its text
 * @property {Record<string, string>} lessons section -> the page that reads it
 * @property {CourseRow[]} rows those of which the page has a line of progress
 * @property {string[]} ways the ways through a lesson, from the shortest; none in a course that has none
 * @property {number} usual the number of the way that somebody is given who chose none
 */

/**
 * What a part's module takes; each module says what is in it.
 *
 * @typedef {Record<string, any>} Content
 */

/**
 * What a chart on a page is made of: what stands above its figure, and the figure's name. What stands below is a file.
 *
 * @typedef {object} ChartContent
 * @property {Content & { chart: string, finding: string, guess: object | null, ask: AskContent | null }} head `guess`
 *   where one is asked for, `ask` where it can be asked
 * @property {string} figure
 * @property {boolean} [asked] whether the lesson's own call asks for a view
 * @property {number} [height] of the figure, in pixels
 */

/**
 * What is used of plotly's script.
 *
 * @typedef {object} Plotly
 * @property {(sheet: HTMLElement, data: Trace[], layout: Layout, config: object) => Promise<PlottedElement>} newPlot
 * @property {(figure: Element, size: { width: number | null, height?: number, autosize: boolean }) => void} relayout
 *
 * @typedef {HTMLDivElement & { layout: Layout, on: (event: string, listener: () => void) => void }} PlottedElement
 */

/**
 * Plotly's own JSON, as far as a page reads it.
 *
 * @typedef {{ type: string, [attribute: string]: any }} Trace
 * @typedef {{ range: [number, number], domain: [number, number] }} Axis
 * @typedef {{ y: number[], text?: string[] }} Bars
 * @typedef {{ text: string, x: number | string, y: number, yref: string, [attribute: string]: any }} Annotation
 * @typedef {{
 *   height: number,
 *   margin: { r: number },
 *   shapes: any[],
 *   annotations: Annotation[],
 *   [attribute: string]: any,
 * }} Layout
 */

/**
 * A figure as chart_figures.py writes it.
 *
 * `picture` is the figure as SVG, in several widths; `readings` are places along its foot, in parts of the drawing's
 * width, with what is said there.
 *
 * @typedef {{ data: Trace[], layout: Layout, config: object, guess: GuessMark | null }} Figure
 * @typedef {Figure & { picture: string, readings: [number, string][] }} StillFigure
 */

/**
 * The figure of a view with all partners and years, as chart_figures.py writes it; a line for each trace.
 *
 * @typedef {{ partner: string, label: string, head: string, decimals: number, sign: string }} AskedLine
 *
 * @typedef {object} AskedFigure
 * @property {Trace[]} data
 * @property {Layout} layout
 * @property {object} config
 * @property {string} unit
 * @property {AskedLine[]} lines
 * @property {{ value: number, height: number }[]} levels
 */

/**
 * Where a reader's guess is marked in a figure.
 *
 * @typedef {object} GuessMark
 * @property {string} axis the number of its axes, empty for the first
 * @property {number} figure what was guessed at
 * @property {string | number | null} at its place in time; null in a figure of bars
 * @property {boolean} rank whether the axis counts places, the first one highest
 * @property {number} farthest how many times the axis a guess may reach and still be on it
 * @property {string} colour
 * @property {[number, number][]} labels those beside its panel: the height at which each would stand, on the scale, and
 *   how tall it is, in pixels
 */

export {};
