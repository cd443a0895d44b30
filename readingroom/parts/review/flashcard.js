// A term or a date: thought of first, then shown and rated by the reader.

/** @import { DueFlashcard } from "./types.js" */

import { h, prose } from "../base/dom.js";

/** @type {[rating: number, name: string, meaning: string][]} */
const RATINGS = [
  [1, "Again", "I did not know it"],
  [2, "Hard", "I knew it in part, or only after a struggle"],
  [3, "Good", "I knew it after a moment"],
  [4, "Easy", "I knew it at once"],
];

/**
 * @param {DueFlashcard} due
 * @param {(rating: number, name: string) => void} rate
 * @param {HTMLElement} leave the button that leaves the card for later
 */
export function flashcard(due, rate, leave) {
  const back = h(
    "div",
    { class: "rr-back", tabindex: "-1", hidden: true },
    prose("p", due.answer, { class: "rr-gist" }),
    prose("div", due.more),
  );
  const ratings = ratingButtons(rate);
  const show = h("button", { type: "button", class: "rr-main", onclick: open }, "Show");
  const buttons = h("p", { class: "rr-buttons" }, show, leave);
  function open() {
    buttons.hidden = true;
    back.hidden = false;
    ratings.hidden = false;
    back.focus();
  }
  return h(
    "div",
    { class: "rr-item rr-flash", "data-kind": due.kind },
    prose("p", due.front, { class: "rr-front" }),
    h("p", {}, `${due.ask} Think of it first; then press \u201CShow\u201D.`),
    buttons,
    back,
    ratings,
  );
}

/** @param {(rating: number, name: string) => void} rate */
function ratingButtons(rate) {
  return h(
    "fieldset",
    { class: "rr-ratings", hidden: true },
    h("legend", {}, "How well did you know it?"),
    h(
      "div",
      { class: "rr-rate" },
      RATINGS.map(([rating, name, meaning]) =>
        h(
          "button",
          { type: "button", "data-rating": rating, onclick: () => rate(rating, name) },
          h("strong", {}, name),
          h("span", {}, meaning),
        ),
      ),
    ),
  );
}
