// What the filters of the timeline let through: themes, section, years.

/** @import { Filter, TimelineContent, TimelineEvent } from "./types.js" */

/**
 * What is shown at first: everything of the lesson's section, in the years where it lies.
 *
 * @param {TimelineContent} content
 * @returns {Filter}
 */
export function firstFilter(content) {
  const [from, to] = yearsOfSection(content, content.section);
  return { themes: allThemes(content), section: content.section, from, to };
}

/** @param {TimelineContent} content */
export const allThemes = (content) => new Set(content.themes.map((theme) => theme.id));

/**
 * @param {TimelineContent} content
 * @param {string} id
 */
export function yearsOfSection(content, id) {
  return content.sections.find((section) => section.id === id)?.years ?? content.allYears;
}

/**
 * @param {TimelineEvent} event
 * @param {string} section "" for all
 */
export const inSection = (event, section) => !section || event.sections.includes(section);

/**
 * Whether an event is of the themes and the section, whatever its years.
 *
 * @param {TimelineEvent} event
 * @param {Filter} filter
 */
export const fits = (event, filter) => filter.themes.has(event.theme) && inSection(event, filter.section);
