// The figure on the page: drawn as wide as there is room, again when the room changes, and closer or further in time.

/** @import { TimeWindow } from "./zoom.js" */
/** @import { Choose, Filter, Point, TimelineContent, TimelineEvent } from "./types.js" */

import { h } from "../base/dom.js";
import { isWithin } from "./axis.js";
import { layoutFor } from "./figure-layout.js";
import { drawTimeline } from "./figure.js";
import { markListbox } from "./mark-listbox.js";
import { createTooltip } from "./tooltip.js";
import { zoomControls } from "./zoom-controls.js";
import { zoomGestures } from "./zoom-gestures.js";
import { isWhole, panned, revealing, zoomed, zoomOfKey } from "./zoom.js";

const USUAL_WIDTH = 860;
const LEAST_WIDTH = 260;
// A scroll bar that comes and goes must not set off an endless redrawing.
const LEAST_CHANGE = 20;
const HOW_TO_READ =
  "Each mark is as wide as the time it may mean: a dot is a day, a pale bar a month or a year of which no source " +
  "gives the day, a long bar lasted that long. A broken outline: in part unverified.";
const HOW_TO_MOVE =
  "Click a mark, or press Enter on it, to read of it below. Arrow keys go from mark to mark. Zoom with the buttons, " +
  "the keys + and \u2212 (0 for the whole), Ctrl and the wheel, or two fingers; drag, or hold Shift with an arrow, " +
  "to go along.";

/**
 * `choose` is called when a mark is pressed, `point` when one is pointed at or has the focus.
 *
 * @param {Pick<TimelineContent, "events" | "themes" | "words" | "written">} content
 * @param {Choose} choose
 * @param {Point} point
 */
