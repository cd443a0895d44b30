// Review: the cards due today, one at a time; quiz items are answered as in their quiz, terms and dates are self-rated.

/** @import { RenderArguments } from "../base/types.js" */
/** @import { CardView, DueCard, DueFlashcard, ReviewContent } from "./types.js" */

import { h, live, plural } from "../base/dom.js";
import { failingInPlace } from "../base/failure.js";
import { createSaver, showSaveStatus } from "../base/save.js";
import { flashcard } from "./flashcard.js";
import { reviewQueue } from "./queue.js";
import { quizCard } from "./quiz-card.js";
import { daysAhead, restText } from "./rest.js";

/** @param {RenderArguments} host */
function renderPart({ model, el }) {
  /** @returns {ReviewContent} */
  const content = () => model.get("content");
  const saver = createSaver(model);
  const queue = reviewQueue(content);
  const session = { model, saver, queue, showCounts, next: () => next(true) };
  const count = h("p", { class: "rr-score" });
  const saved = h("p", { class: "rr-kept" });
  const announcement = live({ class: "rr-hidden" });
  const ahead = h("details", { class: "rr-ahead" });
  const stage = h("div", { class: "rr-stage" });
  /** @type {CardView | null} */
  let shown = null;
  let number = 0;
  showSaveStatus(saver, saved);

  function showCounts() {
    count.textContent = queue.left() ? `${plural(queue.left(), "card")} due today.` : "No cards due.";
    ahead.hidden = content().ahead.length === 0;
    ahead.replaceChildren(...daysAhead(content().ahead));
  }

  /** @param {boolean} moveFocus */
  function next(moveFocus) {
    const due = queue.next();
    shown = due ? cardOf(due) : null;
    const head = h("h4", { tabindex: "-1" }, headingOf(due));
    stage.replaceChildren(head, ...(shown?.parts ?? [h("p", {}, withoutCard())]));
    if (moveFocus) head.focus();
    showCounts();
  }

  /** @param {DueCard | undefined} due */
  function headingOf(due) {
    if (due) return `Card ${number}. ${due.about}`;
    return queue.left() ? "One moment" : number ? "Done for today" : "Nothing is due";
  }

  function withoutCard() {
    return queue.left() ? "The next cards are on their way." : restText(content().ahead, queue.countDone());
  }

  /** @param {DueCard} due */
  function cardOf(due) {
    number += 1;
    const leave = h(
      "button",
      {
        type: "button",
        class: "rr-quiet",
        hidden: queue.countWaiting() <= 1,
        onclick: () => {
          queue.postpone(due.card);
          number -= 1;
          next(true);
        },
      },
      "Leave for later",
    );
    return due.kind === "item" ? quizCard(due, number, leave, session) : flashcardView(due, leave);
  }

  /**
   * @param {DueFlashcard} due
   * @param {HTMLElement} leave
   * @returns {CardView}
   */
  function flashcardView(due, leave) {
    const rate = (/** @type {number} */ rating, /** @type {string} */ name) => {
      saver.save({ what: "review", card: due.card, rating });
      queue.finish(due.card);
      announcement.textContent = `Rated ${name}.`;
      next(true);
    };
    return { parts: [flashcard(due, rate, leave)], refresh() {} };
  }

  function follow() {
    queue.followDay();
    if (!shown) next(stage.contains(document.activeElement));
    else showCounts();
  }

  const refresh = () => shown?.refresh();
  model.on("change:content", follow);
  model.on("change:state", refresh);
  el.classList.add("rr");
  el.append(
    h(
      "section",
      { class: "rr-review", "aria-label": "Review" },
      h("div", { class: "rr-quiz-head" }, h("h3", {}, "Review"), count, saved),
      stage,
      ahead,
      announcement,
    ),
  );
  next(false);
  return () => {
    model.off("change:content", follow);
    model.off("change:state", refresh);
    saver.stop();
  };
}

const render = failingInPlace(renderPart);

export default { render };
