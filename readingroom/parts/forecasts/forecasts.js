// The article's forecasts: a probability first, as of October 2003; then the outcome, and what the probability was worth.

import { brierScore, calibration, mean, parseProbability } from "./brier.js";
import { citationList, whereRead } from "../base/citations.js";
import { debounce, h, live, plural, prose, unique } from "../base/dom.js";
import { createSaver, showSaveStatus } from "../base/save.js";

const SIGNS = { happened: "\u2713", "did not happen": "\u2717", partly: "\u25D0", open: "\u25CB" };
const percent = (share) => `${Math.round(1000 * share) / 10} per cent`;
const points = (score) => (score === null ? "not scored" : score.toFixed(3));

function render({ model, el }) {
  const content = model.get("content");
  const keep = createSaver(model);
  const cards = content.forecasts.map((forecast, i) =>
    forecastCard(forecast, i + 1, content, model, keep, () => refresh()),
  );
  const sums = meanScores(content, model);
  const sure = certaintyTable(content, model);
  const kept = h("p", { class: "rr-kept" });
  showSaveStatus(keep, kept);

  const refresh = () => {
    cards.forEach((card) => card.refresh());
    sums.refresh();
    sure.refresh();
  };
  const changed = () => refresh();
  model.on("change:state", changed);
  el.classList.add("rr");
  el.append(
    h(
      "section",
      { class: "rr-ledger", "aria-label": content.title },
      h(
        "div",
        { class: "rr-ledger-head" },
        h("h3", {}, content.title),
        h(
          "p",
          {},
          `Go back to ${content.words.date}. How likely was each of these then, from 0 (impossible) to 100 (certain)? ` +
            "Your number is locked when you ask how it ended.",
        ),
        howScored(),
        howRead(content),
        kept,
      ),
      cards.map((card) => card.element),
      sums.element,
      sure.element,
    ),
  );
  refresh();
  return () => {
    cards.forEach((card) => card.flush());
    model.off("change:state", changed);
    keep.stop();
  };
}

function howScored() {
  return h(
    "details",
    { class: "rr-sources" },
    h("summary", {}, "How a probability is scored"),
    h(
      "p",
      {},
      "By the Brier score: the distance between your probability and the outcome, squared. A forecast that came true counts as 1, one that did not as 0, one that came true in part as a half. So 0 is the best score and 1 the worst; 70 per cent scores 0.09 if it came true and 0.49 if it did not.",
    ),
    h(
      "p",
      {},
      "Whoever always says 50 per cent scores 0.25, or 0 where the outcome is a half: that is the price of counting halves. A forecast that is still open is not scored. That a forecast came true in part is our judgement.",
    ),
  );
}

function howRead(content) {
  return h(
    "details",
    { class: "rr-sources" },
    h("summary", {}, `How ${content.words.text}\u2019s words were turned into numbers`),
    h(
      "p",
      {},
      `${content.words.capitalised} gives no odds. We read its words by this table; another reader might set the numbers ` +
        "elsewhere. Where it names no date, the date is ours.",
    ),
    h(
      "ul",
      {},
      content.readings.map((reading) =>
        h("li", {}, h("strong", {}, percent(reading.probability)), ` for ${reading.wording}`),
      ),
    ),
  );
}

