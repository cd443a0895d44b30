// Charts within another part of a page: each stands in the room left for it as it does on its own, and is printed
// smaller.

/** @import { Content, Plotly, PlottedElement, RecordStore } from "./types.js" */

import chart from "../parts/charts/chart.js";
import { mountChart } from "./mount-chart.js";
import { fetchContent } from "./packed-content.js";

// On paper, before the part's style shrinks it: pixels of its width, and which part of its height.
const SHEET = 440;
const TALL = 0.83;

/**
 * @param {HTMLElement} part
 * @param {Content} content
 * @param {RecordStore} record
 */
export async function mountChartsWithin(part, content, record) {
  for (const slot of /** @type {NodeListOf<HTMLElement>} */ (part.querySelectorAll("[data-chart-slot]"))) {
    const figure = slot.dataset.chartSlot ?? "";
    const head = content.charts[figure];
    // The chart may stand on the page once more: its table has another name here.
    const fetchFoot = async () => ({ ...(await fetchContent(`parts/chart-${figure}.json`)), anchor: head.anchor });
    await mountChart(slot, { head, figure }, record, chart.render, fetchFoot);
  }
  printSmaller(part);
}

/**
 * These listeners come after those of print.js, which knows one size for all figures.
 *
 * @param {HTMLElement} part
 */
function printSmaller(part) {
  /** @type {Map<PlottedElement, number>} with their height on the screen */
  let heights = new Map();
  addEventListener("beforeprint", () => {
    const drawn = /** @type {NodeListOf<PlottedElement>} */ (part.querySelectorAll(".js-plotly-plot"));
    heights = new Map([...drawn].map((figure) => [figure, figure.layout.height]));
    heights.forEach((height, figure) => resize(figure, { width: SHEET, height: height * TALL, autosize: false }));
  });
  addEventListener("afterprint", () => {
    heights.forEach((height, figure) => resize(figure, { width: null, height, autosize: true }));
  });
}

/**
 * @param {Element} figure
 * @param {{ width: number | null, height: number, autosize: boolean }} size
 */
function resize(figure, size) {
  const { Plotly } = /** @type {{ Plotly: Plotly }} */ (/** @type {unknown} */ (globalThis));
  Plotly.relayout(figure, size);
}
