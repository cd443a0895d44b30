// A chart on a page: its head and foot as in the notebooks, and plotly's figure between them, drawn when it comes near.

/** @import { Render } from "../parts/base/types.js" */
/** @import { ChartContent, Content, Figure, Plotly, PlottedElement, RecordStore } from "./types.js" */

import { sayFailure } from "../parts/base/failure.js";
import { withGuess } from "./guess-mark.js";
import { whenNear } from "./when-near.js";
import { modelOf } from "./widget-model.js";

const IDLE = 1000; // milliseconds, for a browser that does not say when it is idle

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
 * Call `act` once the page has nothing else to do: what is printed unasked should be there, however far down it stands.
 *
 * @param {() => void} act
 */
const whenIdle = (act) => ("requestIdleCallback" in globalThis ? requestIdleCallback(act) : setTimeout(act, IDLE));

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
 * @param {() => Promise<Content>} fetchFoot what stands below the figure, which comes when it is near
 */
export function mountChart(part, { head, figure }, record, render, fetchFoot) {
  const [above, drawing, below] = [0, 1, 2].map(() => document.createElement("div"));
  const asks = Boolean(head.guess);
  const over = modelOf({ content: head, shown: !asks }, record);
  const guess = () => (asks ? record.state.guesses[head.chart] : null);
  let begun = false;
  drawing.className = "rr-figure";
  part.classList.add("rr-chart");
  part.dataset.chart = head.chart;
  part.replaceChildren(above, drawing, below);

  function show() {
    if (begun || !(over.get("shown") || guess())) return;
    begun = true;
    drawing.classList.add("rr-waiting");
    whenNear(drawing, draw);
    whenIdle(whenNear(below, showFoot));
  }

  async function showFoot() {
    try {
      render({ model: modelOf({ content: await fetchFoot(), shown: true }, record), el: below });
    } catch (trouble) {
      sayFailure(below, trouble);
    }
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
