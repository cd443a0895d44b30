// What numbers and words share: a line to type in, and foreseen mistakes.

/** @import { Control, Item, Mistake, Sentence } from "../types.js" */

import { h, unique } from "../../base/dom.js";

/**
 * @param {Item} item
 * @param {Record<string, unknown>} attributes of the input
 * @param {() => void} changed
 * @returns {Control}
 */
export function typedControl(item, attributes, changed) {
  const id = unique(item.id);
  const input = h("input", {
    type: "text",
    id,
    autocomplete: "off",
    spellcheck: "false",
    oninput: changed,
    ...attributes,
  });
  return {
    element: h(
      "p",
      { class: "rr-typed" },
      h("label", { for: id }, "Your answer"),
      input,
      item.unit ? h("span", {}, item.unit) : null,
    ),
    read: () => input.value.trim(),
    write: (response) => {
      input.value = response ?? "";
    },
    lock: (locked) => {
      input.readOnly = locked;
    },
    onEnter: (check) =>
      input.addEventListener("keydown", (event) => {
        if (event.key !== "Enter") return;
        event.preventDefault();
        check();
      }),
  };
}

/**
 * @param {Item} item
 * @param {boolean} right
 * @param {(mistake: Mistake) => boolean} isMistake
 * @returns {Sentence[]}
 */
export function whyTyped(item, right, isMistake) {
  if (right) return [{ html: item.why ?? "", kind: "right" }];
  return [{ html: item.mistakes?.find(isMistake)?.why ?? item.otherwise ?? "", kind: "wrong" }];
}
