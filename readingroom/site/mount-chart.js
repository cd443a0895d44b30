// A chart on a page: its head and foot as in the notebooks, and plotly's figure between them, drawn when it comes near.

import { whenNear } from "./when-near.js";
import { modelOf } from "./widget-model.js";

let script = null;

// Plotly comes once, and only where a figure is about to be seen.
function plotly() {
  script ??= new Promise((done, failed) => {
    const element = document.createElement("script");
    element.src = new URL("plotly.min.js", import.meta.url);
    element.onload = () => done(globalThis.Plotly);
    element.onerror = () => {
      script = null;
      failed(new Error("the script that draws it did not come"));
    };
    document.head.append(element);
  });
  return script;
}

export function mountChart(part, { head, foot, figure }, record, render) {
  const [above, drawing, below] = [0, 1, 2].map(() => document.createElement("div"));
  const asks = Boolean(head.guess);
  const over = modelOf({ content: head, shown: !asks }, record);
  const under = modelOf({ content: foot, shown: !asks }, record);
  const guessed = () => (asks ? record.state.guesses[head.chart] : null);
  let begun = false;
  drawing.className = "rr-figure";
  part.classList.add("rr-chart");
  part.dataset.chart = head.chart;
  part.replaceChildren(above, drawing, below);

  function show() {
    if (begun || !(over.get("shown") || guessed())) return;
    begun = true;
    under.set("shown", true);
    drawing.classList.add("rr-waiting");
    whenNear(drawing, draw);
  }

  async function draw() {
    try {
      const [{ newPlot }, made] = await Promise.all([
        plotly(),
        fetch(`figures/${figure}.json`).then((answer) => answer.json()),
      ]);
      const { data, layout, config } = withGuess(made, guessed());
      const sheet = document.createElement("div");
      drawing.style.height = sheet.style.height = `${layout.height}px`;
      drawing.replaceChildren(sheet);
      await newPlot(sheet, data, layout, config);
      sheet.on("plotly_afterplot", () => scalable(sheet));
      scalable(sheet);
    } catch (trouble) {
      drawing.textContent = `The figure could not be drawn (${trouble.message}); the table below has the same figures.`;
    }
    drawing.classList.remove("rr-waiting");
  }

  render({ model: over, el: above });
  render({ model: under, el: below });
  over.on("change:shown", show);
  over.on("change:state", show);
  show();
}

// A drawing that knows its own size is shrunk on a narrow sheet of paper, not cut.
function scalable(sheet) {
  for (const drawn of sheet.querySelectorAll(".main-svg")) {
    drawn.setAttribute("viewBox", `0 0 ${drawn.getAttribute("width")} ${drawn.getAttribute("height")}`);
  }
}

// A reader's guess as a dotted line across its panel, and a ring around the figure it was a guess at.
export function withGuess(made, given) {
  const { guess, data, layout } = made;
  const value = given ? Number(given.value ?? Number.NaN) : Number.NaN;
  if (!guess || !Number.isFinite(value)) return made;
  const scale = layout[`yaxis${guess.axis}`];
  const [x, y] = [`x${guess.axis}`, `y${guess.axis}`];
  const [low, high] = [Math.min(...scale.range), Math.max(...scale.range)];
  const far = value > guess.farthest * high || value < Math.min(0, guess.farthest * low);
  if (!far && value > high) scale.range = guess.rank ? [value + 0.5, scale.range[1]] : [scale.range[0], value * 1.1];
  if (!far && value < low && !guess.rank) scale.range = [value * 1.1, scale.range[1]];
  const words = `\u2605 your guess: ${value.toLocaleString("en-GB", { maximumFractionDigits: 10 })}${far ? ", off the scale" : ""}`;
  const line = {
    type: "line",
    xref: `${x} domain`,
    x0: 0,
    x1: 1,
    yref: y,
    y0: value,
    y1: value,
    layer: "below",
    line: { color: guess.colour, width: 3, dash: "dot" },
  };
  const label = {
    text: words,
    xref: `${x} domain`,
    x: 0.99,
    xanchor: "right",
    yref: y,
    y: far ? (value > high ? high : low) : value,
    yanchor: value > high && far ? "top" : "bottom",
    showarrow: false,
    font: { color: guess.colour },
  };
  const ring = {
    type: "scatter",
    mode: "markers",
    xaxis: x,
    yaxis: y,
    x: [guess.at],
    y: [guess.figure],
    hoverinfo: "skip",
    cliponaxis: false,
    marker: { symbol: "circle-open", size: 18, color: guess.colour, line: { width: 3 } },
  };
  return {
    ...made,
    data: guess.at === null ? data : [...data, ring],
    layout: {
      ...layout,
      shapes: far ? layout.shapes : [...layout.shapes, line],
      annotations: [...layout.annotations, label],
    },
  };
}
