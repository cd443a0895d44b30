// What is said to an answer: a verdict, and a sentence for each thing that was chosen, placed or typed.

import { h, prose } from "../base/dom.js";
import { fraction, normalise, parseNumber } from "./scoring.js";

export function verdict(right) {
  if (right >= 1) return { kind: "right", says: "\u2713 Right." };
  if (right > 0) return { kind: "partly", says: `\u25D0 Partly right: ${Math.round(100 * right)} per cent.` };
  return { kind: "wrong", says: "\u2717 Not right." };
}

// Sentences for `response`: [{about, html, kind}], where `about` may be empty.
export function sentences(item, response) {
  return SENTENCES[item.kind](item, response);
}

// The right answer: [{about, html, kind}], with the reasons that were not given when `response` was explained.
export function solution(item, response) {
  const given = new Set(sentences(item, response).map(({ html }) => html));
  return rightAnswer(item, response).map((line) => ({
    ...line,
    html: given.has(line.html) ? "" : withoutPraise(line.html),
  }));
}

// "Yes." is said to whoever chose the right answer; here it is told to somebody who did not.
function withoutPraise(html) {
  const rest = html.replace(/^(?:Yes|Right)[.,:;!]\s+/, "");
  return rest === html
    ? html
    : rest.replace(/^((?:<[^>]+>)*)(\p{Ll})/u, (_, tags, letter) => tags + letter.toUpperCase());
}

function rightAnswer(item, response) {
  const kind = "right";
  switch (item.kind) {
    case "choice":
    case "passage":
    case "choices":
      return item.options
        .filter((option) => item.key.right.includes(option.id))
        .map((o) => ({ about: o.html, html: o.why, kind }));
    case "order":
      return item.key.right.map((id, i) => {
        const option = item.options.find((o) => o.id === id);
        return { about: `${i + 1}. ${option.html}`, html: option.why, kind };
      });
    case "match":
    case "sort":
      return cardsOf(item)
        .filter((card) => response[card.id] !== item.key.right[card.id])
        .map((card) => ({
          about: `${card.html} \u2192 ${placeText(item, item.key.right[card.id])}`,
          html: card.why,
          kind,
        }));
    case "number":
      return [{ about: `${item.shown} ${item.unit}`, html: item.why, kind }];
    case "short":
      return [{ about: answersOf(item).join(", or "), html: item.why, kind }];
    default:
      return [];
  }
}

// Where either of two things is asked for, neither alone is the answer.
function answersOf({
  prompt,
  key: {
    right: [first, ...others],
  },
}) {
  const spells = (text) => normalise(first).includes(normalise(text)) || normalise(text).includes(normalise(first));
  const other = /\beither\b/i.test(prompt) ? others.find((text) => !spells(text)) : null;
  return other ? [first, other] : [first];
}

export function lines(found) {
  return h(
    "ul",
    { class: "rr-sentences" },
    found.map(({ about, html, kind }) =>
      h(
        "li",
        { "data-kind": kind },
        about ? h("span", { class: "rr-about" }, prose("span", about), " ") : null,
        html ? prose("span", html) : null,
      ),
    ),
  );
}

const cardsOf = (item) => item.cards ?? item.lefts;
const placeText = (item, id) => (item.bins ?? item.rights).find((place) => place.id === id)?.text ?? "";

const SENTENCES = {
  choice: chosenOne,
  passage: chosenOne,
  choices: (item, response) =>
    item.options
      .filter((option) => response.includes(option.id) || item.key.right.includes(option.id))
      .map((option) => {
        const chosen = response.includes(option.id),
          right = item.key.right.includes(option.id);
        const says = chosen ? (right ? "\u2713 Chosen, rightly:" : "\u2717 Chosen:") : "\u25CB Left out:";
        return { about: `${says} ${option.html}`, html: option.why, kind: chosen && right ? "right" : "wrong" };
      }),
  order: (item, response) =>
    response
      .filter((id, i) => id !== item.key.right[i])
      .map((id) => item.options.find((option) => option.id === id))
      .map((option) => ({ about: `\u2717 Out of place: ${option.html}`, html: option.why, kind: "wrong" })),
  match: placed,
  sort: placed,
  number(item, response) {
    if (fraction(item.key, response)) return [{ html: item.why, kind: "right" }];
    const typed = parseNumber(response);
    const known = item.mistakes.find((mistake) => Math.abs(typed - mistake.value) <= mistake.tolerance + 1e-9);
    return [{ html: known?.why ?? item.otherwise, kind: "wrong" }];
  },
  short(item, response) {
    if (fraction(item.key, response)) return [{ html: item.why, kind: "right" }];
    const known = item.mistakes.find((mistake) =>
      mistake.answers.some((answer) => normalise(answer) === normalise(response)),
    );
    return [{ html: known?.why ?? item.otherwise, kind: "wrong" }];
  },
  written: () => [],
};

function chosenOne(item, response) {
  const option = item.options.find((o) => o.id === response);
  return option ? [{ html: option.why, kind: item.key.right.includes(response) ? "right" : "wrong" }] : [];
}

function placed(item, response) {
  return cardsOf(item).map((card) => {
    const right = response[card.id] === item.key.right[card.id];
    const decoy = (item.rights ?? []).find((place) => place.id === response[card.id] && place.decoy);
    const where = placeText(item, response[card.id]) || "nowhere yet";
    return {
      about: `${right ? "\u2713" : "\u2717"} ${card.html} \u2192 ${where}`,
      html: decoy ? decoy.why : card.why,
      kind: right ? "right" : "wrong",
    };
  });
}
