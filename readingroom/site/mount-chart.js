// A chart on a page: its head and foot as in the notebooks, and plotly's figure between them, drawn when it comes near.

/** @import { Render } from "../parts/base/types.js" */
/** @import { AskedFigure, ChartContent, Content, Figure, Plotly, PlottedElement, RecordStore } from "./types.js" */

import { sayFailure } from "../parts/base/failure.js";
import { askedIn } from "../parts/charts/view-address.js";
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
export function mountChart(part, { head, figure, asked: isAsked }, record, render, fetchFoot) {
  const [above, drawing, below] = [0, 1, 2].map(() => document.createElement("div"));
  const asks = Boolean(head.guess);
  const first = head.ask ? (askedIn(location.search, head.chart, head.ask) ?? (isAsked ? head.ask.asked : null)) : null;
  const over = modelOf({ content: head, shown: !asks || Boolean(first), asked: first ?? {} }, record);
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

  /** @type {ReturnType<typeof modelOf> | null} */
  let under = null;
  /** @type {Content | null} the foot of the chart as the course shows it */
  let foot = null;

  async function showFoot() {
    try {
      foot = await fetchFoot();
      under = modelOf({ content: { ...foot, ...table }, shown: true }, record);
      render({ model: under, el: below });
    } catch (trouble) {
      sayFailure(below, trouble);
    }
  }

  /** @type {Content} what another view puts in place of the table */
  let table = {};

  /** The figure to draw: the course's own with the reader's guess, or the view that is asked for. */
  async function chosen() {
    const asked = over.get("asked");
    if (!asked.partners) {
      table = {};
      over.set("answer", { finding: "" });
      return withGuess(await fetchFigure(figure), guess());
    }
    const [views, { askedView }] = await Promise.all([fetchFigure(`${figure}-asked`), import("./asked-view.js")]);
    const whole = /** @type {Record<string, AskedFigure>} */ (/** @type {unknown} */ (views))[
      `${asked.measure}-${asked.flow}`
    ];
    const view = askedView(whole, asked);
    table = { ...view.table, unit: whole.unit };
    over.set("answer", { finding: escaped(view.finding) });
    return view.figure;
  }

  async function ask() {
    if (!begun) return;
    await draw();
    if (foot) under?.set("content", { ...foot, ...table });
  }

  async function draw() {
    try {
      const [{ newPlot }, { data, layout, config }] = await Promise.all([plotly(), chosen()]);
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
  over.on("change:asked", ask);
  show();
}

/** @param {string} text */
const escaped = (text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");

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
