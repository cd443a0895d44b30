// A chart on a page: its head and foot as in the notebooks, and plotly's figure between them, drawn when it comes near.

/** @import { Render } from "../parts/base/types.js" */
/** @import { ChartContent, Figure, Plotly, PlottedElement, RecordStore } from "./types.js" */

import { withGuess } from "./guess-mark.js";
import { whenNear } from "./when-near.js";
import { modelOf } from "./widget-model.js";

/** @type {Promise<Plotly> | null} */
let script = null;

// Plotly comes once, and only where a figure is about to be seen.
function plotly() {
  script ??= new Promise((done, failed) => {
    const element = document.createElement("script");
    element.src = String(new URL("plotly.min.js", import.meta.url));
    element.onload = () => done(/** @type {{ Plotly: Plotly }} */ (/** @type {unknown} */ (globalThis)).Plotly);
    element.onerror = () => {
      script = null;
      failed(new Error("the script that draws it did not come"));
    };
    document.head.append(element);
  });
  return script;
}

/**
 * @param {string} name
 * @returns {Promise<Figure>}
 */
const fetchFigure = (name) => fetch(`figures/${name}.json`).then((answer) => answer.json());

/**
 * @param {HTMLElement} part
 * @param {ChartContent} content
 * @param {RecordStore} record
 * @param {Render} render the chart module's
 */
export function mountChart(part, { head, foot, figure }, record, render) {
  const [above, drawing, below] = [0, 1, 2].map(() => document.createElement("div"));
  const asks = Boolean(head.guess);
  const over = modelOf({ content: head, shown: !asks }, record);
  const under = modelOf({ content: foot, shown: !asks }, record);
  const guess = () => (asks ? record.state.guesses[head.chart] : null);
  let begun = false;
  drawing.className = "rr-figure";
  part.classList.add("rr-chart");
  part.dataset.chart = head.chart;
  part.replaceChildren(above, drawing, below);

  function show() {
    if (begun || !(over.get("shown") || guess())) return;
    begun = true;
    under.set("shown", true);
    drawing.classList.add("rr-waiting");
    whenNear(drawing, draw);
  }

  async function draw() {
    try {
      const [{ newPlot }, plain] = await Promise.all([plotly(), fetchFigure(figure)]);
      const { data, layout, config } = withGuess(plain, guess());
      const sheet = document.createElement("div");
      drawing.style.height = sheet.style.height = `${layout.height}px`;
      drawing.replaceChildren(sheet);
      await newPlot(sheet, data, layout, config);
      /** @type {PlottedElement} */ (sheet).on("plotly_afterplot", () => makeScalable(sheet));
      makeScalable(sheet);
    } catch (trouble) {
      const { message } = /** @type {Error} */ (trouble);
      drawing.textContent = `The figure could not be drawn (${message}); the table below has the same figures.`;
    }
    drawing.classList.remove("rr-waiting");
  }

  render({ model: over, el: above });
  render({ model: under, el: below });
  over.on("change:shown", show);
  over.on("change:state", show);
  show();
}

/**
 * A drawing that knows its own size is shrunk on a narrow sheet of paper, not cut.
 *
 * @param {HTMLElement} sheet
 */
function makeScalable(sheet) {
  for (const svg of sheet.querySelectorAll(".main-svg")) {
    svg.setAttribute("viewBox", `0 0 ${svg.getAttribute("width")} ${svg.getAttribute("height")}`);
  }
}
