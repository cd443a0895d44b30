// An entry of the record as a row of suspend data, and back. Names stand in it as short sums, so that a row means the
// same in a later edition of the lesson, and what the lesson lacks by then is known to be lacking.

/** @import { SavedEntry } from "../parts/base/types.js" */

import { fromAscii, toAscii } from "./scorm-ascii.js";
import { sum } from "./scorm-sum.js";

/**
 * For each kind: its letter, the field that names its subject, and its other fields.
 *
 * @type {Record<string, [string, string, string[]]>}
 */
const FORMS = {
  answer: ["a", "item", ["response", "fraction", "certainty", "text", "quiz"]],
  draft: ["d", "item", ["text"]],
  note: ["n", "paragraph", ["text"]],
  mark: ["m", "paragraph", ["mark"]],
  guess: ["g", "chart", ["text", "value"]],
  vote: ["v", "claim", ["vote"]],
  weighing: ["w", "claim", ["materiality"]],
  probability: ["p", "forecast", ["value", "locked"]],
  doubt: ["o", "node", ["doubted"]],
  setting: ["s", "name", ["value"]],
  reset: ["r", "items", []],
};
const KIND_BY_LETTER = Object.fromEntries(Object.entries(FORMS).map(([what, [letter]]) => [letter, what]));
/** Kinds that are about what others are about. @type {Record<string, string>} */
const SUBJECTS_OF = { draft: "answer", reset: "answer", note: "mark", weighing: "vote" };

const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
const SUM_LENGTH = 4;
const TIME_LENGTH = 8; // milliseconds, in base 36: enough until 2059
const ID_LENGTH = 22;
const REST = 1 << 5; // in the mask: fields that this edition does not know
// How an id is written: as the browser makes it, as Python does, in full, or made anew from the rest of the row.
const [DASHED, PLAIN, IN_FULL, MADE] = [0, 1, 2, 3];
const TIME_IN_FULL = 4;

/**
 * The row of an entry, null where it is about nothing of the lesson.
 *
 * @param {SavedEntry} entry
 * @param {Record<string, string[]>} subjects
 */
export function rowOfEntry(entry, subjects) {
  const [letter, field, fields] = FORMS[entry.what] ?? [];
  const known = subjects[SUBJECTS_OF[entry.what] ?? entry.what] ?? [];
  const named = field === "items" ? (entry.items ?? []) : [entry[field ?? ""]];
  if (!letter || !named.length || !named.every((/** @type {string} */ name) => known.includes(name))) return null;
  const mostKnown = ["id", "at", "what", field, ...fields];
  const rest = Object.fromEntries(Object.entries(entry).filter(([name]) => !mostKnown.includes(name)));
  const present = fields.filter((name) => Object.hasOwn(entry, name));
  const hasRest = Object.keys(rest).length > 0;
  const mask = fields.reduce((sofar, name, i) => sofar | (present.includes(name) ? 1 << i : 0), hasRest ? REST : 0);
  const time = timeDigits(entry.at);
  const id = idDigits(entry);
  const head = [
    letter,
    DIGITS[id.form | (time ? 0 : TIME_IN_FULL)],
    DIGITS[mask],
    field === "items" ? "" : sum(named[0], SUM_LENGTH),
    id.form < IN_FULL ? id.digits : "",
    time,
  ].join("");
  const values = [
    head,
    ...(id.form === IN_FULL ? [entry.id] : []),
    ...(time ? [] : [entry.at]),
    ...(field === "items" ? [named.map((/** @type {string} */ name) => sum(name, SUM_LENGTH)).join("")] : []),
    ...present.map((name) => entry[name]),
    ...(hasRest ? [rest] : []),
  ];
  return toAscii(values);
}

/**
 * The entry of a row. `null`: the row is broken; `undefined`: it is about something that this edition lacks.
 *
 * @param {string} row
 * @param {Record<string, string[]>} subjects
 * @returns {SavedEntry | null | undefined}
 */
export function entryOfRow(row, subjects) {
  const values = fromAscii(row);
  if (!values || typeof values[0] !== "string") return null;
  const head = /** @type {string} */ (values.shift());
  const what = KIND_BY_LETTER[head[0]];
  const form = DIGITS.indexOf(head[1]);
  const mask = DIGITS.indexOf(head[2]);
  if (!what || form < 0 || mask < 0) return null;
  const [, field, fields] = FORMS[what];
  const idForm = form & ~TIME_IN_FULL;
  const known = subjects[SUBJECTS_OF[what] ?? what] ?? [];
  let at = 3;
  const take = (/** @type {number} */ length) => head.slice(at, (at += length));
  const named = field === "items" ? "" : take(SUM_LENGTH);
  const digits = idForm < IN_FULL ? take(ID_LENGTH) : "";
  const time = form & TIME_IN_FULL ? "" : take(TIME_LENGTH);
  /** @type {Record<string, any>} */
  const entry = { id: idForm === IN_FULL ? values.shift() : idOf(idForm, digits), at: "" };
  entry.at = form & TIME_IN_FULL ? values.shift() : atOf(time);
  entry.what = what;
  const names = field === "items" ? (String(values.shift() ?? "").match(/.{4}/gu) ?? []) : [named];
  const found = names.map((short) => known.find((name) => sum(name, SUM_LENGTH) === short));
  if (!names.length || !entry.at || at !== head.length) return null;
  if (found.includes(undefined)) return undefined;
  entry[field] = field === "items" ? found : found[0];
  fields.forEach((name, i) => {
    if (mask & (1 << i)) entry[name] = values.shift();
  });
  if (mask & REST) Object.assign(entry, values.shift());
  if (idForm === MADE) entry.id = madeId(what, names.join(""), entry.at);
  return typeof entry.id === "string" && values.length === 0 ? /** @type {SavedEntry} */ (entry) : null;
}

/**
 * An answer keeps its id, since answers are counted; of all else the latest counts, however often it stands there.
 *
 * @param {SavedEntry} entry
 */
function idDigits({ what, id }) {
  if (what !== "answer") return { form: MADE, digits: "" };
  const plain = id.replaceAll("-", "");
  if (!/^[0-9a-f]{32}$/.test(plain)) return { form: IN_FULL, digits: "" };
  const form = id === plain ? PLAIN : DASHED;
  const digits = digitsOf(BigInt(`0x${plain}`), ID_LENGTH);
  return idOf(form, digits) === id ? { form, digits } : { form: IN_FULL, digits: "" };
}

/**
 * @param {number} form
 * @param {string} digits
 */
function idOf(form, digits) {
  let value = 0n;
  for (const digit of digits) value = value * 64n + BigInt(Math.max(0, DIGITS.indexOf(digit)));
  const plain = value.toString(16).padStart(32, "0");
  return form === PLAIN ? plain : plain.replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
}

/**
 * @param {bigint} value
 * @param {number} length
 */
function digitsOf(value, length) {
  let digits = "";
  for (let rest = value; digits.length < length; rest /= 64n) digits = DIGITS[Number(rest % 64n)] + digits;
  return digits;
}

/**
 * @param {string} what
 * @param {string} subject
 * @param {string} at
 */
export const madeId = (what, subject, at) => `${what}-${subject}-${at}`;

/** The digits of a time, "" where they would not give it back. @param {string} at */
function timeDigits(at) {
  const digits = new Date(at).getTime().toString(36);
  return digits.length === TIME_LENGTH && atOf(digits) === at ? digits : "";
}

/** @param {string} digits */
function atOf(digits) {
  const time = parseInt(digits, 36);
  return Number.isFinite(time) ? new Date(time).toISOString() : "";
}
