// The events in words: the list in order of dates, and the panel that tells one event in full.

import { citationList, whereRead } from "../base/citations.js";
import { h, live, prose } from "../base/dom.js";

// The list; `choose(id)` is called when an entry is pressed, `point(id or null)` when it is pointed at or has the focus.
export function eventList(content, choose, point) {
  const themes = Object.fromEntries(content.themes.map((theme) => [theme.id, theme]));
  const entries = new Map(
    content.events.map((event) => [event.id, entryOf(event, themes[event.theme], content, choose, point)]),
  );
  const list = h(
    "ol",
    { class: "rr-events", role: "list" },
    [...entries.values()].map((entry) => entry.element),
  );
  const full = h(
    "button",
    {
      type: "button",
      class: "rr-quiet",
      "aria-pressed": "false",
      onclick() {
        const on = full.getAttribute("aria-pressed") !== "true";
        full.setAttribute("aria-pressed", String(on));
        list.toggleAttribute("data-full", on);
      },
    },
    "Tell every event in full",
  );
  const element = h(
    "div",
    { class: "rr-event-list" },
    h("div", { class: "rr-list-head" }, h("h4", {}, "The same events as a list"), full),
    h("div", { class: "rr-scroll" }, list),
  );

  function bring(entry) {
    const box = list.parentElement;
    const top = entry.getBoundingClientRect().top - box.getBoundingClientRect().top;
    // Only the list scrolls: the page stays where the reader is looking.
    if (top < 0 || top > box.clientHeight - 60) box.scrollTop += top - 40;
  }

  return {
    element,
    show(shown) {
      entries.forEach((entry, id) => {
        entry.element.hidden = !shown.has(id);
      });
    },
    choose(id) {
      entries.forEach((entry, each) => {
        entry.button.setAttribute("aria-pressed", String(each === id));
      });
      if (id) bring(entries.get(id).element);
    },
    light(id) {
      entries.forEach((entry, each) => entry.element.toggleAttribute("data-lit", each === id));
    },
  };
}

function entryOf(event, theme, content, choose, point) {
  const button = h(
    "button",
    {
      type: "button",
      class: "rr-event",
      "data-event": event.id,
      "aria-pressed": "false",
      onclick: () => choose(event.id),
      onfocus: () => point(event.id),
      onblur: () => point(null),
    },
    h(
      "span",
      { class: "rr-sign", "data-theme": event.theme, "data-lane": theme.lane, "aria-hidden": "true" },
      theme.sign,
    ),
    h(
      "span",
      { class: "rr-event-name" },
      h("span", { class: "rr-when" }, event.words, badges(event)),
      h("span", { class: "rr-event-title" }, event.title),
    ),
  );
  const element = h(
    "li",
    { "data-marker": event.marker || null, onpointerenter: () => point(event.id), onpointerleave: () => point(null) },
    button,
    h("div", { class: "rr-event-body" }, telling(event, content), sourcing(event)),
  );
  return { element, button };
}

function badges(event) {
  return [
    event.marker ? h("span", { class: "rr-badge rr-badge-marker" }, `marker ${event.marker}`) : null,
    event.unverified ? h("span", { class: "rr-badge rr-badge-unverified" }, "unverified") : null,
  ].flatMap((badge) => (badge ? [" ", badge] : []));
}

// What happened, where the article speaks of it, what is not verified.
function telling(event, content) {
  const theme = content.themes.find((each) => each.id === event.theme);
  return [
    h("p", { class: "rr-hint" }, `${theme.label} \u00B7 ${event.relation}`),
    prose("p", event.what),
    event.where ? prose("p", event.where, { class: "rr-event-where" }) : null,
    event.paragraphs.length ? h("p", {}, "Paragraphs: ", whereRead(event.paragraphs, content.section)) : null,
    event.unverified
      ? h("p", { class: "rr-doubt" }, h("strong", {}, "Unverified: "), prose("span", event.unverified))
      : null,
  ];
}

function sourcing(event) {
  if (!event.sources.length) return h("p", { class: "rr-hint" }, "No source was opened for this event.");
  const folded = citationList(event.sources);
  folded.open = true;
  return folded;
}

// One event in full, read aloud when it is chosen, with steps to the event before and after it.
export function eventPanel(content, step) {
  const told = live({ class: "rr-told" });
  const below = h("div", {});
  const steps = h(
    "p",
    { class: "rr-buttons" },
    h("button", { type: "button", class: "rr-quiet", onclick: () => step(-1) }, "\u2190 Earlier event"),
    h("button", { type: "button", class: "rr-quiet", onclick: () => step(1) }, "Later event \u2192"),
  );
  const element = h(
    "div",
    { class: "rr-event-panel", role: "group", "aria-label": "The chosen event" },
    told,
    below,
    steps,
  );
  function show(event) {
    element.toggleAttribute("data-marker", Boolean(event?.marker));
    told.replaceChildren(
      ...(event
        ? [
            h("h4", {}, event.title),
            h("p", { class: "rr-when" }, event.words, badges(event)),
            ...telling(event, content).filter(Boolean),
          ]
        : [h("p", { class: "rr-hint" }, "Choose an event in the figure or in the list, and it is told here.")]),
    );
    below.replaceChildren(...(event ? [sourcing(event)] : []));
  }
  show(null);
  return { element, show };
}

// What hovering tells: short, beside the mark.
export function hoverText(event) {
  return [
    h("strong", {}, event.title),
    h("span", { class: "rr-when" }, event.words, badges(event)),
    prose("span", event.what),
    event.where ? prose("span", event.where, { class: "rr-event-where" }) : null,
  ].filter(Boolean);
}
