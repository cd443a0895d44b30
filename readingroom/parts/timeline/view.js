// The figure on the page, with its legend: drawn as wide as there is room, and again when the room changes.

/** @import { Choose, Filter, Point, TimelineContent, TimelineEvent } from "./types.js" */

import { h } from "../base/dom.js";
import { drawTimeline } from "./figure.js";
import { legend } from "./legend.js";
import { markListbox } from "./mark-listbox.js";
import { createTooltip } from "./tooltip.js";

const USUAL_WIDTH = 860;
const LEAST_WIDTH = 260;
// A scroll bar that comes and goes must not set off an endless redrawing.
const LEAST_CHANGE = 20;

/**
 * `choose` is called when a mark is pressed, `point` when one is pointed at or has the focus.
 *
 * @param {TimelineContent} content
 * @param {Choose} choose
 * @param {Point} point
 */
export function figureView(content, choose, point) {
  const markers = content.events.filter((event) => event.marker);
  const tooltip = createTooltip();
  const marks = markListbox(tooltip, choose, point);
  const holder = h("div", { class: "rr-holder" });
  const hint =
    "Point at a mark, or step through the marks with the arrow keys; click or Enter tells the event in full.";
  const element = h(
    "figure",
    { class: "rr-drawing", tabindex: "-1" },
    holder,
    h("figcaption", {}, h("p", { class: "rr-hint" }, hint), legend(content.words, markers.length)),
  );
  const watcher = typeof ResizeObserver === "undefined" ? null : new ResizeObserver(redraw);
  /** @type {TimelineEvent[]} */
  let events = [];
  let years = { from: 0, to: 0 };
  let width = 0;

  function redraw() {
    const room = Math.max(holder.clientWidth, LEAST_WIDTH);
    if (holder.clientWidth && Math.abs(room - width) > LEAST_CHANGE) draw();
  }

  function draw() {
    const focused = holder.contains(document.activeElement) ? marks.active() : null;
    width = Math.max(holder.clientWidth || USUAL_WIDTH, LEAST_WIDTH);
    tooltip.hide();
    if (!events.length) {
      marks.replace([], width);
      holder.replaceChildren(h("p", { class: "rr-nothing" }, "No event fits these filters."));
      return;
    }
    const label =
      `Events from ${years.from} to ${years.to}, by theme. ` +
      "Arrow keys step from event to event; Enter tells one in full.";
    const figure = drawTimeline({ ...content, ...years, events, markers, width, label });
    holder.replaceChildren(figure.element, tooltip.element);
    figure.element.addEventListener("keydown", marks.onKey);
    marks.replace(
      events.flatMap((event) => figure.marks.find((mark) => mark.event.id === event.id) ?? []),
      width,
    );
    if (focused) marks.focus(focused);
  }

  return {
    element,
    select: marks.select,
    highlight: marks.highlight,
    /**
     * @param {TimelineEvent[]} newEvents
     * @param {Filter} filter
     */
    show(newEvents, { from, to }) {
      events = newEvents;
      years = { from, to };
      draw();
    },
    watch() {
      watcher?.observe(holder);
    },
    stop() {
      watcher?.disconnect();
      tooltip.hide();
    },
  };
}
