// A quiz: its items, the score over them, and a way to start afresh.

/** @import { RenderArguments } from "../base/types.js" */

import { h, live, plural } from "../base/dom.js";
import { keeper, keptLine } from "../base/save.js";
import { signed } from "./certainty-picker.js";
import { marks } from "./certainty.js";
import { itemCard } from "./item.js";
import { KINDS } from "./kinds/index.js";

/** @param {RenderArguments} host */
function render({ model, el }) {
  const content = model.get("content");
  const keep = keeper(model);
  const cards = content.items.map((item, i) => itemCard(item, i + 1, content, model, keep));
  const score = h("p", { class: "rr-score" });
  const kept = h("p", { class: "rr-kept" });
  keptLine(keep, kept);

  function tally() {
    const answers = cards.map((card) => [card.item, card.answer()]).filter(([, answer]) => answer);
    const scored = answers.filter(([item]) => !KINDS[item.kind].isSelfMarked);
    const right = scored.filter(([, answer]) => answer.fraction >= 1).length;
    const sure = scored.filter(([, answer]) => answer.certainty);
    const won = sure.reduce((sum, [, answer]) => sum + marks(answer.fraction, answer.certainty), 0);
    score.textContent =
      answers.length === 0
        ? `${plural(cards.length, "item")}, none answered yet.`
        : `${answers.length} of ${cards.length} answered, ${right} fully right` +
          (sure.length ? `; certainty marks ${signed(won)} of ${3 * sure.length} possible.` : ".");
  }

  const refresh = () => {
    cards.forEach((card) => card.refresh());
    tally();
  };
  model.on("change:state", refresh);
  const top =
    content.items.length > 1
      ? h("div", { class: "rr-quiz-head" }, h("h3", {}, content.title), score, resetting(cards, keep, refresh), kept)
      : h("div", { class: "rr-quiz-head" }, kept);
  el.classList.add("rr");
  el.append(
    h(
      "section",
      { class: "rr-quiz", "aria-label": content.title },
      top,
      cards.map((card) => card.element),
    ),
  );
  refresh();
  return () => {
    model.off("change:state", refresh);
    keep.stop();
  };
}

function resetting(cards, keep, refresh) {
  const said = live({ class: "rr-hidden" });
  const sure = h(
    "span",
    { hidden: true },
    " Take all answers of this quiz away? ",
    h(
      "button",
      {
        type: "button",
        onclick: () => {
          reset();
          show(false);
          ask.focus();
        },
      },
      "Yes, start afresh",
    ),
    " ",
    h(
      "button",
      {
        type: "button",
        onclick: () => {
          show(false);
          ask.focus();
        },
      },
      "Keep them",
    ),
  );
  const ask = h(
    "button",
    {
      type: "button",
      class: "rr-quiet",
      onclick: () => {
        show(true);
        sure.querySelector("button").focus();
      },
    },
    "Reset this quiz",
  );
  function show(on) {
    sure.hidden = !on;
    ask.hidden = on;
  }
  function reset() {
    cards.forEach((card) => card.forget());
    keep.save({ what: "reset", items: cards.map((card) => card.item.id) });
    refresh();
    said.textContent = "All answers of this quiz were taken away.";
  }
  return h("p", {}, ask, sure, said);
}

export default { render };
