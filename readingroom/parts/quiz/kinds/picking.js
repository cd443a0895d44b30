// What choices, choices and passages share: options to pick.

/** @import { Control, Item, Scorer, Sentence } from "../types.js" */

import { h, prose, unique } from "../../base/dom.js";
import { normalise } from "../text-answers.js";

/**
 * @param {Item} item
 * @param {"radio" | "checkbox"} type
 * @param {() => void} changed
 * @returns {Control}
 */
export function optionsControl(item, type, changed) {
  const name = unique(item.id);
  const options = item.options ?? [];
  const inputs = options.map((option) => h("input", { type, name, value: option.id, onchange: changed }));
  const rows = options.map((option, i) => h("label", { class: "rr-option" }, inputs[i], prose("span", option.html)));
  const chosen = () => inputs.filter((input) => input.checked).map((input) => input.value);
  return {
    element: h("div", { class: "rr-options" }, rows),
    read: () => (type === "radio" ? (chosen()[0] ?? "") : chosen()),
    write: (response) =>
      inputs.forEach((input) => {
        input.checked = [response].flat().includes(input.value);
      }),
    lock: (locked) =>
      inputs.forEach((input) => {
        input.disabled = locked;
      }),
  };
}

/**
 * Whether a text, a list or a table has anything in it.
 *
 * @param {unknown} response
 */
export function isGiven(response) {
  if (typeof response === "string") return normalise(response) !== "";
  return typeof response === "object" && response ? Object.keys(response).length > 0 : Boolean(response);
}

/**
 * Whether a response names options that the item has, none of them twice.
 *
 * @param {Item} item
 * @param {unknown} response
 */
export function areOptions(item, response) {
  const known = (item.options ?? []).map(({ id }) => id);
  return (
    Array.isArray(response) && response.every((id) => known.includes(id)) && new Set(response).size === response.length
  );
}

/**
 * Whether a response is an option of the item, or none yet.
 *
 * @param {Item} item
 * @param {unknown} response
 */
export const isOption = (item, response) => response === "" || areOptions(item, [response]);

/** @type {Scorer} */
export const oneOf = {
  name: "one",
  fraction: (key, response) => Number(typeof response === "string" && key.right.includes(response)),
  isAnswered: isGiven,
};

/**
 * @param {Item} item
 * @param {string} response
 * @returns {Sentence[]}
 */
export function whyChosen(item, response) {
  const option = item.options?.find(({ id }) => id === response);
  return option ? [{ html: option.why, kind: item.key.right.includes(response) ? "right" : "wrong" }] : [];
}

/**
 * @param {Item} item
 * @returns {Sentence[]}
 */
export function rightOptions(item) {
  const right = (item.options ?? []).filter((option) => item.key.right.includes(option.id));
  return right.map((option) => ({ about: option.html, html: option.why, kind: "right" }));
}
