// An order: lines are moved with buttons until they stand in order.

/** @import { Control, Item, Kind, Scorer, Sentence } from "../types.js" */

import { h, live, prose } from "../../base/dom.js";
import { isGiven } from "./picking.js";

/**
 * @param {unknown} response
 * @param {string[]} lines
 * @returns {response is string[]}
 */
function hasExactly(response, lines) {
  if (!Array.isArray(response) || response.length !== lines.length) return false;
  const [given, wanted] = [[...response].sort(), [...lines].sort()];
  return response.every((id) => typeof id === "string") && given.every((id, at) => id === wanted[at]);
}

/**
 * Kendall's tau over all pairs of lines, not below 0.
 *
 * @type {Scorer}
 */
const inOrder = {
  name: "order",
  fraction(key, response) {
    /** @type {string[]} */
    const right = key.right;
    if (!hasExactly(response, right)) return 0;
    const place = new Map(response.map((id, at) => [id, at]));
    const pairs = right.flatMap((first, at) => right.slice(at + 1).map((second) => [first, second]));
    const kept = pairs.filter(([first, second]) => (place.get(first) ?? 0) < (place.get(second) ?? 0)).length;
    return pairs.length ? Math.max(0, (2 * kept - pairs.length) / pairs.length) : 1;
  },
  isAnswered: isGiven,
};

/**
 * @param {Item} item
 * @param {() => void} changed
 * @returns {Control}
 */
function orderControl(item, changed) {
  const options = item.options ?? [];
  const list = h("ol", { class: "rr-order" });
  const status = live({ class: "rr-hidden" });
  const plain = new Map(options.map((option) => [option.id, prose("span", option.html).textContent ?? ""]));
  const rows = new Map(options.map((option) => [option.id, row(option.id, option.html)]));
  const read = () => [...list.children].map((element) => /** @type {HTMLElement} */ (element).dataset.id ?? "");

  /**
   * @param {string} id
   * @param {string} html
   */
  function row(id, html) {
    const move = (/** @type {number} */ step) =>
      h(
        "button",
        {
          type: "button",
          class: "rr-small",
          onclick: () => shift(id, step),
          "aria-label": `Move ${step < 0 ? "earlier" : "later"}: ${plain.get(id)}`,
        },
        step < 0 ? "\u2191" : "\u2193",
      );
    return h("li", { "data-id": id }, prose("span", html), h("span", { class: "rr-moves" }, move(-1), move(1)));
  }

  /**
   * @param {string} id
   * @param {number} step
   */
  function shift(id, step) {
    const order = read();
    const from = order.indexOf(id);
    const to = from + step;
    if (to < 0 || to >= order.length) {
      status.textContent = `Already ${step < 0 ? "first" : "last"}.`;
      return;
    }
    [order[from], order[to]] = [order[to], order[from]];
    const focused = document.activeElement;
    write(order);
    if (focused instanceof HTMLElement) focused.focus();
    status.textContent = `${plain.get(id)}: now ${to + 1} of ${order.length}.`;
    changed();
  }

  /** @param {unknown} order */
  function write(order) {
    const known = Array.isArray(order) && order.every((id) => rows.has(id));
    const ids = known ? order : options.map((option) => option.id);
    list.replaceChildren(...ids.map((id) => /** @type {HTMLElement} */ (rows.get(id))));
  }

  write(null);
  return {
    element: h(
      "div",
      {},
      h("p", { class: "rr-hint" }, "First at the top. Move each line with its buttons."),
      list,
      status,
    ),
    read,
    write,
    lock: (locked) =>
      list.querySelectorAll("button").forEach((button) => {
        button.disabled = locked;
      }),
  };
}

/**
 * @param {Item} item
 * @param {string[]} response
 * @returns {Sentence[]}
 */
function whyOutOfPlace(item, response) {
  const options = new Map((item.options ?? []).map((option) => [option.id, option]));
  const misplaced = response.filter((id, at) => id !== item.key.right[at]).map((id) => options.get(id));
  return misplaced.flatMap((option) =>
    option ? [{ about: option.html, verdict: "\u2717 Out of place:", html: option.why, kind: "wrong" }] : [],
  );
}

/**
 * @param {Item} item
 * @returns {Sentence[]}
 */
function rightOrder(item) {
  const options = new Map((item.options ?? []).map((option) => [option.id, option]));
  return item.key.right.map((/** @type {string} */ id, /** @type {number} */ at) => {
    const option = options.get(id);
    return { about: `${at + 1}. ${option?.html}`, html: option?.why ?? "", kind: "right" };
  });
}

/** @type {Kind} */
export const order = {
  control: orderControl,
  scorer: inOrder,
  empty: "Put the lines in order first.",
  fits: (item, response) =>
    hasExactly(
      response,
      (item.options ?? []).map(({ id }) => id),
    ),
  sentences: whyOutOfPlace,
  solution: rightOrder,
};