function forecastCard(forecast, number, content, model, keep, locked) {
  const mine = () => model.get("state").probabilities?.[forecast.id];
  const chance = chanceBox(number, content.words.date, changed);
  const said = live({ class: "rr-said" });
  const details = h("div", { class: "rr-details", id: unique("ended"), hidden: true });
  const button = h("button", { type: "button", class: "rr-main", onclick: press });
  const element = h(
    "div",
    { class: "rr-item rr-forecast", "data-forecast": forecast.id },
    h(
      "fieldset",
      {},
      h(
        "legend",
        {},
        h("span", { class: "rr-number" }, `${number}. `),
        prose("span", forecast.forecast),
        " ",
        whereRead(forecast.places, null),
      ),
      h("p", { class: "rr-hint" }, `Judged by the end of ${forecast.by}.`),
      chance.element,
    ),
    h("p", { class: "rr-buttons" }, button),
    said,
    details,
  );
  const later = debounce(400, (value) =>
    keep.save({ what: "probability", forecast: forecast.id, value }, "probabilities", forecast.id),
  );
  let open = false,
    drawn = false;
  chance.enter(press);

  function changed() {
    const value = chance.read();
    if (said.dataset.kind === "ask") clear();
    if (value !== null) later(value);
  }

  function clear() {
    delete said.dataset.kind;
    said.replaceChildren();
  }

  function press() {
    if (mine()?.locked) {
      open = !open;
      return refresh();
    }
    const value = chance.read();
    if (value === null) {
      said.dataset.kind = "ask";
      said.textContent = "Set a number from 0 to 100 first.";
      return;
    }
    later.flush();
    open = true;
    keep.save({ what: "probability", forecast: forecast.id, value, locked: true }, "probabilities", forecast.id);
    locked();
  }

  function refresh() {
    const kept = mine();
    const known = Boolean(kept?.locked);
    if (kept && (known || !element.contains(document.activeElement))) chance.write(kept.value);
    chance.lock(known);
    button.classList.toggle("rr-main", !known);
    button.textContent = known && open ? "Hide how it ended" : "Show how it ended";
    if (known) {
      button.setAttribute("aria-expanded", String(open));
      button.setAttribute("aria-controls", details.id);
    }
    if (known && !drawn) draw(kept.value);
    details.hidden = !(known && open);
  }

  function draw(value) {
    drawn = true;
    const score = brierScore(value, forecast.value);
    said.dataset.kind = "plain";
    said.replaceChildren(
      h(
        "p",
        {},
        h(
          "strong",
          { class: "rr-stamp", "data-outcome": forecast.outcome },
          `${SIGNS[forecast.outcome]} ${forecast.ended}`,
        ),
        ` You said ${percent(value)}`,
        score === null ? "; not scored while it is open." : `: score ${points(score)}.`,
      ),
    );
    details.replaceChildren(
      prose("div", forecast.how),
      scoreTable(forecast, content, value, score),
      ...[citationList(forecast.sources)].filter(Boolean),
    );
  }

  return { element, refresh, flush: later.flush };
}

function scoreTable(forecast, content, value, score) {
  const row = (who, probability, worth) =>
    h("tr", {}, h("th", { scope: "row" }, who), h("td", {}, percent(probability)), h("td", {}, points(worth)));
  return h(
    "table",
    { class: "rr-table" },
    h("caption", {}, "Brier scores: the lower the better"),
    h(
      "thead",
      {},
      h(
        "tr",
        {},
        ["Who", "Probability", "Score"].map((title) => h("th", { scope: "col" }, title)),
      ),
    ),
    h(
      "tbody",
      {},
      row("You", value, score),
      row("Always 50 per cent", content.guess, forecast.guessScore),
      row(
        h("span", {}, `${content.words.capitalised}, `, prose("span", forecast.wording)),
        forecast.probability,
        forecast.articleScore,
      ),
    ),
  );
}

function chanceBox(number, date, changed) {
  const id = unique("chance");
  const input = h("input", {
    type: "number",
    id,
    min: "0",
    max: "100",
    step: "any",
    inputmode: "decimal",
    autocomplete: "off",
  });
  const range = h("input", {
    type: "range",
    min: "0",
    max: "100",
    step: "1",
    value: "50",
    "aria-label": `Your probability for forecast ${number}, as a slider`,
  });
  const says = h("output", { for: id, class: "rr-hint" });

  function tell() {
    const value = parseProbability(input.value);
    range.classList.toggle("rr-unset", value === null);
    range.setAttribute("aria-valuetext", value === null ? "not set" : percent(value));
    says.textContent = value === null ? "not set yet" : `${Math.round(1000 * value) / 10} in 100`;
  }

  input.addEventListener("input", () => {
    const value = parseProbability(input.value);
    if (value !== null) range.value = String(100 * value);
    tell();
    changed();
  });
  range.addEventListener("input", () => {
    input.value = range.value;
    tell();
    changed();
  });
  tell();
  return {
    element: h(
      "div",
      { class: "rr-chance" },
      h("label", { for: id }, `Your probability as of ${date}`),
      h("span", { class: "rr-percent" }, input, " per cent"),
      range,
      says,
    ),
    read: () => parseProbability(input.value),
    write(value) {
      input.value = String(Math.round(1000 * value) / 10);
      range.value = input.value;
      tell();
    },
    lock(on) {
      input.readOnly = on;
      range.disabled = on;
    },
    enter: (act) =>
      input.addEventListener("keydown", (event) => {
        if (event.key === "Enter") {
          event.preventDefault();
          act();
        }
      }),
  };
}

