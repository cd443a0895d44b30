// How a forecast ended, and the scores of the reader, of a guess and of the article's words.

/** @import { Forecast, ForecastsContent, Outcome } from "./types.js" */

import { citationList } from "../base/citations.js";
import { h, prose, withSigns } from "../base/dom.js";
import { brierScore } from "./brier.js";
import { percentText, scoreText } from "./score-text.js";

/** @type {Record<Outcome, string>} */
const SIGNS = { happened: "\u2713", "did not happen": "\u2717", partly: "\u25D0", open: "\u25CB" };

/**
 * @param {Forecast} forecast
 * @param {number} value the reader's probability
 */
export function outcomeLine(forecast, value) {
  const score = brierScore(value, forecast.value);
  return h(
    "p",
    {},
    h(
      "strong",
      { class: "rr-stamp", "data-outcome": forecast.outcome },
      withSigns(`${SIGNS[forecast.outcome]} ${forecast.ended}`),
    ),
    ` You said ${percentText(value)}`,
    score === null ? "; not scored while it is open." : `: score ${scoreText(score)}.`,
  );
}

/**
 * @param {Forecast} forecast
 * @param {ForecastsContent} content
 * @param {number} value the reader's probability
 */
export function outcomeDetails(forecast, content, value) {
  return [prose("div", forecast.how), scoreTable(forecast, content, value), citationList(forecast.sources)].filter(
    (element) => element !== null,
  );
}

/**
 * @param {Forecast} forecast
 * @param {ForecastsContent} content
 * @param {number} value the reader's probability
 */
function scoreTable(forecast, content, value) {
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
      scoreRow("You", value, brierScore(value, forecast.value)),
      scoreRow("Always 50 per cent", content.guess, forecast.guessScore),
      scoreRow(
        h("span", {}, `${content.words.capitalised}, `, prose("span", forecast.wording)),
        forecast.probability,
        forecast.articleScore,
      ),
    ),
  );
}

/**
 * @param {string | HTMLElement} who
 * @param {number} probability
 * @param {number | null} score
 */
function scoreRow(who, probability, score) {
  return h(
    "tr",
    {},
    h("th", { scope: "row" }, who),
    h("td", {}, percentText(probability)),
    h("td", {}, scoreText(score)),
  );
}
