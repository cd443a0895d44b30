// A chart on a page: its head and foot as in the notebooks, and its picture between them, which comes when it is near;
// plotly draws it anew where somebody asks to zoom, or for another view.

/** @import { Render } from "../parts/base/types.js" */
/** @import { AskedFigure, ChartContent, Content, RecordStore, StillFigure } from "./types.js" */

import { sayFailure } from "../parts/base/failure.js";
import { askedIn } from "../parts/charts/view-address.js";
import { loadJson } from "./late-file.js";
import { latestLast } from "./latest-last.js";
import { keepRoom, showPicture } from "./still-picture.js";
import { belowPicture } from "./still-reading.js";
import { whenIdle, whenNear } from "./when-near.js";
import { modelOf } from "./widget-model.js";

const HEIGHT = 345; // pixels, of a figure whose height nobody says

/**
 * @param {string} name
 * @returns {Promise<StillFigure>}
 */
const fetchFigure = (name) => loadJson(`figures/${name}.json`);

/**
 * @param {HTMLElement} part
 * @param {ChartContent} content
 * @param {RecordStore} record
 * @param {Render} render the chart module's
 * @param {() => Promise<Content>} fetchFoot what stands below the figure, which comes when it is near
 */
export async function mountChart(part, { head, figure, asked: isAsked, height = HEIGHT }, record, render, fetchFoot) {
  const [above, drawing, below] = [0, 1, 2].map(() => document.createElement("div"));
  const asks = Boolean(head.guess);
  const first = head.ask ? (askedIn(location.search, head.chart, head.ask) ?? (isAsked ? head.ask.asked : null)) : null;
  const over = modelOf({ content: head, shown: !asks || Boolean(first), asked: first ?? {} }, record);
  const guess = () => (asks ? record.state.guesses[head.chart] : null);
  let begun = false;
  drawing.className = "rr-figure";
  part.classList.add("rr-chart");
  part.dataset.chart = head.chart;
  const beside = belowPicture(drawing, zoom);
  beside.element.hidden = true;
  part.replaceChildren(above, drawing, beside.element, below);

  function show() {
    if (begun || !(over.get("shown") || guess())) return;
    begun = true;
    beside.element.hidden = false;
    if (!over.get("asked").partners) keepRoom(drawing, height);
    else drawing.classList.add("rr-waiting");
    // What is printed unasked should be there.
    whenIdle(whenNear(drawing, draw));
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

  let isZoomed = false;

  /** @param {boolean} isAskedFor */
  async function zoom(isAskedFor) {
    isZoomed = isAskedFor;
    await draw();
  }

  /** The course's own figure with the reader's guess: its picture, or what can be zoomed. */
  async function drawOwn() {
    table = {};
    over.set("answer", { finding: "" });
    const own = await fetchFigure(figure);
    if (isZoomed) {
      const [{ drawPlotly }, { withGuess }] = await Promise.all([
        import("./plotly-figure.js"),
        import("./guess-mark.js"),
      ]);
      await drawPlotly(drawing, withGuess(own, guess()), true);
    } else {
      drawing.style.height = "";
      await showPicture(drawing, own, guess());
    }
    beside.show(isZoomed ? [] : own.readings);
  }

  /** @param {Content} asked */
  async function drawAsked(asked) {
    const [views, { askedView }, { drawPlotly }] = await Promise.all([
      fetchFigure(`${figure}-asked`),
      import("./asked-view.js"),
      import("./plotly-figure.js"),
    ]);
    const whole = /** @type {Record<string, AskedFigure>} */ (/** @type {unknown} */ (views))[
      `${asked.measure}-${asked.flow}`
    ];
    const view = askedView(whole, /** @type {any} */ (asked));
    table = { ...view.table, unit: whole.unit };
    over.set("answer", { finding: escaped(view.finding) });
    await drawPlotly(drawing, view.figure, false);
    beside.show([]);
  }

  async function ask() {
    if (!begun) return;
    await draw();
    if (foot) under?.set("content", { ...foot, ...table });
  }

  // Somebody who ticks three boxes asks for three views, whose files come in any order.
  const draw = latestLast(async () => {
    const asked = over.get("asked");
    beside.asks = Boolean(asked.partners);
    try {
      await (asked.partners ? drawAsked(asked) : drawOwn());
    } catch (trouble) {
      const { message } = /** @type {Error} */ (trouble);
      beside.show([]);
      drawing.textContent = `The figure could not be drawn (${message}); the table below has the same figures.`;
    }
    drawing.classList.remove("rr-waiting");
  });

  render({ model: over, el: above });
  over.on("change:shown", show);
  over.on("change:state", show);
  over.on("change:asked", ask);
  show();
}

/** @param {string} text */
const escaped = (text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
