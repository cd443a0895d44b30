// A quiz: its items, the score over them, and a way to start afresh.

/** @import { RenderArguments, Saver } from "../base/types.js" */
/** @import { Answer, Card } from "./item.js" */
/** @import { Item } from "./types.js" */

import { h, live, plural } from "../base/dom.js";
import { failingInPlace } from "../base/failure.js";
import { folded } from "../base/fold.js";
import { createSaver, showSaveStatus } from "../base/save.js";
import { signed } from "./certainty-picker.js";
import { marks } from "./certainty.js";
import { itemCard } from "./item.js";
import { KINDS } from "./kinds/index.js";

/** @typedef {{ quiz: string, section: string, title: string, items: Item[] }} QuizContent */

const MOST_MARKS = 3; // for one answer

/** @param {RenderArguments} host */
function renderPart({ model, el }) {
  /** @type {QuizContent} */
  const content = model.get("content");
  const saver = createSaver(model);
  // What folds in stands last.
  const items = [...content.items].sort((a, b) => (a.from ?? 0) - (b.from ?? 0));
  const cards = items.map((item, i) => itemCard(item, i + 1, content, model, saver));
  const score = h("p", { class: "rr-score" });
  const saved = h("p", { class: "rr-kept" });
  showSaveStatus(saver, saved);

  const refresh = () => {
    cards.forEach((card) => card.refresh());
    score.textContent = scoreText(cards);
  };
  model.on("change:state", refresh);
  const head =
    content.items.length > 1
      ? h(
          "div",
          { class: "rr-quiz-head" },
          h("h3", {}, content.title),
          score,
          resetControl(cards, saver, refresh),
          saved,
        )
      : h("div", { class: "rr-quiz-head" }, saved);
  el.classList.add("rr");
  el.append(
    h(
      "section",
      { class: "rr-quiz", "aria-label": content.title },
      head,
      folded(
        cards.map(({ element, item }) => ({ element, from: item.from })),
        (count) => plural(count, "more question"),
      ),
    ),
  );
  refresh();
  return () => {
    model.off("change:state", refresh);
    saver.stop();
  };
}

/** @param {Card[]} cards */
function scoreText(cards) {
  const answered = cards.flatMap((card) => {
    const answer = card.answer();
    return answer ? [{ item: card.item, answer }] : [];
  });
  if (!answered.length) return `${plural(cards.length, "item")}, none answered yet.`;
  const scored = answered.filter(({ item }) => !KINDS[item.kind].isSelfMarked).map(({ answer }) => answer);
  const right = scored.filter((answer) => answer.fraction >= 1).length;
  return `${answered.length} of ${cards.length} answered, ${right} fully right${certaintyText(scored)}`;
}

/** @param {Answer[]} answers */
function certaintyText(answers) {
  const certain = answers.filter(({ certainty }) => certainty);
  if (!certain.length) return ".";
  const won = certain.reduce((sum, { fraction, certainty }) => sum + marks(fraction, certainty ?? 0), 0);
  return `; certainty marks ${signed(won)} of ${MOST_MARKS * certain.length} possible.`;
}

/**
 * A button that takes all answers away, after asking whether it should.
 *
 * @param {Card[]} cards
 * @param {Saver} saver
 * @param {() => void} refresh
 */
function resetControl(cards, saver, refresh) {
  const status = live({ class: "rr-hidden" });
  const confirm = h("button", { type: "button", onclick: () => answerQuestion(reset) }, "Yes, start afresh");
  const decline = h("button", { type: "button", onclick: () => answerQuestion() }, "Keep them");
  const question = h("span", { hidden: true }, " Take all answers of this quiz away? ", confirm, " ", decline);
  const ask = h("button", { type: "button", class: "rr-quiet", onclick: openQuestion }, "Reset this quiz");

  function openQuestion() {
    question.hidden = false;
    ask.hidden = true;
    confirm.focus();
  }

  function answerQuestion(act = () => {}) {
    act();
    question.hidden = true;
    ask.hidden = false;
    ask.focus();
  }

  function reset() {
    cards.forEach((card) => card.forget());
    saver.save({ what: "reset", items: cards.map((card) => card.item.id) });
    refresh();
    status.textContent = "All answers of this quiz were taken away.";
  }

  return h("p", {}, ask, question, status);
}

const render = failingInPlace(renderPart);

export default { render };
