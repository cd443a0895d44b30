// The box and the slider in which a probability is given: each follows the other.

import { h, unique } from "../base/dom.js";
import { parseProbability } from "./brier.js";
import { percentOf, percentText } from "./score-text.js";

/**
 * @param {number} number of the forecast
 * @param {string} date as of which the probability is given
 * @param {() => void} changed
 * @param {() => void} onEnter
 */
export function probabilityInput(number, date, changed, onEnter) {
  const id = unique("chance");
  const input = numberBox(id);
  const range = slider(number);
  const text = h("output", { for: id, class: "rr-hint" });

  function tell() {
    const value = parseProbability(input.value);
    range.classList.toggle("rr-unset", value === null);
    range.setAttribute("aria-valuetext", value === null ? "not set" : percentText(value));
    text.textContent = value === null ? "not set yet" : `${percentOf(value)} in 100`;
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
  input.addEventListener("keydown", (event) => {
    if (event.key === "Enter") {
      event.preventDefault();
      onEnter();
    }
  });
  return {
    element: h(
      "div",
      { class: "rr-chance" },
      h("label", { for: id }, `Your probability as of ${date}`),
      h("span", { class: "rr-percent" }, input, " per cent"),
      range,
      text,
    ),
    read: () => parseProbability(input.value),
    /** @param {number} value */
    write(value) {
      input.value = String(percentOf(value));
      range.value = input.value;
      tell();
    },
    /** @param {boolean} on */
    lock(on) {
      input.readOnly = on;
      range.disabled = on;
    },
  };
}

/** @param {string} id */
function numberBox(id) {
  return h("input", {
    type: "number",
    id,
    min: "0",
    max: "100",
    step: "any",
    inputmode: "decimal",
    autocomplete: "off",
  });
}

/** @param {number} number of the forecast */
function slider(number) {
  return h("input", {
    type: "range",
    min: "0",
    max: "100",
    step: "1",
    value: "50",
    "aria-label": `Your probability for forecast ${number}, as a slider`,
  });
}
