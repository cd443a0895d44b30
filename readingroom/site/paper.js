// A page made ready for the printer: figures as wide as the sheet; afterwards all is as it was. What is folded stays folded.

const SHEET = 640;

export async function onPaper(print) {
  const figures = [...document.querySelectorAll(".js-plotly-plot")];
  const width = (size) => Promise.all(figures.map((figure) => globalThis.Plotly.relayout(figure, size)));
  await width({ width: SHEET, autosize: false });
  print();
  await width({ width: null, autosize: true });
}
