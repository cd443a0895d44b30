// The schema of every kind of entry, and what of an entry that does not fit can be read. learning/entry_schema.py has
// the same rules; tests/entry_cases.json holds the two to the same answers.

/** @import { SavedEntry } from "./types.js" */

/**
 * For each kind: its fields and what each of them holds; a question mark says that the field may be missing or null.
 *
 * @type {Record<string, Record<string, string>>}
 */
const ENTRY_RULES = {
  answer: {
    item: "name",
    response: "response",
    fraction: "share",
    certainty: "level?",
    text: "text?",
    quiz: "text?",
  },
  draft: { item: "name", text: "text" },
  note: { paragraph: "name", text: "text" },
  mark: { paragraph: "name", mark: "text?" },
  guess: { chart: "name", text: "text", value: "number?" },
  vote: { claim: "name", vote: "text" },
  weighing: { claim: "name", materiality: "text" },
  probability: { forecast: "name", value: "share", locked: "truth?" },
  doubt: { node: "name", doubted: "truth" },
  task: { task: "name", response: "response?", sure: "level?" },
  setting: { name: "name", value: "any" },
  reset: { items: "names" },
  review: { card: "name", rating: "rating" },
};

const DEEPEST_ENTRY = 8; // lists and tables within one another
const LARGEST_NUMBER = 1e15;
const LONGEST_NAME = 200;
const HALF_CHARACTER = /\p{Surrogate}/gu;

/** @type {Record<string, (value: unknown) => boolean>} */
const ENTRY_FORMS = {
  any: () => true,
  level: (value) => [0, 1, 2, 3].some((level) => level === value),
  name: isEntryName,
  names: (value) => Array.isArray(value) && value.every(isEntryName),
  number: (value) => typeof value === "number",
  rating: (value) => [1, 2, 3, 4].some((rating) => rating === value),
  response: isStoredResponse,
  share: (value) => typeof value === "number" && value >= 0 && value <= 1,
  text: (value) => typeof value === "string",
  truth: (value) => typeof value === "boolean",
};

/**
 * An entry that fits its kind, halves of characters replaced; null for one that does not fit.
 *
 * @param {any} entry
 * @returns {SavedEntry | null}
 */
export function readEntry(entry) {
  if (!isTable(entry) || typeof entry.what !== "string" || !Object.hasOwn(ENTRY_RULES, entry.what)) return null;
  const rules = Object.entries({ id: "text", at: "text", ...ENTRY_RULES[entry.what] });
  const fits = rules.every(([field, form]) => fitsForm(Object.hasOwn(entry, field) ? entry[field] : null, form));
  return fits && isPlainValue(entry, DEEPEST_ENTRY) ? mendedValue(entry) : null;
}

/**
 * Whether lists and tables are not too deep within one another, and numbers not too large.
 *
 * @param {unknown} value
 * @param {number} depth
 * @returns {boolean}
 */
function isPlainValue(value, depth) {
  if (typeof value === "string" || typeof value === "boolean" || value === null) return true;
  if (typeof value === "number") return value >= -LARGEST_NUMBER && value <= LARGEST_NUMBER;
  if (depth === 0 || typeof value !== "object") return false;
  return Object.values(value).every((part) => isPlainValue(part, depth - 1));
}

/**
 * Whether lists and tables stand more than `depth` deep within one another.
 *
 * @param {unknown} value
 * @param {number} depth
 * @returns {boolean}
 */
export function isDeeper(value, depth) {
  if (typeof value !== "object" || value === null) return false;
  return depth === 0 || Object.values(value).some((part) => isDeeper(part, depth - 1));
}

/**
 * @param {unknown} value
 * @returns {value is Record<string, unknown>}
 */
const isTable = (value) => typeof value === "object" && value !== null && !Array.isArray(value);

/**
 * @param {unknown} value
 * @param {string} form
 */
function fitsForm(value, form) {
  return value === null ? form.endsWith("?") || form === "any" : ENTRY_FORMS[form.replace("?", "")](value);
}

/**
 * An object keeps no value under the name that is refused.
 *
 * @param {unknown} value
 */
function isEntryName(value) {
  return typeof value === "string" && value.length > 0 && value.length <= LONGEST_NAME && value !== "__proto__";
}

/**
 * Texts and numbers, in lists and tables.
 *
 * @param {unknown} value
 * @returns {boolean}
 */
function isStoredResponse(value) {
  if (typeof value === "object" && value !== null) return Object.values(value).every(isStoredResponse);
  return typeof value === "string" || typeof value === "number";
}

/**
 * The value with a sign in the place of each half character.
 *
 * @param {any} value
 * @returns {any}
 */
function mendedValue(value) {
  if (typeof value === "string") return value.replace(HALF_CHARACTER, "\ufffd");
  if (Array.isArray(value)) return value.map(mendedValue);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map((pair) => pair.map(mendedValue)));
}
