// The weeks of a stop on the timeline, which can be zoomed out to their years, and the same days as a list.

/** @import { TimelineEvent } from "../timeline/types.js" */
/** @import { Stop, StoryContent } from "./types.js" */

import { h } from "../base/dom.js";
import { isWithin } from "../timeline/axis.js";
import { eventDate } from "../timeline/event-text.js";
import { figureView } from "../timeline/view.js";

// Pixels on paper, where story.css shrinks it.
const ON_PAPER = 440;

/**
 * `show` draws it: that waits until the stop is seen, since only then its width is known.
 *
 * @param {Stop} stop
 * @param {StoryContent} story
 */
export function stopStrip(stop, { timeline, events }) {
  const { from, to } = stop.window;
  const years = { from: Math.floor(from), to: Math.ceil(to) - 1 };
  const near = events.filter((event) => isWithin(event, years.from, years.to + 1));
  const inWeeks = near.filter((event) => isWithin(event, from, to));
  const items = new Map(inWeeks.map((event) => [event.id, dayOfList(event, event.id === stop.event)]));
  const light = (/** @type {string | null} */ id) =>
    items.forEach((item, event) => item.toggleAttribute("data-lit", event === id));
  const figure = figureView({ ...timeline, events: near }, (id) => figure.select(id), light);
  const element = h(
    "div",
    { class: "rr-stop-strip rr-timeline" },
    figure.element,
    h("h5", {}, "The days"),
    h("ul", { class: "rr-stop-days" }, [...items.values()]),
  );
  let isDrawn = false;
  return {
    element,
    show() {
      if (isDrawn) return;
      isDrawn = true;
      figure.show(near, years, stop.window);
      figure.select(stop.event);
      figure.watch();
    },
    /**
     * Draw it as wide as on paper, or as on the screen; return how high it is.
     *
     * @param {boolean} isOnPaper
     */
    forPaper(isOnPaper) {
      if (isDrawn) figure.setWidth(isOnPaper ? ON_PAPER : 0);
      return Number(element.querySelector("svg.rr-figure")?.getAttribute("height") ?? 0);
    },
    stop: figure.stop,
  };
}

/**
 * @param {TimelineEvent} event
 * @param {boolean} isOwn whether the stop tells of it
 */
const dayOfList = (event, isOwn) =>
  h("li", { "data-own": isOwn ? "" : null }, eventDate("span", event), " ", h("span", {}, event.title));
