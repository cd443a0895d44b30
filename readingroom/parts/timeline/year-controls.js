// The controls of the years: two numbers, and a button for each period.

/** @import { Filter, TimelineContent, YearRange } from "./types.js" */

import { h, unique } from "../base/dom.js";

/**
 * The controls; `set` is called with the years that were chosen.
 *
 * @param {TimelineContent} content
 * @param {Filter} filter
 * @param {(years: { from: number, to: number }) => void} set
 */
export function yearControls(content, filter, set) {
  const [first, last] = content.allYears;
  const input = (/** @type {"from" | "to"} */ end) =>
    h("input", {
      type: "number",
      id: unique(end),
      min: String(first),
      max: String(last),
      step: "1",
      onchange: () => change(end),
    });
  const from = input("from");
  const to = input("to");
  const periods = periodsWithin(content.periods, content.allYears).map(([begin, end]) => {
    const onclick = () => set({ from: begin, to: end });
    const button = h("button", { type: "button", class: "rr-quiet", onclick }, `${begin}\u2013${end}`);
    return { begin, end, button };
  });

  /** @param {"from" | "to"} end */
  function change(end) {
    const number = Number.parseInt((end === "from" ? from : to).value, 10);
    const year = Number.isNaN(number) ? filter[end] : Math.min(Math.max(number, first), last);
    set(
      end === "from" ? { from: year, to: Math.max(year, filter.to) } : { from: Math.min(year, filter.from), to: year },
    );
  }

  function show() {
    from.value = String(filter.from);
    to.value = String(filter.to);
    periods.forEach(({ begin, end, button }) =>
      button.setAttribute("aria-pressed", String(filter.from === begin && filter.to === end)),
    );
  }

  const element = h(
    "span",
    { role: "group", "aria-label": "Years" },
    h("label", { for: from.id }, "Years from"),
    from,
    h("label", { for: to.id }, "to"),
    to,
    periods.map(({ button }) => button),
  );
  return { element, show };
}

/**
 * The periods that lie within `years`.
 *
 * @param {[first: number, last: number | null][]} periods
 * @param {YearRange} years
 */
function periodsWithin(periods, [first, last]) {
  return periods
    .map(([from, to]) => /** @type {YearRange} */ ([from, to ?? last]))
    .filter(([from, to]) => first <= from && to <= last);
}
