// An answer as an interaction, in the form and length that each version of SCORM allows.

/** @import { SavedEntry } from "../parts/base/types.js" */
/** @import { ReportedItem } from "./scorm-types.js" */

import { parseNumber } from "../parts/quiz/text-answers.js";

const LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789";
const LONGEST_TEXT = { 1.2: 255, 2004: 250 };
const LONGEST_ESSAY = { 1.2: 255, 2004: 4000 };
const LONGEST_PROMPT = 250;
const LARGEST = 1e15; // a number as digits alone
const CUT = "...";

/** @typedef {{ version: "1.2" | "2004", item: ReportedItem, response: any, text: string }} Given */

/**
 * For each type of SCORM but those that are words: the keys of items that go by it, and its response; null where the
 * response has no such form, and then it is told in words.
 *
 * @type {Record<string, { of: string[], response: (given: Given) => string | null }>}
 */
const TYPES = {
  choice: { of: ["one", "several"], response: chosen },
  sequencing: { of: ["order"], response: chosen },
  matching: { of: ["place"], response: matched },
  numeric: { of: ["number"], response: ({ response }) => numberText(response) },
};

/**
 * The fields of an interaction, in the order in which they must be set.
 *
 * @param {SavedEntry} entry an answer
 * @param {ReportedItem} item
 * @param {"1.2" | "2004"} version
 * @returns {[string, string][]}
 */
export function interactionOf(entry, item, version) {
  const given = { version, item, response: entry.response, text: typeof entry.text === "string" ? entry.text : "" };
  const { type, response } = typedResponse(given);
  const result = resultOf(entry, item, version);
  if (version === "2004") {
    return [
      ["id", entry.item],
      ["type", type],
      ["timestamp", `${entry.at.slice(0, 19)}Z`],
      ["description", shortened(item.prompt, LONGEST_PROMPT)],
      ["learner_response", response],
      ["result", result],
    ];
  }
  return [
    ["id", entry.item],
    ["time", clockOf(entry.at)],
    ["type", type],
    ["student_response", response],
    ["result", result],
  ];
}

/** @param {Given} given */
function typedResponse(given) {
  const { item, version, text } = given;
  for (const [type, { of, response }] of Object.entries(TYPES)) {
    const told = of.includes(item.key) ? response(given) : null;
    if (told !== null && told.length <= (version === "2004" ? LONGEST_ESSAY : LONGEST_TEXT)[version]) {
      return { type, response: told };
    }
  }
  const words = plainLine(text || wordsOf(given.response));
  const isLong = version === "2004" && (Boolean(text) || words.length > LONGEST_TEXT[version]);
  return {
    type: isLong ? "long-fill-in" : "fill-in",
    response: shortened(words, (isLong ? LONGEST_ESSAY : LONGEST_TEXT)[version]),
  };
}

/**
 * A person marks what is written; all else is right, wrong, or right in part.
 *
 * @param {SavedEntry} entry
 * @param {ReportedItem} item
 * @param {string} version
 */
function resultOf({ fraction }, { key }, version) {
  if (key === "rubric") return "neutral";
  if (fraction >= 1) return "correct";
  if (fraction <= 0) return version === "2004" ? "incorrect" : "wrong";
  return String(Math.round(fraction * 100) / 100);
}

/**
 * Lines by their names, in version 1.2 by letters: a is the first line that the page shows.
 *
 * @param {Given} given
 */
function chosen({ version, item, response }) {
  const lines = [response].flat().map((line) => nameOf(line, item.lines, version));
  return lines.includes(null) ? null : lines.join(version === "2004" ? "[,]" : ",");
}

/** @param {Given} given */
function matched({ version, item, response }) {
  if (typeof response !== "object" || response === null) return null;
  const pairs = Object.entries(response).filter(([, place]) => place !== "");
  const named = pairs.map(([line, place]) => [nameOf(line, item.lines, version), nameOf(place, item.places, version)]);
  if (named.flat().includes(null)) return null;
  const [inPair, betweenPairs] = version === "2004" ? ["[.]", "[,]"] : [".", ","];
  return named.map((pair) => pair.join(inPair)).join(betweenPairs);
}

/**
 * @param {unknown} line
 * @param {string[]} lines
 * @param {string} version
 */
function nameOf(line, lines, version) {
  const at = lines.indexOf(String(line));
  if (at < 0) return null;
  if (version === "2004") return /^[\w.-]{1,250}$/.test(String(line)) ? String(line) : null;
  return LETTERS[at] ?? null;
}

/** @param {unknown} response */
function numberText(response) {
  const value = parseNumber(String(response));
  return value === null || Math.abs(value) > LARGEST ? null : value.toFixed(7).replace(/\.?0+$/, "");
}

/**
 * What was typed, or a table of it, in one line.
 *
 * @param {any} response
 * @returns {string}
 */
function wordsOf(response) {
  if (Array.isArray(response)) return response.map(wordsOf).join(", ");
  if (typeof response !== "object" || response === null) return String(response ?? "");
  return Object.entries(response)
    .map(([name, value]) => `${name}: ${wordsOf(value)}`)
    .join("; ");
}

/** Without the marks that part answers in the format, and without line breaks. @param {string} text */
const plainLine = (text) =>
  text.replace(/\s+/g, " ").replaceAll("[,]", ",").replaceAll("[.]", ".").replace(/^\{/, "(").trim();

/**
 * @param {string} text
 * @param {number} most UTF-16 units; no letter is cut in two
 */
function shortened(text, most) {
  if (text.length <= most) return text;
  return text.slice(0, most - CUT.length).replace(/[\uD800-\uDBFF]$/, "") + CUT;
}

/** The learner's own time of day. @param {string} at */
function clockOf(at) {
  const time = new Date(at);
  const two = (/** @type {number} */ n) => String(n).padStart(2, "0");
  if (Number.isNaN(time.getTime())) return "00:00:00";
  return `${two(time.getHours())}:${two(time.getMinutes())}:${two(time.getSeconds())}`;
}
