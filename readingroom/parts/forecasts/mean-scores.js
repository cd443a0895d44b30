// The mean scores of the reader, of a guess and of the article's words, over the forecasts whose outcome was shown.

/** @import { Model } from "../base/types.js" */
/** @import { ForecastsContent, Probabilities } from "./types.js" */

import { h } from "../base/dom.js";
import { mean, squaredError } from "./brier.js";
import { scoreText } from "./score-text.js";

/** @typedef {[you: number, guess: number, article: number]} Means */

/**
 * @param {ForecastsContent} content
 * @param {Model} model
 */
export function meanScores(content, model) {
  const words = h("p", { role: "status" });
  const table = h("table", { class: "rr-table rr-bars", hidden: true });
  const element = h("div", { class: "rr-tally" }, h("h4", {}, "Your score so far"), words, table);
  const article = content.words.text;
  const names = ["You", "Always 50 per cent", `${content.words.capitalised}\u2019s words`];

  function refresh() {
    /** @type {Probabilities} */
    const given = model.get("state").probabilities ?? {};
    const all = content.forecasts.length;
    const opened = content.forecasts.filter((forecast) => given[forecast.id]?.locked);
    const scored = opened.filter((forecast) => forecast.value !== null);
    /** @type {Means | null} */
    const means = scored.length
      ? [
          mean(scored.map((forecast) => squaredError(given[forecast.id].value, forecast.value))),
          mean(scored.map((forecast) => forecast.guessScore)),
          mean(scored.map((forecast) => forecast.articleScore)),
        ]
      : null;
    const text = means
      ? scoresInWords(opened.length, scored.length, all, means, article)
      : nothingScored(opened.length, all);
    if (words.textContent !== text) words.textContent = text;
    table.hidden = !means;
    table.replaceChildren(
      h("caption", {}, "Mean Brier score: the lower the better"),
      h("tbody", {}, means?.map((score, i) => meanRow(names[i], score)) ?? []),
    );
  }
  return { element, refresh };
}

/**
 * @param {string} who
 * @param {number} score
 */
function meanRow(who, score) {
  return h(
    "tr",
    {},
    h("th", { scope: "row" }, who),
    h("td", {}, scoreText(score)),
    h("td", { "aria-hidden": "true" }, scoreBar(score)),
  );
}

/**
 * The bar's full width stands for 0.5: worse scores than that are rare, and 0.25 should be easy to see.
 *
 * @param {number} score
 */
function scoreBar(score) {
  const bar = h("span", { class: "rr-score-bar" });
  bar.style.width = `${Math.min(100, 200 * score)}%`;
  return h("span", { class: "rr-score-track" }, bar);
}

/**
 * @param {number} opened
 * @param {number} all
 */
function nothingScored(opened, all) {
  return opened
    ? "Nothing to score yet: what you have opened is still open."
    : `No forecast opened yet; there are ${all}.`;
}

/**
 * @param {number} opened
 * @param {number} scored
 * @param {number} all
 * @param {Means} means
 * @param {string} article
 */
function scoresInWords(opened, scored, all, [you, guess, words], article) {
  const compared = (/** @type {number} */ other) =>
    Math.abs(you - other) < 0.0005 ? "the same as" : you < other ? "better than" : "worse than";
  return (
    `${opened} of ${all} opened, ${scored} scored. You did ${compared(guess)} always saying 50 per cent, ` +
    `and ${compared(words)} ${article}\u2019s words read as numbers.` +
    (scored < all
      ? ""
      : " Even all of them are few, and several hang together: a single surprise would move these numbers.") +
    " You may also have known how some of it ended; whoever made the forecasts could not."
  );
}
