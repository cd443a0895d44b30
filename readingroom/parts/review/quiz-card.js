// A quiz item that is due: answered as in its quiz, its former answer forgotten on this page.

/** @import { Session } from "./queue.js" */
/** @import { CardView, DueItem } from "./types.js" */

import { h } from "../base/dom.js";
import { itemCard } from "../quiz/item.js";

/**
 * @param {DueItem} due
 * @param {number} number
 * @param {HTMLElement} leave the button that leaves the card for later
 * @param {Session} session
 * @returns {CardView}
 */
export function quizCard(due, number, leave, { model, saver, queue, showCounts, next }) {
  const card = itemCard(due.item, number, { quiz: due.quiz, section: "" }, model, saver);
  card.putAside();
  // A quiz on the same page may show the same item; the id stays with it.
  card.element.removeAttribute("id");
  const go = h("button", { type: "button", class: "rr-main", hidden: true, onclick: next }, "Next card");
  function refresh() {
    card.refresh();
    // One main button at a time: once answered, the way on.
    card.element.querySelector(".rr-buttons button")?.classList.toggle("rr-main", !card.answer());
    if (!card.answer() || queue.isDone(due.card)) return;
    queue.finish(due.card);
    go.hidden = false;
    leave.hidden = true;
    showCounts();
  }
  refresh();
  return { parts: [card.element, h("p", { class: "rr-buttons" }, go, leave)], refresh };
}
