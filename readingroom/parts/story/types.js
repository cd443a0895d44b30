// Types of the story, as JSDoc: nothing here runs. content.py makes the content.

/** @import { HeadContent } from "../charts/types.js" */
/** @import { Item } from "../quiz/types.js" */
/** @import { TimelineContent, TimelineEvent } from "../timeline/types.js" */
/** @import { TimeWindow } from "../timeline/zoom.js" */

/**
 * A stop. The heading, the text, what was unknown and the sources are HTML; `days` are those of its window, in words.
 *
 * @typedef {object} Stop
 * @property {string} id
 * @property {string} event that it tells of
 * @property {string} label of the event's marker, or its year
 * @property {string} heading
 * @property {string} days
 * @property {TimeWindow} window
 * @property {string} text
 * @property {string} chart its name
 * @property {string} unknown
 * @property {string[]} sources
 * @property {Item} item
 */

/**
 * In a notebook `part` is "head" above the chart and "foot" below it; on a plain page it is "page".
 *
 * @typedef {object} StoryContent
 * @property {"page" | "head" | "foot"} part
 * @property {string} quiz under which the record keeps the answers
 * @property {string} section of the lesson; "" for the whole course
 * @property {string} title
 * @property {string} about
 * @property {Pick<TimelineContent, "themes" | "words" | "written">} timeline
 * @property {TimelineEvent[]} events of the years of the stops
 * @property {Stop[]} stops
 * @property {Record<string, HeadContent>} charts what stands above each, on a plain page
 */

export {};
