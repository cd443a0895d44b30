// What the entries of a record add up to, as learning/progress.py computes it; a test holds the two to the same sums.

/** @import { SavedEntry } from "../parts/base/types.js" */
/** @import { LatestEntry, Progress } from "./types.js" */

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
  probability: ["forecast", "probabilities"],
  doubt: ["node", "doubts"],
  task: ["task", "tasks"],
  setting: ["name", "settings"],
};

/** @param {Iterable<SavedEntry>} entries */
export const oldestFirst = (entries) => [...entries].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));

/** @param {Iterable<SavedEntry>} entries */
export function fold(entries) {
  /** @type {Places} */
  const places = Object.fromEntries(Object.values(SUBJECTS).map(([, place]) => [place, {}]));
  for (const entry of entries) take(places, entry);
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
  take(places, entry);
  return /** @type {Progress} */ (places);
}

/**
 * @param {Places} places
 * @param {SavedEntry} entry
 */
function take(places, { what, ...entry }) {
  if (what === "reset") {
    for (const item of entry.items ?? []) {
      delete places.answers[item];
      delete places.drafts[item];
    }
    return;
  }
  const [field, place] = SUBJECTS[what] ?? [];
  if (!field || !(field in entry)) return;
  const { [field]: subject, ...latest } = entry;
  if (place === "answers") latest.tries = (places.answers[subject]?.tries ?? 0) + 1;
  places[place][subject] = /** @type {LatestEntry} */ (latest);
}
