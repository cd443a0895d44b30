// The timeline: the events as a figure and as a list, to filter; what is chosen in one is chosen in the other.

import { h, live, plural } from "../base/dom.js";
import { within } from "./axis.js";
import { figureView } from "./view.js";
import { filterControls } from "./filter-controls.js";
import { firstFilter, fits } from "./filters.js";
import { eventPanel } from "./event-panel.js";
import { eventList } from "./list.js";

function render({ model, el }) {
  const content = model.get("content");
  const filter = firstFilter(content);
  const said = live({ class: "rr-shown" });
  const outside = h("p", { class: "rr-outside" });
  const filters = filterControls(content, filter, refresh);
  const figure = figureView(content, choose, light);
  const list = eventList(content, choose, light);
  const panel = eventPanel(content, step);
  let shown = [],
    chosen = null;

  function refresh() {
    const fitting = content.events.filter((event) => fits(event, filter));
    shown = fitting.filter((event) => within(event, filter.from, filter.to));
    said.textContent = `${shown.length} of ${plural(content.events.length, "event")} shown, ${filter.from} to ${filter.to}.`;
    sayOutside(fitting.filter((event) => !shown.includes(event)));
    list.show(new Set(shown.map((event) => event.id)));
    figure.show(shown, filter);
    if (chosen && !shown.some((event) => event.id === chosen)) choose(null);
  }

  function sayOutside(events) {
    outside.hidden = !events.length;
    const named = events
      .slice(0, 3)
      .map((event) => `${event.title}, ${event.words.replace(/ \(.*/, "")}`)
      .join("; ");
    const more = events.length > 3 ? `; and ${events.length - 3} more` : "";
    outside.replaceChildren(
      `Outside these years: ${named}${more}. `,
      h(
        "button",
        {
          type: "button",
          class: "rr-link",
          onclick: () => {
            filters.set({
              from: Math.min(filter.from, ...events.map((event) => Math.floor(event.start[0]))),
              to: Math.max(filter.to, ...events.map((event) => Math.ceil(event.end[1]) - 1)),
            });
            figure.element.focus();
          },
        },
        events.length === 1 ? "Show it too" : "Show them too",
      ),
    );
  }

  // Choosing what is chosen already lets it go.
  function choose(id) {
    chosen = id === chosen ? null : id;
    panel.show(content.events.find((event) => event.id === chosen) ?? null);
    list.select(chosen);
    figure.choose(chosen);
  }

  function light(id) {
    list.highlight(id);
    figure.light(id);
  }

  function step(by) {
    if (!shown.length) return;
    const at = shown.findIndex((event) => event.id === chosen);
    const next = at < 0 ? (by > 0 ? 0 : shown.length - 1) : Math.min(Math.max(at + by, 0), shown.length - 1);
    if (shown[next].id !== chosen) choose(shown[next].id);
  }

  el.classList.add("rr");
  el.append(
    h(
      "section",
      { class: "rr-timeline", "aria-label": content.title },
      h("h3", {}, content.title),
      filters.element,
      said,
      outside,
      h(
        "div",
        { class: "rr-beside" },
        h("div", { class: "rr-main-column" }, figure.element, panel.element),
        list.element,
      ),
    ),
  );
  refresh();
  figure.watch();
  return () => figure.stop();
}

export default { render };
