// How sure a reader was in the quizzes, and how often right: by level of certainty, with advice.

/** @import { Model } from "../base/types.js" */
/** @import { LevelResult } from "./brier.js" */
/** @import { ForecastsContent, Level } from "./types.js" */

import { h, plural } from "../base/dom.js";
import { calibration } from "./brier.js";

const ENOUGH_ANSWERS = 5; // to tell anything from
const WITH_ANSWERS =
  "Your latest answer to each item counts; half-right answers count as halves. The marks make it pay to say " +
  "\u201cfairly sure\u201d from 67 per cent right upwards, and \u201cvery sure\u201d from 80. " +
  "Answers you give after this part was opened are counted when you run it again.";
const WITHOUT_ANSWERS =
  "No quiz answers with a certainty yet. The marks make it pay to say \u201cfairly sure\u201d if you expect to be " +
  "right at least 67 times in 100, and \u201cvery sure\u201d from 80.";

/**
 * @param {ForecastsContent} content
 * @param {Model} model
 */
export function certaintyTable(content, model) {
  const words = h("p", {});
  const table = h("table", { class: "rr-table" });
  const advice = h("ul", {});
  const element = h(
    "div",
    { class: "rr-tally" },
    h("h4", {}, "How sure you were in the quizzes, and how right"),
    words,
    table,
    advice,
  );

  function refresh() {
    const found = calibration(Object.values(model.get("state").answers ?? {}));
    const used = content.levels.filter((level) => found[level.level]);
    words.textContent = used.length ? WITH_ANSWERS : WITHOUT_ANSWERS;
    table.hidden = !used.length;
    table.replaceChildren(
      h(
        "thead",
        {},
        h(
          "tr",
          {},
          ["You said", "Answers", "Right", "Pays"].map((title) => h("th", { scope: "col" }, title)),
        ),
      ),
      h(
        "tbody",
        {},
        content.levels.map((level) => levelRow(level, found[level.level])),
      ),
    );
    advice.replaceChildren(
      ...used.map((level) => h("li", {}, h("strong", {}, `${level.name}: `), adviceFor(level, found[level.level]))),
    );
  }
  return { element, refresh };
}

/**
 * @param {Level} level
 * @param {LevelResult} [result] none where the level was not used
 */
function levelRow(level, result) {
  const band =
    level.from === 0
      ? `below ${level.to} %`
      : level.to === 100
        ? `from ${level.from} %`
        : `${level.from} to ${level.to} %`;
  return h(
    "tr",
    {},
    h("th", { scope: "row" }, level.name),
    h("td", {}, String(result?.[0] ?? 0)),
    h("td", {}, result ? `${Math.round(100 * result[1])} %` : "\u2013"),
    h("td", {}, band),
  );
}

/**
 * @param {Level} level
 * @param {LevelResult} result
 */
function adviceFor(level, [answers, right]) {
  if (answers < ENOUGH_ANSWERS) return `only ${plural(answers, "answer")}: too few to tell.`;
  if (100 * right < level.from) return "you were less often right than this level needs: be less sure.";
  if (level.to < 100 && 100 * right >= level.to) return "you were right more often than you thought: be surer.";
  return "about as sure as you were right.";
}
