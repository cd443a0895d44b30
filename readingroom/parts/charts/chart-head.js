// What stands above a figure: the claim it tests, a guess where one is asked for, then what the figure shows.

/** @import { Model } from "../base/types.js" */
/** @import { Guess, HeadContent } from "./types.js" */

import { goTo, h, live, prose, unique } from "../base/dom.js";
import { createSaver, showSaveStatus } from "../base/save.js";
import { askControls } from "./ask-controls.js";
import { nameFigure } from "./figure-name.js";
import { guessForm } from "./guess-form.js";
import { guessResult } from "./guess-result.js";
import { testedClaim } from "./tested-claim.js";

/**
 * @param {HeadContent} content
 * @param {Model} model
 * @param {HTMLElement} el
 */
export function chartHead(content, model, el) {
  const saver = createSaver(model);
  const saved = h("p", { class: "rr-kept" });
  showSaveStatus(saver, saved);
  const title = unique("chart");
  const ask = content.ask ? askControls(content.ask, content.chart, model) : null;
  const finding = content.finding ? prose("p", content.finding, { class: "rr-finding" }) : null;
  const shows = whatItShows(content, ask?.element, finding);
  const result = live({ class: "rr-guessed", tabindex: "-1" });
  const form = content.guess ? guessForm(content.guess, save, pass) : null;
  /** @returns {Guess | undefined} */
  const guess = () => model.get("state").guesses?.[content.chart];
  el.append(
    h(
      "section",
      { class: "rr-chart-head", "aria-labelledby": title },
      h(content.level === 5 ? "h5" : "h3", { id: title }, content.title),
      testedClaim(content),
      form?.element,
      saved,
      result,
      shows,
    ),
  );
  const stopNaming = nameFigure(content.title, el);

  /**
   * @param {string} text
   * @param {number} value
   */
  function save(text, value) {
    saver.save({ what: "guess", chart: content.chart, text, value }, "guesses", content.chart);
    refresh();
    result.focus();
  }

  function pass() {
    model.set("shown", true);
    model.save_changes();
    refresh();
    result.focus();
  }

  function refresh() {
    const isShown = !content.guess || Boolean(model.get("shown")) || Boolean(guess());
    if (form) form.element.hidden = isShown;
    shows.hidden = !isShown;
    if (isShown && content.guess && !result.hasChildNodes()) result.append(guessResult(content.guess, guess()));
  }

  function followAnswer() {
    const answer = model.get("answer");
    if (finding && answer?.finding !== undefined) {
      finding.replaceChildren(prose("span", answer.finding || content.finding));
    }
  }

  model.on("change:answer", followAnswer);
  model.on("change:state", refresh);
  model.on("change:shown", refresh);
  refresh();
  return () => {
    model.off("change:state", refresh);
    model.off("change:shown", refresh);
    model.off("change:answer", followAnswer);
    ask?.stop();
    stopNaming();
    saver.stop();
  };
}

/**
 * @param {HeadContent} content
 * @param {HTMLElement | undefined} ask
 * @param {HTMLElement | null} finding
 */
function whatItShows({ shows, caution, anchor }, ask, finding) {
  return h(
    "div",
    {},
    h("p", {}, h("strong", {}, "What it shows: "), prose("span", shows)),
    caution ? h("p", { class: "rr-caution" }, h("strong", {}, "Take care: "), prose("span", caution)) : null,
    h("p", {}, toTable(anchor)),
    ask,
    finding,
  );
}

/** @param {string} anchor */
function toTable(anchor) {
  return h(
    "button",
    {
      type: "button",
      class: "rr-quiet",
      onclick() {
        const table = document.getElementById(anchor);
        if (table instanceof HTMLDetailsElement) table.open = true;
        goTo(`${anchor}-figures`);
      },
    },
    "Go to the figures as a table",
  );
}
