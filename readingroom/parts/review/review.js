// Review: the cards due today, one at a time. Quiz items are answered as in their quiz; terms and dates are rated by oneself.

import { h, live, plural, prose } from "../base/dom.js";
import { itemCard } from "../quiz/item.js";
import { createSaver, showSaveStatus } from "../base/save.js";

const RATINGS = [
  [1, "Again", "I did not know it"],
  [2, "Hard", "I knew it in part, or only after a struggle"],
  [3, "Good", "I knew it after a moment"],
  [4, "Easy", "I knew it at once"],
];

function render({ model, el }) {
  const keep = createSaver(model);
  const count = h("p", { class: "rr-score" });
  const kept = h("p", { class: "rr-kept" });
  const said = live({ class: "rr-hidden" });
  const ahead = h("details", { class: "rr-ahead" });
  const stage = h("div", { class: "rr-stage" });
  const done = new Set(),
    later = new Set();
  let day = model.get("content").today,
    shown = null,
    number = 0;
  showSaveStatus(keep, kept);

  // What is due by the kernel's word, without what was done here and has not reached it yet.
  const waiting = () => model.get("content").cards.filter(({ card }) => !done.has(card));
  const left = () => model.get("content").due - (model.get("content").cards.length - waiting().length);

  function tell() {
    count.textContent = left() ? `${plural(left(), "card")} due today.` : "No cards due.";
    const days = model.get("content").ahead;
    ahead.hidden = days.length === 0;
    ahead.replaceChildren(
      h("summary", {}, "The days ahead"),
      h(
        "ul",
        {},
        days.map((row) => h("li", {}, `${row.day}: ${plural(row.cards, "card")}`)),
      ),
    );
  }

  function next(moveFocus) {
    const cards = waiting();
    if (cards.every(({ card }) => later.has(card))) later.clear();
    const due = cards.find(({ card }) => !later.has(card));
    shown = due ? cardOf(due, cards.length > 1) : null;
    const head = h(
      "h4",
      { tabindex: "-1" },
      due ? `Card ${number}. ${due.about}` : left() ? "One moment" : number ? "Done for today" : "Nothing is due",
    );
    stage.replaceChildren(
      head,
      ...(shown?.parts ?? [h("p", {}, left() ? "The next cards are on their way." : rest())]),
    );
    if (moveFocus) head.focus();
    tell();
  }

  function rest() {
    const [soonest] = model.get("content").ahead;
    const did = done.size ? `${plural(done.size, "card")} done. ` : "";
    if (soonest) {
      return `${did}Nothing is due; the next ${soonest.cards === 1 ? "card comes" : `${soonest.cards} cards come`} on ${soonest.day}.`;
    }
    return "There is nothing to review yet. Answer a quiz item, mark a paragraph as read, or vote on a claim: it comes back here when you are about to forget it, tomorrow at the earliest.";
  }

  function cardOf(due, others) {
    number += 1;
    const leave = h(
      "button",
      {
        type: "button",
        class: "rr-quiet",
        hidden: !others,
        onclick: () => {
          later.add(due.card);
          number -= 1;
          next(true);
        },
      },
      "Leave for later",
    );
    return due.kind === "item" ? asked(due, leave) : flashed(due, leave);
  }

  function asked(due, leave) {
    forget(model, due.item.id);
    // A quiz on the same page may show the same item; the id stays with it.
    const card = itemCard(due.item, number, { quiz: due.quiz, section: "" }, model, keep);
    card.element.removeAttribute("id");
    const go = h("button", { type: "button", class: "rr-main", hidden: true, onclick: () => next(true) }, "Next card");
    function refresh() {
      card.refresh();
      // One main button at a time: once answered, the way on.
      card.element.querySelector(".rr-buttons button").classList.toggle("rr-main", !card.answer());
      if (!card.answer() || done.has(due.card)) return;
      done.add(due.card);
      go.hidden = false;
      leave.hidden = true;
      tell();
    }
    refresh();
    return { parts: [card.element, h("p", { class: "rr-buttons" }, go, leave)], refresh };
  }

  function flashed(due, leave) {
    const rate = ([rating, name]) => {
      keep.save({ what: "review", card: due.card, rating });
      done.add(due.card);
      said.textContent = `Rated ${name}.`;
      next(true);
    };
    return { parts: [flashcard(due, rate, leave)], refresh() {} };
  }

  function follow() {
    const { today } = model.get("content");
    if (today !== day) {
      day = today;
      done.clear();
      later.clear();
    }
    if (!shown) next(stage.contains(document.activeElement));
    else tell();
  }

  const refresh = () => shown?.refresh();
  model.on("change:content", follow);
  model.on("change:state", refresh);
  el.classList.add("rr");
  el.append(
    h(
      "section",
      { class: "rr-review", "aria-label": "Review" },
      h("div", { class: "rr-quiz-head" }, h("h3", {}, "Review"), count, kept),
      stage,
      ahead,
      said,
    ),
  );
  next(false);
  return () => {
    model.off("change:content", follow);
    model.off("change:state", refresh);
    keep.stop();
  };
}

// Only this page forgets the former answer: the record keeps every try.
function forget(model, item) {
  const state = model.get("state");
  const { [item]: gone, ...answers } = state.answers ?? {};
  if (gone) model.set("state", { ...state, answers });
}

function flashcard(due, rate, leave) {
  const back = h(
    "div",
    { class: "rr-back", tabindex: "-1", hidden: true },
    prose("p", due.answer, { class: "rr-gist" }),
    prose("div", due.more),
  );
  const ratings = h(
    "fieldset",
    { class: "rr-ratings", hidden: true },
    h("legend", {}, "How well did you know it?"),
    h(
      "div",
      { class: "rr-rate" },
      RATINGS.map((row) =>
        h(
          "button",
          { type: "button", "data-rating": row[0], onclick: () => rate(row) },
          h("strong", {}, row[1]),
          h("span", {}, row[2]),
        ),
      ),
    ),
  );
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

export default { render };
