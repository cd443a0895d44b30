// What is said to an answer: a verdict, and a sentence for each thing that was chosen, placed or typed.

/** @import { Item, Sentence } from "./types.js" */

import { h, prose, withSigns } from "../base/dom.js";
import { KINDS } from "./kinds/index.js";

/** @param {number} right from 0 to 1 */
export function verdict(right) {
  if (right >= 1) return { kind: "right", message: "\u2713 Right." };
  if (right > 0) return { kind: "partly", message: `\u25D0 Partly right: ${Math.round(100 * right)} per cent.` };
  return { kind: "wrong", message: "\u2717 Not right." };
}

/**
 * @param {Item} item
 * @param {any} response
 */
export function sentences(item, response) {
  return KINDS[item.kind].sentences(item, response);
}

/**
 * The right answer, with those reasons that were not given when the response was explained.
 *
 * @param {Item} item
 * @param {any} response
 * @returns {Sentence[]}
 */
export function solution(item, response) {
  const given = new Set(sentences(item, response).map(({ html }) => html));
  return KINDS[item.kind]
    .solution(item, response)
    .map((line) => ({ ...line, html: given.has(line.html) ? "" : withoutPraise(line.html) }));
}

/**
 * "Yes." is said to whoever chose the right answer; here it is told to somebody who did not.
 *
 * @param {string} html
 */
function withoutPraise(html) {
  const rest = html.replace(/^(?:Yes|Right)[.,:;!]\s+/, "");
  if (rest === html) return html;
  return rest.replace(/^((?:<[^>]+>)*)(\p{Ll})/u, (_, tags, letter) => tags + letter.toUpperCase());
}

/** Nothing where nothing is said: an empty list is announced too. @param {Sentence[]} found */
export function sentenceList(found) {
  if (!found.length) return "";
  const rows = found.map(({ about, verdict: says, html, kind }) =>
    h(
      "li",
      { "data-kind": kind },
      about ? h("span", { class: "rr-about" }, says ? withSigns(`${says} `) : "", prose("span", about), " ") : null,
      html ? prose("span", html) : null,
    ),
  );
  return h("ul", { class: "rr-sentences" }, rows);
}
