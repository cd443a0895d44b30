// The events as a list, in the order of their dates.

/** @import { Choose, Point, Theme, TimelineContent, TimelineEvent } from "./types.js" */

import { h } from "../base/dom.js";
import { eventDate, eventParagraphs, eventSources, themesById } from "./event-text.js";
import { inPieces } from "./in-pieces.js";

/**
 * The list; `choose` is called when an entry is pressed, `point` when it is pointed at or has the focus.
 *
 * @param {TimelineContent} content
 * @param {Choose} choose
 * @param {Point} point
 */
export function eventList(content, choose, point) {
  const themes = themesById(content.themes);
  const entries = new Map(
    content.events.map((event) => [event.id, listEntry(event, themes[event.theme], content, choose, point)]),
  );
  // The texts are folded in until all are asked for, and stand on paper.
  const texts = inPieces();
  addEventListener("beforeprint", texts.finish);
  const list = h(
    "ol",
    { class: "rr-events", role: "list" },
    [...entries.values()].map((entry) => entry.element),
  );
  const scroller = h("div", { class: "rr-scroll" }, list);
  const heading = h("h4", {}, "The same events as a list");
  const element = h(
    "div",
    { class: "rr-event-list" },
    h("div", { class: "rr-list-head" }, heading, fullTextButton(list, texts.finish)),
    scroller,
  );

  /** @param {HTMLElement} entry */
  function reveal(entry) {
    const top = entry.getBoundingClientRect().top - scroller.getBoundingClientRect().top;
    // Only the list scrolls: the page stays where the reader is looking.
    if (top < 0 || top > scroller.clientHeight - 60) scroller.scrollTop += top - 40;
  }

  return {
    element,
    show: (/** @type {Set<string>} */ visible) =>
      entries.forEach((entry, id) => {
        entry.element.hidden = !visible.has(id);
        if (visible.has(id)) texts.add(entry.tell);
      }),
    select(/** @type {string | null} */ selected) {
      entries.forEach((entry, id) => {
        entry.button.setAttribute("aria-pressed", String(id === selected));
      });
      const entry = entries.get(selected ?? "");
      if (entry) reveal(entry.element);
    },
    highlight: (/** @type {string | null} */ pointed) =>
      entries.forEach((entry, id) => entry.element.toggleAttribute("data-lit", id === pointed)),
    stop() {
      removeEventListener("beforeprint", texts.finish);
      texts.stop();
    },
  };
}

/**
 * The button that unfolds every entry of the list, and folds them again; `tellAll` is called before.
 *
 * @param {HTMLElement} list
 * @param {() => void} tellAll
 */
function fullTextButton(list, tellAll) {
  const button = h(
    "button",
    {
      type: "button",
      class: "rr-quiet",
      "aria-pressed": "false",
      onclick() {
        const on = button.getAttribute("aria-pressed") !== "true";
        if (on) tellAll();
        button.setAttribute("aria-pressed", String(on));
        list.toggleAttribute("data-full", on);
      },
    },
    "Tell every event in full",
  );
  return button;
}

/**
 * An entry of the list; `tell` writes its full text, once: most entries of a lesson's timeline are never shown, and the
 * texts of all of them would hold a phone up.
 *
 * @param {TimelineEvent} event
 * @param {Theme} theme
 * @param {TimelineContent} content
 * @param {Choose} choose
 * @param {Point} point
 */
function listEntry(event, theme, content, choose, point) {
  const symbol = { class: "rr-sign", "data-theme": event.theme, "data-lane": theme.lane, "aria-hidden": "true" };
  const title = h("span", { class: "rr-event-title" }, event.title);
  const enter = () => point(event.id);
  const leave = () => point(null);
  const button = h(
    "button",
    {
      type: "button",
      class: "rr-event",
      "data-event": event.id,
      "aria-pressed": "false",
      onclick: () => choose(event.id),
      onfocus: enter,
      onblur: leave,
    },
    h("span", symbol, theme.sign),
    h("span", { class: "rr-event-name" }, eventDate("span", event), title),
  );
  const body = h("div", { class: "rr-event-body" });
  const element = h(
    "li",
    { "data-marker": event.marker || null, onpointerenter: enter, onpointerleave: leave },
    button,
    body,
  );
  const tell = () => {
    if (!body.childNodes.length) body.append(...eventParagraphs(event, theme, content), eventSources(event));
  };
  return { element, button, tell };
}
