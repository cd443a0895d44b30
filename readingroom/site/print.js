// A page on its way to the printer, however it was sent there: figures as wide as the sheet; afterwards all is as it was.
// What is folded stays folded, but for the table of a figure that is not drawn yet: there is no time to draw it now.

const SHEET = 640;

export function readyForPaper() {
  let figures = [],
    unfolded = [];
  addEventListener("beforeprint", () => {
    figures = [...document.querySelectorAll(".js-plotly-plot")];
    unfolded = [...document.querySelectorAll(".rr-chart:not(:has(.js-plotly-plot)) details.rr-figures:not([open])")];
    unfolded.forEach((table) => {
      table.open = true;
    });
    widths(figures, { width: SHEET, autosize: false });
  });
  addEventListener("afterprint", () => {
    unfolded.forEach((table) => {
      table.open = false;
    });
    widths(figures, { width: null, autosize: true });
  });
}

// Plotly draws these figures before it answers, so that nothing has to be waited for.
const widths = (figures, size) => figures.forEach((figure) => globalThis.Plotly.relayout(figure, size));