export function figureView(content, choose, point) {
  const markers = content.events.filter((event) => event.marker);
  const tooltip = createTooltip();
  const marks = markListbox(tooltip, choose, point);
  const holder = h("div", { class: "rr-holder" });
  const controls = zoomControls(zoom, pan);
  const ringed = markers.length ? ` In a ring: the markers of ${content.words.text}.` : "";
  const element = h(
    "figure",
    { class: "rr-drawing", tabindex: "-1", "aria-label": "The events as a figure" },
    controls.element,
    holder,
    h(
      "figcaption",
      {},
      h("p", { class: "rr-how-to-read" }, HOW_TO_READ + ringed),
      h("p", { class: "rr-hint" }, HOW_TO_MOVE),
    ),
  );
  const watcher = typeof ResizeObserver === "undefined" ? null : new ResizeObserver(redraw);
  /** @type {TimelineEvent[]} */
  let events = [];
  /** @type {TimeWindow} */
  let bounds = { from: 0, to: 1 };
  /** @type {TimeWindow} */
  let view = bounds;
  let width = 0;
  let fixedWidth = 0;
  let isWaiting = false;

  function redraw() {
    const room = Math.max(holder.clientWidth, LEAST_WIDTH);
    if (!fixedWidth && holder.clientWidth && Math.abs(room - width) > LEAST_CHANGE) draw();
  }

  function draw() {
    const hadFocus = holder.contains(document.activeElement);
    const focused = hadFocus ? marks.active() : null;
    width = fixedWidth || Math.max(holder.clientWidth || USUAL_WIDTH, LEAST_WIDTH);
    tooltip.hide();
    const drawn = events.filter((event) => isWithin(event, view.from, view.to));
    controls.element.hidden = !events.length;
    controls.show(view, bounds, drawn.length, events.length);
    if (!events.length) {
      marks.replace([], width);
      holder.replaceChildren(h("p", { class: "rr-nothing" }, "No event fits these filters."));
      return;
    }
    const figure = drawTimeline({ ...content, ...view, events: drawn, markers, width, label: nameOf(drawn) });
    holder.replaceChildren(figure.element, tooltip.element);
    figure.element.addEventListener("keydown", onKey);
    marks.replace(
      drawn.flatMap((event) => figure.marks.find((mark) => mark.event.id === event.id) ?? []),
      width,
    );
    if (hadFocus) putFocus(focused, drawn, figure.element);
  }

  /** @param {TimelineEvent[]} drawn */
  function nameOf(drawn) {
    const [first, last] = [Math.floor(view.from), Math.ceil(view.to) - 1];
    const years = first === last ? `of ${first}` : `from ${first} to ${last}`;
    if (!drawn.length) return `No event ${years} is shown here. Zoom out, or go along.`;
    const keys = "Arrow keys step from event to event; Enter tells one in full; plus and minus zoom.";
    return `Events ${years}, by theme. ${keys}`;
  }

  /**
   * Keep the focus on its mark, or give it to the nearest that is drawn.
   *
   * @param {string | null} focused
   * @param {TimelineEvent[]} drawn
   * @param {SVGSVGElement} figure
   */
  function putFocus(focused, drawn, figure) {
    const at = content.events.find((event) => event.id === focused)?.start[0] ?? view.from;
    const nearest = [...drawn].sort((a, b) => Math.abs(a.start[0] - at) - Math.abs(b.start[0] - at))[0];
    if (!nearest) figure.focus();
    else marks.focus(focused && marks.isDrawn(focused) ? focused : nearest.id);
  }

  /** @param {KeyboardEvent} event */
  function onKey(event) {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const meant = zoomOfKey(event);
    if (!meant) {
      marks.onKey(event);
      if (!event.defaultPrevented) stepOut(event);
      return;
    }
    event.preventDefault();
    if (meant.pan) pan(meant.pan);
    else zoom(meant.zoom ?? 1);
  }

  /**
   * From the last mark that is drawn on to the next event, which comes into the window.
   *
   * @param {KeyboardEvent} event
   */
  function stepOut(event) {
    const by = event.key === "ArrowRight" ? 1 : event.key === "ArrowLeft" ? -1 : 0;
    const next = by ? events[events.findIndex(({ id }) => id === marks.active()) + by] : undefined;
    if (!next || marks.isDrawn(next.id)) return;
    event.preventDefault();
    look(revealing(view, bounds, next.start[0], next.end[1]));
    marks.focus(next.id);
  }

  /** @param {TimeWindow} wanted */
  function look(wanted) {
    if (wanted.from === view.from && wanted.to === view.to) return;
    view = wanted;
    draw();
  }

  /** @param {number} factor 0 for the whole; the mark that has the focus, or else the chosen one, stays in its place */
  function zoom(factor) {
    if (!factor) return look({ ...bounds });
    const id = holder.contains(document.activeElement) ? marks.active() : marks.selected();
    const event = events.find((each) => each.id === id && isWithin(each, view.from, view.to));
    look(zoomed(view, bounds, factor, event && (event.start[0] + event.end[1]) / 2));
  }

  /** @param {number} share */
  function pan(share) {
    look(panned(view, bounds, share));
  }

  /**
   * Look at what a gesture leads to, once for each frame of the screen.
   *
   * @param {TimeWindow} wanted
   */
  function lookSoon(wanted) {
    view = wanted;
    if (isWaiting) return;
    isWaiting = true;
    requestAnimationFrame(() => {
      isWaiting = false;
      draw();
    });
  }

  const axisWidth = () => {
    const { gutter, side } = layoutFor(width);
    return Math.max(width - gutter - side, 1);
  };
  zoomGestures(holder, {
    zoomAt: (factor, share) => lookSoon(zoomed(view, bounds, factor, view.from + share * (view.to - view.from))),
    pan: (share) => lookSoon(panned(view, bounds, share)),
    at(clientX) {
      const share = (clientX - holder.getBoundingClientRect().left - layoutFor(width).gutter) / axisWidth();
      return Math.min(Math.max(share, 0), 1);
    },
    width: axisWidth,
    isWhole: () => isWhole(view, bounds),
  });

  return {
    element,
    highlight: marks.highlight,
    /** @param {string | null} id */
    select(id) {
      const event = events.find((each) => each.id === id);
      if (event) look(revealing(view, bounds, event.start[0], event.end[1]));
      marks.select(id);
    },
    /**
     * @param {TimelineEvent[]} newEvents
     * @param {Pick<Filter, "from" | "to">} filter
     * @param {TimeWindow} [window] at first; the whole, where none is given and the years have changed
     */
    show(newEvents, { from, to }, window) {
      events = newEvents;
      const areNewYears = bounds.from !== from || bounds.to !== to + 1;
      bounds = { from, to: to + 1 };
      if (window) view = { ...window };
      else if (areNewYears) view = { ...bounds };
      draw();
    },
    /** @param {number} pixels to draw it at, as on paper; 0 for as many as there is room for */
    setWidth(pixels) {
      fixedWidth = pixels;
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
