// The panel that tells the selected event in full.

/** @import { TimelineContent, TimelineEvent } from "./types.js" */

import { h, live, withSigns } from "../base/dom.js";
import { eventDate, eventParagraphs, eventSources, themesById } from "./event-text.js";

/**
 * One event in full, read aloud when it is selected, with steps to the event before and after it.
 *
 * @param {TimelineContent} content
 * @param {(by: 1 | -1) => void} step
 */
export function eventPanel(content, step) {
  const themes = themesById(content.themes);
  const announcement = live({ class: "rr-told" });
  const sources = h("div", {});
  const steps = h(
    "p",
    { class: "rr-buttons" },
    h("button", { type: "button", class: "rr-quiet", onclick: () => step(-1) }, withSigns("\u2190 Earlier event")),
    h("button", { type: "button", class: "rr-quiet", onclick: () => step(1) }, withSigns("Later event \u2192")),
  );
  const element = h(
    "div",
    { class: "rr-event-panel", role: "group", "aria-label": "The chosen event" },
    announcement,
    sources,
    steps,
  );

  /** @param {TimelineEvent | null} event */
  function show(event) {
    element.toggleAttribute("data-marker", Boolean(event?.marker));
    announcement.replaceChildren(...(event ? textOf(event) : [hint()]));
    sources.replaceChildren(...(event ? [eventSources(event)] : []));
  }

  /** @param {TimelineEvent} event */
  const textOf = (event) => [
    h("h4", {}, event.title),
    eventDate("p", event),
    ...eventParagraphs(event, themes[event.theme], content),
  ];

  const hint = () => h("p", { class: "rr-hint" }, "Choose an event in the figure or in the list, and it is told here.");

  show(null);
  return { element, show };
}
