// Reading what a learner typed: words without their spelling's accidents, numbers as people write them.
// The rule is written in learning/text_answers.py, which does the same; tests/scoring_cases.json holds both to it.

import { firstCharacters, inPlainLetters, inPlainSigns, withSpacesForUnseen } from "./characters.js";

const LONGEST_TEXT = 10_000;
const LONGEST_NUMBER = 1_000;

/**
 * Words in small letters without accents, punctuation, doubled spaces or a leading article.
 *
 * @param {string} text
 */
export function normalise(text) {
  const plain = inPlainLetters(firstCharacters(text, LONGEST_TEXT));
  const words = plain
    .replace(/[^a-z0-9]+/g, " ")
    .trim()
    .split(" ");
  return (words.length > 1 && ["the", "a", "an"].includes(words[0]) ? words.slice(1) : words).join(" ");
}

/**
 * The ways in which a short answer may be read: with and without what stands in brackets.
 *
 * @param {string} text
 */
export function readings(text) {
  const first = firstCharacters(text, LONGEST_TEXT);
  const written = [first, withoutBrackets(first)];
  return written.flatMap((form) => [normalise(form), normalise(withSpacesForUnseen(form))]).filter(Boolean);
}

/** @param {string} text */
function withoutBrackets(text) {
  // By hand: a pattern would look for a closing bracket anew from every opening one.
  let left = "";
  let start = 0;
  for (;;) {
    const opening = text.indexOf("(", start);
    const closing = opening < 0 ? -1 : text.indexOf(")", opening);
    if (closing < 0) return left + text.slice(start);
    left += `${text.slice(start, opening)} `;
    start = closing + 1;
  }
}

const OPENING =
  /^([-+]?)(?:about|around|approx(?:imately|\.)?|ca\.?|circa|roughly|~|us ?\$|usd|[$\u20ac\xa3\xa5\u20bd]) */;
const MOST_OPENINGS = 3; // "about US$ 5" has two
const FIGURES = /^[^]*[0-9\xbc-\xbe\u2150-\u215e]/;
const CLOSING = /^(?:[%$\u20ac\xa3\xa5\u20bd] *)?(?:[a-z][a-z .]*)?$/;
// One character each: 1/4 and so on.
const FRACTION_SIGNS =
  "\xbc\xbd\xbe\u2150\u2151\u2152\u2153\u2154\u2155\u2156\u2157\u2158\u2159\u215a\u215b\u215c\u215d\u215e";
const FRACTION_VALUES = "1/4 1/2 3/4 1/7 1/9 1/10 1/3 2/3 1/5 2/5 3/5 4/5 1/6 5/6 1/8 3/8 5/8 7/8";

/**
 * The number that was typed, or null: a decimal comma, thousands marks, a sign and a unit are understood.
 *
 * @param {unknown} text
 */
export function parseNumber(text) {
  if (typeof text === "number") return finiteOrNull(text);
  if (typeof text !== "string" || firstCharacters(text, LONGEST_NUMBER) !== text) return null;
  let plain = trimmed(inPlainSigns(text), " ");
  for (let n = 0; n < MOST_OPENINGS; n++) plain = plain.replace(OPENING, "$1");
  const upToLastDigit = FIGURES.exec(plain)?.[0];
  if (!upToLastDigit) return null;
  const rest = plain.slice(upToLastDigit.length);
  const figures = rest.startsWith(",") ? `${upToLastDigit},` : upToLastDigit;
  const after = plain.slice(figures.length);
  if (!CLOSING.test(trimmed(after, " .,;:!?"))) return null;
  const fraction = FRACTION_SIGNS.indexOf(figures.slice(-1));
  return finiteOrNull(fraction < 0 ? decimal(figures) : withFraction(figures.slice(0, -1), fraction));
}

/** @param {number | null} value */
const finiteOrNull = (value) => (Number.isFinite(value) ? value : null);

/**
 * A text without any of some characters at its ends.
 *
 * @param {string} text
 * @param {string} characters
 */
function trimmed(text, characters) {
  let start = 0;
  let end = text.length;
  while (start < end && characters.includes(text[start])) start++;
  while (end > start && characters.includes(text[end - 1])) end--;
  return text.slice(start, end);
}

/**
 * @param {string} before
 * @param {number} fraction which of the signs
 */
function withFraction(before, fraction) {
  const whole = withDecimalPoint(trimmed(before, " "));
  if (!/^[-+]?[0-9]*$/.test(whole)) return null;
  const [above, below] = FRACTION_VALUES.split(" ")[fraction].split("/").map(Number);
  const size = Number(whole.replace(/^[-+]/, "")) + above / below;
  return whole.startsWith("-") ? -size : size;
}

/** @param {string} figures */
function decimal(figures) {
  const plain = withDecimalPoint(figures);
  return /^[-+]?([0-9]+(\.[0-9]*)?|\.[0-9]+)$/.test(plain) ? Number(plain) : null;
}

/**
 * Figures without marks between thousands, their decimal sign a point.
 *
 * @param {string} figures
 */
function withDecimalPoint(figures) {
  const plain = figures.replace(/([0-9])[ '](?=[0-9]{3}(?![0-9]))/g, "$1");
  if (plain.includes(",") && plain.includes(".")) {
    const isComma = plain.lastIndexOf(".") < plain.lastIndexOf(",");
    return isComma ? plain.replaceAll(".", "").replaceAll(",", ".") : plain.replaceAll(",", "");
  }
  const hasThousands = /^[-+]?[1-9][0-9]{0,2}((,[0-9]{3})+|(\.[0-9]{3}){2,})$/.test(plain);
  return hasThousands ? plain.replace(/[.,]/g, "") : plain.replace(",", ".");
}
