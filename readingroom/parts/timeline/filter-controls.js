// The controls of the filters: boxes for the themes, a list of sections, years, and buttons that reset them.

/** @import { Filter, TimelineContent } from "./types.js" */

import { h, unique } from "../base/dom.js";
import { allThemes, firstFilter, inSection, yearsOfSection } from "./filters.js";
import { yearControls } from "./year-controls.js";

/**
 * The controls; `filter` is changed in place, then `changed()` is called.
 *
 * @param {TimelineContent} content
 * @param {Filter} filter
 * @param {() => void} changed
 */
export function filterControls(content, filter, changed) {
  const [first, last] = content.allYears;
  const themes = themeBoxes(content, filter, notify);
  const section = h(
    "select",
    {
      id: unique("section"),
      onchange() {
        const [from, to] = yearsOfSection(content, section.value);
        set({ section: section.value, from, to });
      },
    },
    content.sections.map(({ id, title }) => h("option", { value: id }, title)),
  );
  const years = yearControls(content, filter, set);

  /** @param {Partial<Filter>} changes */
  function set(changes) {
    Object.assign(filter, changes);
    notify();
  }

  function notify() {
    show();
    changed();
  }

  function show() {
    themes.show();
    section.value = filter.section;
    years.show();
  }

  const everything = () => set({ themes: allThemes(content), section: "", from: first, to: last });
  const button = (/** @type {string} */ label, /** @type {() => void} */ onclick) =>
    h("button", { type: "button", class: "rr-quiet", onclick }, label);

  show();
  const element = h(
    "div",
    { class: "rr-filters" },
    themes.element,
    h(
      "div",
      { class: "rr-filter-row" },
      h("span", {}, h("label", { for: section.id }, "Section"), section),
      years.element,
    ),
    h(
      "div",
      { class: "rr-filter-row" },
      button(`Show all ${content.events.length} events`, everything),
      button("Filters as at first", () => set(firstFilter(content))),
    ),
  );
  return { element, set };
}

/**
 * A box for each theme, with how many events of the section it has.
 *
 * @param {TimelineContent} content
 * @param {Filter} filter
 * @param {() => void} changed
 */
function themeBoxes(content, filter, changed) {
  const boxes = content.themes.map(({ id }) => {
    const box = h("input", {
      type: "checkbox",
      value: id,
      onchange() {
        if (box.checked) filter.themes.add(id);
        else filter.themes.delete(id);
        changed();
      },
    });
    return box;
  });
  const counts = content.themes.map(() => h("span", {}));

  function show() {
    content.themes.forEach(({ id }, i) => {
      const events = content.events.filter((event) => event.theme === id && inSection(event, filter.section));
      boxes[i].checked = filter.themes.has(id);
      counts[i].textContent = `(${events.length})`;
    });
  }

  const labels = content.themes.map(({ id, lane, sign, label }, i) => {
    const symbol = { class: "rr-sign", "data-theme": id, "data-lane": lane, "aria-hidden": "true" };
    return h("label", {}, boxes[i], h("span", symbol, sign), `${label} `, counts[i]);
  });
  return { element: h("fieldset", {}, h("legend", {}, "Themes"), labels), show };
}
