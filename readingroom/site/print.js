// A page on its way to the printer, however it was sent there: in a style of its own, figures as wide as print.css
// shrinks them to a column; afterwards all is as it was. What is folded stays folded, but for the table of a figure
// that is not drawn yet: there is no time to draw it now.

/** @import { Plotly } from "./types.js" */

import { onCtrl } from "./shortcut.js";

const COLUMN = 460; // pixels
const UNDRAWN = ".rr-chart:not(:has(.js-plotly-plot, .rr-still > *)) details.rr-figures:not([open])";

/** @param {() => Promise<unknown>} drawAll draws the parts that nobody has scrolled to yet */
export function readyForPaper(drawAll) {
  /** @type {Element[]} */
  let figures = [];
  /** @type {HTMLDetailsElement[]} */
  let unfolded = [];
  styleForPaper();
  offerToPrint(drawAll);
  addEventListener("beforeprint", () => {
    figures = [...document.querySelectorAll(".js-plotly-plot")];
    unfolded = [.../** @type {NodeListOf<HTMLDetailsElement>} */ (document.querySelectorAll(UNDRAWN))];
    unfolded.forEach((table) => {
      table.open = true;
    });
    setWidths(figures, { width: COLUMN, autosize: false });
  });
  addEventListener("afterprint", () => {
    unfolded.forEach((table) => {
      table.open = false;
    });
    setWidths(figures, { width: null, autosize: true });
  });
}

/**
 * By the page's button and by the keys of the browser's own command, everything is drawn first. From the browser's
 * menu there is no time for that, and what was not drawn yet is printed as its plain text.
 *
 * @param {() => Promise<unknown>} drawAll
 */
function offerToPrint(drawAll) {
  const button = /** @type {HTMLButtonElement | null} */ (document.getElementById("print"));
  let isBusy = false;
  async function printWhole() {
    if (isBusy) return;
    isBusy = true;
    button?.toggleAttribute("disabled", true);
    await drawAll().catch(console.warn);
    print();
    button?.toggleAttribute("disabled", false);
    isBusy = false;
  }
  button?.addEventListener("click", printWhole);
  button?.removeAttribute("hidden");
  onCtrl("p", printWhole);
}

/** Fetch the style of the printed page, and give the foot of each sheet the page's title. */
function styleForPaper() {
  const title = document.title.replace(/[\\"\n]/g, "\\$&");
  document.documentElement.style.setProperty("--title", `"${title}"`);
  const style = document.createElement("link");
  Object.assign(style, { rel: "stylesheet", media: "print", href: "site/print.css" });
  document.head.append(style);
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
