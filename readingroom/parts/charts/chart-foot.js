// What stands below a figure: its table, the same as CSV, unit, vintage, sources and caveats.

/** @import { Model } from "../base/types.js" */
/** @import { FootContent } from "./types.js" */

import { h, prose } from "../base/dom.js";
import { chartPicture } from "./chart-picture.js";
import { csvDownload } from "./csv-download.js";
import { figuresTable } from "./figures-table.js";

/**
 * @param {Model} model
 * @param {HTMLElement} el
 */
export function chartFoot(model, el) {
  const refresh = () => {
    const isOpen = Boolean(el.querySelector(".rr-figures[open]"));
    const section = footSection(model.get("content"), el);
    section.hidden = !model.get("shown");
    const table = section.querySelector("details");
    if (table) table.open = isOpen;
    el.replaceChildren(section);
  };
  model.on("change:shown", refresh);
  model.on("change:content", refresh);
  refresh();
  return () => {
    model.off("change:shown", refresh);
    model.off("change:content", refresh);
  };
}

/**
 * @param {FootContent} content
 * @param {HTMLElement} el
 */
function footSection(content, el) {
  const { series } = content;
  const [picture, said] = chartPicture(content, el);
  return h(
    "section",
    { class: "rr-chart-foot", "aria-label": `Figures and sources: ${content.title}` },
    h(
      "details",
      { class: "rr-figures", id: content.anchor },
      h("summary", {}, `The figures as a table (${content.rows.length} rows)`),
      figuresTable(content),
    ),
    h("p", { class: "rr-buttons" }, csvDownload(content), picture),
    said,
    h(
      "dl",
      { class: "rr-facts" },
      fact("Unit", [h("span", {}, content.unit)]),
      fact(
        "Measured",
        series.map(({ about }) => prose("span", about)),
      ),
      fact(
        "As of",
        series.map(({ vintage }) => prose("span", vintage)),
      ),
    ),
    proseList("Sources", content.sources, true),
    proseList(
      "How it was calculated, and what to keep in mind",
      [...content.calculated, ...series.flatMap(({ caveats }) => caveats)],
      false,
    ),
  );
}

/**
 * @param {string} name
 * @param {HTMLElement[]} values
 */
function fact(name, values) {
  if (!values.length) return null;
  return h(
    "div",
    {},
    h("dt", {}, name),
    values.map((value) => h("dd", {}, value)),
  );
}

/**
 * A list that folds away; null where it has no lines.
 *
 * @param {string} name
 * @param {string[]} lines of HTML
 * @param {boolean} open
 */
function proseList(name, lines, open) {
  if (!lines.length) return null;
  return h(
    "details",
    { class: "rr-sources", open },
    h("summary", {}, `${name} (${lines.length})`),
    h(
      "ul",
      {},
      lines.map((line) => prose("li", line)),
    ),
  );
}
