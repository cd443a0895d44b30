// One forecast: a probability, then how it ended and what the probability was worth.

/** @import { Model, Saver } from "../base/types.js" */
/** @import { Forecast, ForecastsContent, Probabilities } from "./types.js" */

import { whereRead } from "../base/citations.js";
import { debounce, h, live, prose, unique } from "../base/dom.js";
import { outcomeDetails, outcomeLine } from "./outcome.js";
import { probabilityInput } from "./probability-input.js";

/**
 * What the cards of one list share; `locked` is called when the outcome of a forecast is shown.
 *
 * @typedef {object} ForecastList
 * @property {ForecastsContent} content
 * @property {Model} model
 * @property {Saver} saver
 * @property {() => void} locked
 */

/**
 * @param {Forecast} forecast
 * @param {number} number
 * @param {ForecastList} list
 */
export function forecastCard(forecast, number, { content, model, saver, locked }) {
  /** @returns {Probabilities[string] | undefined} */
  const given = () => model.get("state").probabilities?.[forecast.id];
  const probability = probabilityInput(number, content.words.date, changed, press);
  const feedback = live({ class: "rr-said" });
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
      probability.element,
    ),
    h("p", { class: "rr-buttons" }, button),
    feedback,
    details,
  );
  const saveLater = debounce(400, (/** @type {number} */ value) => save({ value }));
  let open = false;
  let drawn = false;

  /** @param {Probabilities[string]} values */
  function save(values) {
    saver.save({ what: "probability", forecast: forecast.id, ...values }, "probabilities", forecast.id);
  }

  function changed() {
    const value = probability.read();
    if (feedback.dataset.kind === "ask") clear();
    if (value !== null) saveLater(value);
  }

  function clear() {
    delete feedback.dataset.kind;
    feedback.replaceChildren();
  }

  function press() {
    if (given()?.locked) {
      open = !open;
      return refresh();
    }
    const value = probability.read();
    if (value === null) {
      feedback.dataset.kind = "ask";
      feedback.textContent = "Set a number from 0 to 100 first.";
      return;
    }
    saveLater.flush();
    open = true;
    save({ value, locked: true });
    locked();
  }

  function refresh() {
    const latest = given();
    const known = Boolean(latest?.locked);
    if (latest && (known || !element.contains(document.activeElement))) probability.write(latest.value);
    probability.lock(known);
    button.classList.toggle("rr-main", !known);
    button.textContent = known && open ? "Hide how it ended" : "Show how it ended";
    if (known) {
      button.setAttribute("aria-expanded", String(open));
      button.setAttribute("aria-controls", details.id);
    }
    if (latest?.locked && !drawn) draw(latest.value);
    details.hidden = !(known && open);
  }

  /** @param {number} value */
  function draw(value) {
    drawn = true;
    feedback.dataset.kind = "plain";
    feedback.replaceChildren(outcomeLine(forecast, value));
    details.replaceChildren(...outcomeDetails(forecast, content, value));
  }

  return { element, refresh, flush: saveLater.flush };
}
