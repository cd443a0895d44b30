// Plotly's figure of a chart, where somebody asks for it: to zoom, or for another view.

/** @import { AskedFigure, Figure, Layout, Plotly, PlottedElement } from "./types.js" */

/** @type {Promise<Plotly> | null} */
let script = null;

// Plotly comes once, and only where it is asked for.
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
 * @param {HTMLElement} place
 * @param {Figure | Pick<AskedFigure, "data" | "layout" | "config">} figure
 * @param {boolean} isZoomed whether a part can be dragged over, and is then shown large
 */
export async function drawPlotly(place, { data, layout, config }, isZoomed) {
  const { newPlot } = await plotly();
  const sheet = document.createElement("div");
  place.style.height = sheet.style.height = `${layout.height}px`;
  place.replaceChildren(sheet);
  await newPlot(sheet, data, isZoomed ? free(layout) : layout, config);
  /** @type {PlottedElement} */ (sheet).on("plotly_afterplot", () => makeScalable(sheet));
  makeScalable(sheet);
}

/**
 * @param {Layout} layout
 * @returns {Layout}
 */
function free(layout) {
  const axes = Object.entries(layout).map(([name, value]) =>
    /^[xy]axis/.test(name) ? [name, { ...value, fixedrange: false }] : [name, value],
  );
  return { ...Object.fromEntries(axes), dragmode: "zoom" };
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
