// What is told of one event: in the list, in the panel, and beside its mark.

/** @import { Theme, TimelineContent, TimelineEvent } from "./types.js" */

import { citationList, whereRead } from "../base/citations.js";
import { h, prose } from "../base/dom.js";

/**
 * @param {Theme[]} themes
 * @returns {Record<string, Theme>} by id
 */
export const themesById = (themes) => Object.fromEntries(themes.map((theme) => [theme.id, theme]));

/**
 * An event's date in words, with badges: which marker it is, and that it is unverified in part.
 *
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {TimelineEvent} event
 */
export function eventDate(tag, event) {
  const badges = [
    event.marker ? [" ", h("span", { class: "rr-badge rr-badge-marker" }, `marker ${event.marker}`)] : [],
    event.unverified ? [" ", h("span", { class: "rr-badge rr-badge-unverified" }, "unverified")] : [],
  ];
  return h(tag, { class: "rr-when" }, event.words, badges.flat());
}

/**
 * What happened, where the text speaks of it, what is not verified.
 *
 * @param {TimelineEvent} event
 * @param {Theme} theme
 * @param {TimelineContent} content
 */
export function eventParagraphs(event, theme, content) {
  const { relation, what, where, paragraphs, unverified } = event;
  const doubt = () => [h("strong", {}, "Unverified: "), prose("span", unverified)];
  return [
    h("p", { class: "rr-hint" }, `${theme.label} \u00B7 ${relation}`),
    prose("p", what),
    where ? prose("p", where, { class: "rr-event-where" }) : null,
    paragraphs.length ? h("p", {}, "Paragraphs: ", whereRead(paragraphs, content.section)) : null,
    unverified ? h("p", { class: "rr-doubt" }, doubt()) : null,
  ].filter((paragraph) => paragraph !== null);
}

/**
 * An event's sources, unfolded, or a line that says there are none.
 *
 * @param {TimelineEvent} event
 */
export function eventSources(event) {
  const list = citationList(event.sources);
  if (!list) return h("p", { class: "rr-hint" }, "No source was opened for this event.");
  list.open = true;
  return list;
}

/**
 * The short text for the tooltip beside a mark.
 *
 * @param {TimelineEvent} event
 * @returns {HTMLElement[]}
 */
export function hoverText(event) {
  const lines = [h("strong", {}, event.title), eventDate("span", event), prose("span", event.what)];
  return event.where ? [...lines, prose("span", event.where, { class: "rr-event-where" })] : lines;
}
