// How probabilities are scored and how the article's words were turned into numbers, said once at the head of the list.

/** @import { ForecastsContent } from "./types.js" */

import { h } from "../base/dom.js";
import { percentText } from "./score-text.js";

export function howScored() {
  return h(
    "details",
    { class: "rr-sources" },
    h("summary", {}, "How a probability is scored"),
    h(
      "p",
      {},
      "By the Brier score: the distance between your probability and the outcome, squared. A forecast that came true " +
        "counts as 1, one that did not as 0, one that came true in part as a half. So 0 is the best score and 1 the " +
        "worst; 70 per cent scores 0.09 if it came true and 0.49 if it did not.",
    ),
    h(
      "p",
      {},
      "Whoever always says 50 per cent scores 0.25, or 0 where the outcome is a half: that is the price of counting " +
        "halves. A forecast that is still open is not scored. That a forecast came true in part is our judgement.",
    ),
  );
}

/** @param {ForecastsContent} content */
export function howRead({ words, readings }) {
  return h(
    "details",
    { class: "rr-sources" },
    h("summary", {}, `How ${words.text}\u2019s words were turned into numbers`),
    h(
      "p",
      {},
      `${words.capitalised} gives no odds. We read its words by this table; another reader might set the numbers ` +
        "elsewhere. Where it names no date, the date is ours.",
    ),
    h(
      "ul",
      {},
      readings.map((reading) =>
        h("li", {}, h("strong", {}, percentText(reading.probability)), ` for ${reading.wording}`),
      ),
    ),
  );
}
