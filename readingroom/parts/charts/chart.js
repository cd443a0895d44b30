// What stands around a figure: above it the claim tested and, where asked for, a guess; below it the table, the CSV, the sources.

import { goTo, h, live, plural, prose, unique } from "../base/dom.js";
import { createSaver, showSaveStatus } from "../base/save.js";
import { parseNumber } from "../quiz/text-answers.js";

function render({ model, el }) {
  const content = model.get("content");
  el.classList.add("rr");
  return content.part === "head" ? chartHead(content, model, el) : chartFoot(content, model, el);
}

const isShown = (content, model) =>
  !content.guess || Boolean(model.get("shown")) || Boolean(model.get("state").guesses?.[content.chart]);

// --- above the figure ------------------------------------------------------------------------------------------------

function chartHead(content, model, el) {
  const keep = createSaver(model);
  const kept = h("p", { class: "rr-kept" });
  showSaveStatus(keep, kept);
  const title = unique("chart");
  const shows = h(
    "div",
    {},
    h("p", {}, h("strong", {}, "What it shows: "), prose("span", content.shows)),
    content.caution
      ? h("p", { class: "rr-caution" }, h("strong", {}, "Take care: "), prose("span", content.caution))
      : null,
    h("p", {}, toTable(content)),
  );
  const result = live({ class: "rr-guessed", tabindex: "-1" });
  const asking = content.guess ? guessForm(content, give, pass) : null;
  el.append(
    h(
      "section",
      { class: "rr-chart-head", "aria-labelledby": title },
      h("h3", { id: title }, content.title),
      claimTested(content),
      asking?.element,
      kept,
      result,
      shows,
    ),
  );
  const forget = nameFigure(content, el);

  function give(text, value) {
    keep.save({ what: "guess", chart: content.chart, text, value }, "guesses", content.chart);
    refresh();
    result.focus();
  }

  function pass() {
    model.set("shown", true);
    model.save_changes();
    refresh();
    result.focus();
  }

  function refresh() {
    const on = isShown(content, model);
    if (asking) asking.element.hidden = on;
    shows.hidden = !on;
    if (on && content.guess && !result.hasChildNodes()) {
      result.append(...answered(content.guess, model.get("state").guesses?.[content.chart]));
    }
  }

  model.on("change:state", refresh);
  model.on("change:shown", refresh);
  refresh();
  return () => {
    model.off("change:state", refresh);
    model.off("change:shown", refresh);
    forget();
    keep.stop();
  };
}

function claimTested(content) {
  const said = live({ class: "rr-hint" });
  const go = (where) =>
    h(
      "button",
      {
        type: "button",
        class: "rr-link",
        "aria-label": `Go to ${where.label}`,
        onclick() {
          said.textContent = goTo(`rr-p-${where.id}`)
            ? ""
            : `${where.label} is read in ${where.lesson}; run that lesson's reading cell to go there.`;
        },
      },
      where.label,
    );
  return h(
    "div",
    { class: "rr-claim" },
    h(
      "p",
      {},
      h("strong", {}, "The claim it tests: "),
      prose("span", content.claim),
      " (",
      content.tests.flatMap((where, i) => [i ? ", " : "", go(where)]),
      ")",
    ),
    said,
  );
}

function toTable(content) {
  return h(
    "button",
    {
      type: "button",
      class: "rr-quiet",
      onclick() {
        const table = document.getElementById(content.anchor);
        if (table) table.open = true;
        goTo(`${content.anchor}-figures`);
      },
    },
    "Go to the figures as a table",
  );
}

function guessForm(content, give, pass) {
  const { guess } = content;
  const id = unique("guess"),
    saysId = unique("guess-says");
  const says = live({ class: "rr-guess-says", id: saysId });
  const input = h("input", {
    type: "text",
    id,
    inputmode: "decimal",
    size: "10",
    autocomplete: "off",
    spellcheck: "false",
    "aria-describedby": saysId,
    oninput: () => says.replaceChildren(),
    onkeydown(event) {
      if (event.key === "Enter") {
        event.preventDefault();
        press();
      }
    },
  });
  // No form element: JupyterLab keeps the Enter key from sending one.
  function press() {
    const value = parseNumber(input.value);
    if (value !== null) return give(input.value.trim(), value);
    says.replaceChildren("Type a number first, such as 3.7.");
    input.focus();
  }
  return {
    element: h(
      "div",
      { class: "rr-item rr-guess" },
      h(
        "fieldset",
        {},
        prose("legend", guess.question),
        h(
          "p",
          { class: "rr-typed" },
          h("label", { for: id }, "Your guess"),
          input,
          guess.unit ? h("span", {}, guess.unit) : null,
        ),
      ),
      says,
      h(
        "p",
        { class: "rr-buttons" },
        h("button", { type: "button", class: "rr-main", onclick: press }, "Show guess and figure"),
        h("button", { type: "button", onclick: pass }, "Show me without a guess"),
      ),
    ),
  };
}

