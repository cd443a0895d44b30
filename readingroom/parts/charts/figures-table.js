// A chart's figures as a table.

/** @import { FootContent } from "./types.js" */

import { h } from "../base/dom.js";

/** @param {FootContent} content */
export function figuresTable({ anchor, title, head, rows }) {
  const hasGaps = rows.some((row) => row.includes(""));
  return h(
    "div",
    {
      class: "rr-scroll",
      role: "region",
      tabindex: "0",
      id: `${anchor}-figures`,
      "aria-label": `Figures: ${title}`,
    },
    h(
      "table",
      {},
      h("caption", {}, title, hasGaps ? " (a dash stands where nothing is known)" : null),
      h(
        "thead",
        {},
        h(
          "tr",
          {},
          head.map((text) => h("th", { scope: "col" }, text)),
        ),
      ),
      h(
        "tbody",
        {},
        rows.map(([date, ...figures]) => h("tr", {}, h("th", { scope: "row" }, date), figures.map(figureCell))),
      ),
    ),
  );
}

/** @param {string} text "" where nothing is known */
function figureCell(text) {
  return h("td", {}, text === "" ? h("span", { title: "not known" }, "\u2013") : text);
}
