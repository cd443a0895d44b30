// What a reader gained: first answers before reading beside those at the end, votes beside claims of another text.

/** @import { RenderArguments } from "../base/types.js" */
/** @import { Comparison, GainContent, PairResult } from "./types.js" */

import { h, plural } from "../base/dom.js";
import { failingInPlace } from "../base/failure.js";
import { changeInWords, comparePairs, countVotes, firstFraction, fractionInWords, score } from "./comparison.js";

/** @param {RenderArguments} host */
function renderPart({ model, el }) {
  /** @type {GainContent} */
  const content = model.get("content");
  const body = h("div");
  const draw = () => {
    const { answers = {}, votes = {} } = model.get("state");
    const compared = comparePairs(content.pairs, answers);
    body.replaceChildren(
      ...(compared.pairs ? quizParts(content, compared) : [h("p", {}, whatIsMissing(content, compared))]),
      ...judgementParts(content, countVotes(content.votes, votes), firstFraction(answers, content.judges)),
    );
  };
  model.on("change:state", draw);
  el.classList.add("rr");
  el.append(h("section", { class: "rr-gain", "aria-label": "What you gained" }, h("h3", {}, "What you gained"), body));
  draw();
  return () => model.off("change:state", draw);
}

/**
 * @param {GainContent} content
 * @param {Comparison} compared
 */
function whatIsMissing({ before, after, pairs }, { answeredBefore, answeredAfter }) {
  if (!answeredBefore && !answeredAfter) {
    return `Nothing to compare yet. It needs your answers to \u201c${before}\u201d and to \u201c${after}\u201d.`;
  }
  if (!answeredBefore) {
    return (
      `You did not answer \u201c${before}\u201d, so there is nothing to compare with. ` +
      `Your score in \u201c${after}\u201d stands under your record.`
    );
  }
  return (
    `You answered ${answeredBefore} of ${pairs.length} questions of \u201c${before}\u201d. ` +
    `Answer \u201c${after}\u201d above, and see here what has changed.`
  );
}

/**
 * @param {GainContent} content
 * @param {Comparison} compared
 */
function quizParts(content, compared) {
  const { pairs, before, after, rows } = compared;
  const change = after - before;
  const verdict =
    Math.abs(change) < 0.05
      ? "The sum is the same."
      : `You ${change > 0 ? "gained" : "lost"} ${score(Math.abs(change))} of ${plural(pairs, "point")}.`;
  return [
    h(
      "p",
      {},
      h("strong", {}, verdict),
      " Only first answers count, and only questions that you answered both times. " +
        "With so few questions, a point more or less may be luck.",
    ),
    h("dl", {}, ...barRow(content.before, before, pairs), ...barRow(content.after, after, pairs)),
    h(
      "div",
      { class: "rr-scroll", tabindex: "0", role: "region", "aria-label": "Question by question" },
      pairTable(content, rows),
    ),
  ];
}

/**
 * @param {string} name
 * @param {number} value
 * @param {number} most
 */
function barRow(name, value, most) {
  const bar = h("span");
  bar.style.width = `${(100 * value) / most}%`;
  return [
    h("dt", {}, name),
    h("dd", { class: "rr-gain-track", "aria-hidden": "true" }, bar),
    h("dd", {}, `${score(value)} of ${most}`),
  ];
}

/**
 * @param {GainContent} content
 * @param {PairResult[]} rows
 */
function pairTable(content, rows) {
  const heads = ["Question", content.before, content.after, "Change"];
  return h(
    "table",
    {},
    h(
      "thead",
      {},
      h(
        "tr",
        {},
        heads.map((head) => h("th", { scope: "col" }, head)),
      ),
    ),
    h(
      "tbody",
      {},
      rows.map((row) =>
        h(
          "tr",
          {},
          h("th", { scope: "row" }, row.topic),
          h("td", {}, fractionInWords(row.before)),
          h("td", {}, fractionInWords(row.after)),
          h("td", {}, changeInWords(row) || "\u2013"),
        ),
      ),
    ),
  );
}

/**
 * @param {GainContent} content
 * @param {{ given: number, agree: number }} votes
 * @param {number | null} unseen the share of claims of the other text that were judged rightly at the first try
 */
function judgementParts({ judges, text }, { given, agree }, unseen) {
  if (!judges) return [];
  const heading = h("h4", {}, "Your judgement of claims");
  if (!given && unseen === null) return [];
  const inCourse = given
    ? `Of ${plural(given, "vote")} on claims of ${text}, ${agree} agreed with the record: ${percent(agree / given)}.`
    : `You voted on no claim of ${text}.`;
  const elsewhere =
    unseen === null
      ? "The claims of the new text still wait for you."
      : `Of the claims of the new text you judged ${percent(unseen)} as the figures do, at the first try.`;
  return [heading, h("p", {}, `${inCourse} ${elsewhere}`)];
}

/** @param {number} fraction */
const percent = (fraction) => `${Math.round(100 * fraction)} per cent`;

const render = failingInPlace(renderPart);

export default { render };
