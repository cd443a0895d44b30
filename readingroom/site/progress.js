// What the entries of a record add up to, as learning/progress.py computes it; a test holds the two to the same sums.

/** @import { SavedEntry } from "../parts/base/types.js" */
/** @import { LatestEntry, Progress } from "./types.js" */

import { readEntry } from "../parts/base/entry-schema.js";

/** @typedef {Record<string, Record<string, LatestEntry>>} Places */

/**
 * For each kind of entry: the field that names its subject, and the name of its place in the progress.
 *
 * @type {Record<string, [string, keyof Progress]>}
 */
const SUBJECTS = {
  answer: ["item", "answers"],
  draft: ["item", "drafts"],
  note: ["paragraph", "notes"],
  mark: ["paragraph", "marks"],
  guess: ["chart", "guesses"],
  vote: ["claim", "votes"],
  weighing: ["claim", "weighings"],
  probability: ["forecast", "probabilities"],
  doubt: ["node", "doubts"],
  task: ["task", "tasks"],
  setting: ["name", "settings"],
};

const AHEAD = 24 * 60 * 60 * 1000; // milliseconds
const COUNTED = /^[0-9]{1,3}$/; // moments that are counted, and not read from a clock

/**
 * The entries in the order of their times. A time still to come, from a clock that was wrong, would hide all that is
 * done later: such an entry comes first. Files know more of its place, see learning/record_files/order.py.
 *
 * @template {{ at: string }} Timed
 * @param {Iterable<Timed>} entries
 * @param {Date} now
 */
export function oldestFirst(entries, now = new Date()) {
  const latest = latestTime(now);
  /** @param {Timed} entry */
  const isPossible = ({ at }) => at <= latest || COUNTED.test(at);
  /** @type {(a: Timed, b: Timed) => number} */
  const byTime = (a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0);
  return [...entries].sort((a, b) => Number(isPossible(a)) - Number(isPossible(b)) || byTime(a, b));
}

/** The latest time an entry may bear: a day ahead, or any where this computer's clock is wrong. @param {Date} now */
function latestTime(now) {
  const ahead = new Date(now.getTime() + AHEAD).toISOString();
  return ahead < "2020" ? ":" : ahead;
}

/** What the entries add up to; those that do not fit their kind are left out. @param {Iterable<SavedEntry>} entries */
export function fold(entries) {
  /** @type {Places} */
  const places = Object.fromEntries(Object.values(SUBJECTS).map(([, place]) => [place, {}]));
  for (const entry of entries) takeReadable(places, entry);
  return /** @type {Progress} */ (places);
}

/**
 * The state with one more entry; what was given is left as it is.
 *
 * @param {Progress} state
 * @param {SavedEntry} entry
 */
export function after(state, entry) {
  /** @type {Places} */
  const places = Object.fromEntries(Object.entries(state).map(([place, latest]) => [place, { ...latest }]));
  takeReadable(places, entry);
  return /** @type {Progress} */ (places);
}

/** @param {Iterable<SavedEntry>} entries */
export const countUnreadable = (entries) => [...entries].filter((entry) => !readEntry(entry)).length;

/**
 * @param {Places} places
 * @param {SavedEntry} entry
 */
function takeReadable(places, entry) {
  const read = readEntry(entry);
  if (read) take(places, read);
}

/**
 * @param {Places} places
 * @param {SavedEntry} entry
 */
function take(places, { what, ...entry }) {
  if (what === "reset") {
    for (const item of entry.items) {
      delete places.answers[item];
      delete places.drafts[item];
    }
    return;
  }
  const [field, place] = SUBJECTS[what] ?? [];
  if (!field) return; // a review moves cards alone
  const { [field]: subject, ...latest } = entry;
  if (place === "answers") {
    const earlier = ownValue(places.answers, subject);
    latest.tries = (earlier?.tries ?? 0) + 1;
    latest.first = earlier?.first ?? latest.fraction;
  }
  places[place][subject] = /** @type {LatestEntry} */ (latest);
}

/**
 * What stands under a name, and not what every object has, as `constructor`.
 *
 * @template Value
 * @param {Record<string, Value>} values
 * @param {string} name
 */
const ownValue = (values, name) => (Object.hasOwn(values, name) ? values[name] : undefined);
