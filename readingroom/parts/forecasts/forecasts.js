// The article's forecasts: a probability first, as of the article's date; then the outcome, and what it was worth.

/** @import { RenderArguments } from "../base/types.js" */
/** @import { ForecastsContent } from "./types.js" */

import { h } from "../base/dom.js";
import { failingInPlace } from "../base/failure.js";
import { createSaver, showSaveStatus } from "../base/save.js";
import { certaintyTable } from "./certainty-table.js";
import { howRead, howScored } from "./explanations.js";
import { forecastCard } from "./forecast-card.js";
import { meanScores } from "./mean-scores.js";

/** @param {RenderArguments} host */
function renderPart({ model, el }) {
  /** @type {ForecastsContent} */
  const content = model.get("content");
  const saver = createSaver(model);
  const list = { content, model, saver, locked: () => refresh() };
  const cards = content.forecasts.map((forecast, i) => forecastCard(forecast, i + 1, list));
  const scores = meanScores(content, model);
  const certainty = certaintyTable(content, model);
  const saved = h("p", { class: "rr-kept" });
  showSaveStatus(saver, saved);

  const refresh = () => {
    cards.forEach((card) => card.refresh());
    scores.refresh();
    certainty.refresh();
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
          `Go back to ${content.words.date}. How likely was each of these then, from 0 (impossible) to 100 ` +
            "(certain)? Your number is locked when you ask how it ended.",
        ),
        howScored(),
        howRead(content),
        saved,
      ),
      cards.map((card) => card.element),
      scores.element,
      certainty.element,
    ),
  );
  refresh();
  return () => {
    cards.forEach((card) => card.flush());
    model.off("change:state", changed);
    saver.stop();
  };
}

const render = failingInPlace(renderPart);

export default { render };
