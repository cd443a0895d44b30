// The filters of the timeline: themes, section, years.

import { h, unique } from "../base/dom.js";

// What is shown at first: everything of the lesson's section, in the years where it lies.
export function firstFilter(content) {
  const [from, to] = content.sections.find((section) => section.id === content.section).years;
  return { themes: new Set(content.themes.map((theme) => theme.id)), section: content.section, from, to };
}

const inSection = (event, section) => !section || event.sections.includes(section);
export const fits = (event, filter) => filter.themes.has(event.theme) && inSection(event, filter.section);

// The controls; `filter` is changed in place, then `changed()` is called.
export function filterControls(content, filter, changed) {
  const [first, last] = content.allYears;
  const boxes = content.themes.map((theme) =>
    h("input", {
      type: "checkbox",
      value: theme.id,
      onchange(event) {
        if (event.target.checked) filter.themes.add(theme.id);
        else filter.themes.delete(theme.id);
        tell();
      },
    }),
  );
  const counts = content.themes.map(() => h("span", {}));
  const section = h(
    "select",
    {
      id: unique("section"),
      onchange() {
        const [from, to] = content.sections.find((each) => each.id === section.value).years;
        set({ section: section.value, from, to });
      },
    },
    content.sections.map((each) => h("option", { value: each.id }, each.title)),
  );
  const [from, to] = ["from", "to"].map((end) =>
    h("input", {
      type: "number",
      id: unique(end),
      min: String(first),
      max: String(last),
      step: "1",
      onchange: () => years(end),
    }),
  );
  const periods = periodsOf(content.periods, content.allYears).map(([a, b]) => [
    a,
    b,
    h("button", { type: "button", class: "rr-quiet", onclick: () => set({ from: a, to: b }) }, `${a}\u2013${b}`),
  ]);
  const everything = () =>
    set({ themes: new Set(content.themes.map((theme) => theme.id)), section: "", from: first, to: last });

  function years(changedEnd) {
    const wanted = Number.parseInt((changedEnd === "from" ? from : to).value, 10);
    const year = Number.isNaN(wanted) ? filter[changedEnd] : Math.min(Math.max(wanted, first), last);
    set(
      changedEnd === "from"
        ? { from: year, to: Math.max(year, filter.to) }
        : { from: Math.min(year, filter.from), to: year },
    );
  }

  function set(changes) {
    Object.assign(filter, changes);
    tell();
  }
  function tell() {
    show();
    changed();
  }
  function show() {
    boxes.forEach((box) => {
      box.checked = filter.themes.has(box.value);
    });
    counts.forEach((count, i) => {
      count.textContent = `(${content.events.filter((event) => event.theme === boxes[i].value && inSection(event, filter.section)).length})`;
    });
    section.value = filter.section;
    [from.value, to.value] = [filter.from, filter.to];
    periods.forEach(([a, b, button]) =>
      button.setAttribute("aria-pressed", String(filter.from === a && filter.to === b)),
    );
  }

  show();
  const element = h(
    "div",
    { class: "rr-filters" },
    h(
      "fieldset",
      {},
      h("legend", {}, "Themes"),
      content.themes.map((theme, i) =>
        h(
          "label",
          {},
          boxes[i],
          h(
            "span",
            { class: "rr-sign", "data-theme": theme.id, "data-lane": theme.lane, "aria-hidden": "true" },
            theme.sign,
          ),
          `${theme.label} `,
          counts[i],
        ),
      ),
    ),
    h(
      "div",
      { class: "rr-filter-row" },
      h("span", {}, h("label", { for: section.id }, "Section"), section),
      h(
        "span",
        { role: "group", "aria-label": "Years" },
        h("label", { for: from.id }, "Years from"),
        from,
        h("label", { for: to.id }, "to"),
        to,
        periods.map(([, , button]) => button),
      ),
    ),
    h(
      "div",
      { class: "rr-filter-row" },
      h(
        "button",
        { type: "button", class: "rr-quiet", onclick: everything },
        `Show all ${content.events.length} events`,
      ),
      h(
        "button",
        { type: "button", class: "rr-quiet", onclick: () => set(firstFilter(content)) },
        "Filters as at first",
      ),
    ),
  );
  return { element, set };
}

// Before, during and after the text's own story.
function periodsOf(periods, [first, last]) {
  return periods.map(([from, to]) => [from, to ?? last]).filter(([from, to]) => first <= from && to <= last);
}
