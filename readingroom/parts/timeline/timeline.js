// The timeline: the events as a figure and as a list, to filter; what is chosen in one is chosen in the other.

/** @import { RenderArguments } from "../base/types.js" */
/** @import { TimelineContent, TimelineEvent } from "./types.js" */

import { h, live, plural } from "../base/dom.js";
import { failingInPlace } from "../base/failure.js";
import { isWithin } from "./axis.js";
import { eventPanel } from "./event-panel.js";
import { filterControls } from "./filter-controls.js";
import { firstFilter, fits } from "./filters.js";
import { eventList } from "./list.js";
import { figureView } from "./view.js";

/** @param {RenderArguments} host */
function renderPart({ model, el }) {
  /** @type {TimelineContent} */
  const content = model.get("content");
  const filter = firstFilter(content);
  const count = live({ class: "rr-shown" });
  const outside = h("p", { class: "rr-outside" });
  const filters = filterControls(content, filter, refresh);
  const figure = figureView(content, choose, highlight);
  const list = eventList(content, choose, highlight);
  const panel = eventPanel(content, step);
  /** @type {TimelineEvent[]} */
  let visible = [];
  /** @type {string | null} */
  let selected = null;

  function refresh() {
    const { from, to } = filter;
    const fitting = content.events.filter((event) => fits(event, filter));
    visible = fitting.filter((event) => isWithin(event, from, to + 1));
    count.textContent = `${visible.length} of ${plural(content.events.length, "event")} shown, ${from} to ${to}.`;
    showOutside(fitting.filter((event) => !visible.includes(event)));
    list.show(new Set(visible.map((event) => event.id)));
    figure.show(visible, filter);
    if (selected && !visible.some((event) => event.id === selected)) choose(null);
  }

  /** @param {TimelineEvent[]} events that fit but for their years */
  function showOutside(events) {
    outside.hidden = !events.length;
    const names = events
      .slice(0, 3)
      .map((event) => `${event.title}, ${event.words.replace(/ \(.*/, "")}`)
      .join("; ");
    const more = events.length > 3 ? `; and ${events.length - 3} more` : "";
    const onclick = () => {
      filters.set({
        from: Math.min(filter.from, ...events.map((event) => Math.floor(event.start[0]))),
        to: Math.max(filter.to, ...events.map((event) => Math.ceil(event.end[1]) - 1)),
      });
      figure.element.focus();
    };
    const label = events.length === 1 ? "Show it too" : "Show them too";
    outside.replaceChildren(
      `Outside these years: ${names}${more}. `,
      h("button", { type: "button", class: "rr-link", onclick }, label),
    );
  }

  /**
   * Choosing what is selected already lets it go.
   *
   * @param {string | null} id
   */
  function choose(id) {
    selected = id === selected ? null : id;
    panel.show(content.events.find((event) => event.id === selected) ?? null);
    list.select(selected);
    figure.select(selected);
  }

  /** @param {string | null} id */
  function highlight(id) {
    list.highlight(id);
    figure.highlight(id);
  }

  /** @param {1 | -1} by */
  function step(by) {
    if (!visible.length) return;
    const last = visible.length - 1;
    const at = visible.findIndex((event) => event.id === selected);
    const next = at < 0 ? (by > 0 ? 0 : last) : Math.min(Math.max(at + by, 0), last);
    if (visible[next].id !== selected) choose(visible[next].id);
  }

  el.classList.add("rr");
  el.append(
    h(
      "section",
      { class: "rr-timeline", "aria-label": content.title },
      h("h3", {}, content.title),
      filters.element,
      count,
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
  return () => {
    figure.stop();
    list.stop();
  };
}

const render = failingInPlace(renderPart);

export default { render };