function answered(guess, given) {
  const unit = guess.unit ? ` ${guess.unit}` : "";
  if (!given) return [h("p", {}, h("strong", {}, `The figure is ${guess.shown}${unit}.`))];
  const value = parseNumber(given.value ?? given.text);
  const typed = value === null ? given.text : value.toLocaleString("en-GB", { maximumFractionDigits: 10 });
  return [
    h(
      "p",
      {},
      h("strong", {}, `You said ${typed}; the figure is ${guess.shown}${unit}.`),
      value === null ? "" : ` ${(guess.rank ? howManyPlaces : howFar)(value, guess.figure)}`,
    ),
  ];
}

function howFar(value, figure) {
  if (value === figure) return "Exactly.";
  const times = value / figure;
  if (Math.abs(times - 1) <= 0.1) return "Close.";
  if (times >= 2) return `Your guess is about ${Math.round(times)} times as high.`;
  if (times > 0 && times <= 0.5) return `The figure is about ${Math.round(1 / times)} times as high.`;
  return value > figure ? "Your guess is too high." : "Your guess is too low.";
}

// The first place is the highest, and twice a place means nothing.
function howManyPlaces(value, figure) {
  if (value === figure) return "Exactly.";
  const places = plural(Math.abs(figure - value), "place");
  return `That is ${places} ${figure > value ? "lower" : "higher"} than you guessed.`;
}

// A plotly figure has neither role nor name: its place in the page gets both, once the host has made that place.
function nameFigure(content, el) {
  const name = () => {
    const figure = el.closest(".rr-chart")?.querySelector(".rr-figure");
    figure?.setAttribute("role", "figure");
    figure?.setAttribute("aria-label", `Chart: ${content.title} (the same figures stand in a table below)`);
    return Boolean(figure);
  };
  const watch = new MutationObserver(() => {
    if (name()) watch.disconnect();
  });
  if (!name()) watch.observe(document.body, { childList: true, subtree: true });
  return () => watch.disconnect();
}

// --- below the figure ------------------------------------------------------------------------------------------------

function chartFoot(content, model, el) {
  const whole = h(
    "section",
    { class: "rr-chart-foot", "aria-label": `Figures and sources: ${content.title}` },
    h(
      "details",
      { class: "rr-figures", id: content.anchor },
      h("summary", {}, `The figures as a table (${content.rows.length} rows)`),
      figuresTable(content),
    ),
    h("p", { class: "rr-buttons" }, download(content)),
    h(
      "dl",
      { class: "rr-facts" },
      fact("Unit", [h("span", {}, content.unit)]),
      fact(
        "Measured",
        content.series.map((series) => prose("span", series.about)),
      ),
      fact(
        "As of",
        content.series.map((series) => prose("span", series.vintage)),
      ),
    ),
    listed("Sources", content.sources, true),
    listed(
      "How it was reckoned, and what to keep in mind",
      [...content.reckoned, ...content.series.flatMap((series) => series.caveats)],
      false,
    ),
  );
  el.append(whole);
  const refresh = () => {
    whole.hidden = !model.get("shown");
  };
  model.on("change:shown", refresh);
  refresh();
  return () => model.off("change:shown", refresh);
}

function fact(name, values) {
  return values.length
    ? h(
        "div",
        {},
        h("dt", {}, name),
        values.map((value) => h("dd", {}, value)),
      )
    : null;
}

function listed(name, texts, open) {
  if (!texts.length) return null;
  return h(
    "details",
    { class: "rr-sources", open },
    h("summary", {}, `${name} (${texts.length})`),
    h(
      "ul",
      {},
      texts.map((text) => prose("li", text)),
    ),
  );
}

function figuresTable(content) {
  const gaps = content.rows.some((row) => row.includes(""));
  const cell = (text) => h("td", {}, text === "" ? h("span", { title: "not known" }, "\u2013") : text);
  return h(
    "div",
    {
      class: "rr-scroll",
      role: "region",
      tabindex: "0",
      id: `${content.anchor}-figures`,
      "aria-label": `Figures: ${content.title}`,
    },
    h(
      "table",
      {},
      h("caption", {}, content.title, gaps ? " (a dash stands where nothing is known)" : null),
      h(
        "thead",
        {},
        h(
          "tr",
          {},
          content.head.map((text) => h("th", { scope: "col" }, text)),
        ),
      ),
      h(
        "tbody",
        {},
        content.rows.map(([date, ...figures]) => h("tr", {}, h("th", { scope: "row" }, date), figures.map(cell))),
      ),
    ),
  );
}

function download(content) {
  return h(
    "button",
    {
      type: "button",
      onclick() {
        const address = URL.createObjectURL(new Blob([content.csv], { type: "text/csv" }));
        const link = h("a", { href: address, download: content.file, hidden: true });
        document.body.append(link);
        link.click();
        link.remove();
        setTimeout(() => URL.revokeObjectURL(address), 1000);
      },
    },
    `Download ${content.file}`,
  );
}

export default { render };
