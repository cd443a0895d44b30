// A page on its way to the printer, however it was sent there: figures as wide as the sheet; afterwards all is as it
// was. What is folded stays folded, but for the table of a figure that is not drawn yet: there is no time to draw it
// now.

/** @import { Plotly } from "./types.js" */

const SHEET = 640; // pixels
const UNDRAWN = ".rr-chart:not(:has(.js-plotly-plot)) details.rr-figures:not([open])";

export function readyForPaper() {
  /** @type {Element[]} */
  let figures = [];
  /** @type {HTMLDetailsElement[]} */
  let unfolded = [];
  addEventListener("beforeprint", () => {
    figures = [...document.querySelectorAll(".js-plotly-plot")];
    unfolded = [.../** @type {NodeListOf<HTMLDetailsElement>} */ (document.querySelectorAll(UNDRAWN))];
    unfolded.forEach((table) => {
      table.open = true;
    });
    setWidths(figures, { width: SHEET, autosize: false });
  });
  addEventListener("afterprint", () => {
    unfolded.forEach((table) => {
      table.open = false;
    });
    setWidths(figures, { width: null, autosize: true });
  });
}

/**
 * Plotly draws these figures before it answers, so that nothing has to be waited for.
 *
 * @param {Element[]} figures
 * @param {{ width: number | null, autosize: boolean }} size
 */
function setWidths(figures, size) {
  const { Plotly } = /** @type {{ Plotly: Plotly }} */ (/** @type {unknown} */ (globalThis));
  figures.forEach((figure) => Plotly.relayout(figure, size));
}