function meanScores(content, model) {
  const words = h("p", { role: "status" });
  const table = h("table", { class: "rr-table rr-bars", hidden: true });
  const element = h("div", { class: "rr-tally" }, h("h4", {}, "Your score so far"), words, table);

  function refresh() {
    const state = model.get("state").probabilities ?? {};
    const shown = content.forecasts.filter((forecast) => state[forecast.id]?.locked);
    const scored = shown.filter((forecast) => forecast.value !== null);
    const rows = [
      ["You", mean(scored.map((forecast) => brierScore(state[forecast.id].value, forecast.value)))],
      ["Always 50 per cent", mean(scored.map((forecast) => forecast.guessScore))],
      [`${content.words.capitalised}\u2019s words`, mean(scored.map((forecast) => forecast.articleScore))],
    ];
    const says = inWords(
      content.words.text,
      shown.length,
      scored.length,
      content.forecasts.length,
      rows.map(([, score]) => score),
    );
    if (words.textContent !== says) words.textContent = says;
    table.hidden = !scored.length;
    table.replaceChildren(
      h("caption", {}, "Mean Brier score: the lower the better"),
      h(
        "tbody",
        {},
        scored.length
          ? rows.map(([who, score]) =>
              h(
                "tr",
                {},
                h("th", { scope: "row" }, who),
                h("td", {}, points(score)),
                h("td", { "aria-hidden": "true" }, scoreBar(score)),
              ),
            )
          : [],
      ),
    );
  }
  return { element, refresh };
}

// The bar's full width stands for 0.5: worse scores than that are rare, and 0.25 should be easy to see.
function scoreBar(score) {
  const bar = h("span", { class: "rr-score-bar" });
  bar.style.width = `${Math.min(100, 200 * score)}%`;
  return h("span", { class: "rr-score-track" }, bar);
}

function inWords(text, shown, scored, all, [you, guess, article]) {
  if (!scored) {
    return shown
      ? "Nothing to score yet: what you have opened is still open."
      : `No forecast opened yet; there are ${all}.`;
  }
  const beside = (mine, other) =>
    Math.abs(mine - other) < 0.0005 ? "the same as" : mine < other ? "better than" : "worse than";
  return (
    `${shown} of ${all} opened, ${scored} scored. You did ${beside(you, guess)} always saying 50 per cent, and ${beside(you, article)} ${text}\u2019s words read as numbers.` +
    (scored < all
      ? ""
      : " Even all of them are few, and several hang together: a single surprise would move these numbers.") +
    " You may also have known how some of it ended; whoever made the forecasts could not."
  );
}

function certaintyTable(content, model) {
  const words = h("p", {});
  const table = h("table", { class: "rr-table" });
  const lessons = h("ul", {});
  const element = h(
    "div",
    { class: "rr-tally" },
    h("h4", {}, "How sure you were in the quizzes, and how right"),
    words,
    table,
    lessons,
  );

  function refresh() {
    const found = calibration(Object.values(model.get("state").answers ?? {}));
    const used = content.levels.filter((level) => found[level.level]);
    words.textContent = used.length
      ? "Your latest answer to each item counts; half-right answers count as halves. The marks make it pay to say \u201cfairly sure\u201d from 67 per cent right upwards, and \u201cvery sure\u201d from 80. Answers you give after this part was opened are counted when you run it again."
      : "No quiz answers with a certainty yet. The marks make it pay to say \u201cfairly sure\u201d if you expect to be right at least 67 times in 100, and \u201cvery sure\u201d from 80.";
    table.hidden = !used.length;
    table.replaceChildren(
      h(
        "thead",
        {},
        h(
          "tr",
          {},
          ["You said", "Answers", "Right", "Pays"].map((title) => h("th", { scope: "col" }, title)),
        ),
      ),
      h(
        "tbody",
        {},
        content.levels.map((level) => levelRow(level, found[level.level])),
      ),
    );
    lessons.replaceChildren(
      ...used.map((level) => h("li", {}, h("strong", {}, `${level.name}: `), lesson(level, found[level.level]))),
    );
  }
  return { element, refresh };
}

function levelRow(level, found) {
  const band =
    level.from === 0
      ? `below ${level.to} %`
      : level.to === 100
        ? `from ${level.from} %`
        : `${level.from} to ${level.to} %`;
  return h(
    "tr",
    {},
    h("th", { scope: "row" }, level.name),
    h("td", {}, String(found?.[0] ?? 0)),
    h("td", {}, found ? `${Math.round(100 * found[1])} %` : "\u2013"),
    h("td", {}, band),
  );
}

function lesson(level, [answers, right]) {
  if (answers < 5) return `only ${plural(answers, "answer")}: too few to tell.`;
  if (100 * right < level.from) return "you were less often right than this level needs: be less sure.";
  if (level.to < 100 && 100 * right >= level.to) return "you were right more often than you thought: be surer.";
  return "about as sure as you were right.";
}

export default { render };
