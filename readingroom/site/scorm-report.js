// What a lesson reports of a record: whether it is complete, and the score. Plain values only.

/** @import { SavedEntry } from "../parts/base/types.js" */
/** @import { Requirement } from "./scorm-types.js" */
/** @import { Progress } from "./types.js" */

/**
 * Where the progress holds what a requirement asks for, and what counts there as done.
 *
 * @type {Record<string, [keyof Progress, (latest: any) => boolean]>}
 */
const DONE = {
  answer: ["answers", () => true],
  draft: ["drafts", ({ text }) => text.trim() !== ""],
  mark: ["marks", ({ mark }) => Boolean(mark)],
  vote: ["votes", ({ vote }) => Boolean(vote)],
  guess: ["guesses", () => true],
  probability: ["probabilities", () => true],
  weighing: ["weighings", ({ materiality }) => Boolean(materiality)],
  doubt: ["doubts", ({ doubted }) => Boolean(doubted)],
};

/**
 * What is still to do, in the words of the requirements.
 *
 * @param {Requirement[]} requirements
 * @param {Progress} progress
 */
export function openRequirements(requirements, progress) {
  return requirements.flatMap(({ what, ids, all, says }) => {
    const [place, counts] = DONE[what];
    const latest = /** @type {Record<string, any>} */ (progress[place]);
    const done = ids.filter((id) => Object.hasOwn(latest, id) && counts(latest[id])).length;
    if (done >= (all ? ids.length : 1)) return [];
    return [all && done ? `${says} (${done} of ${ids.length} done)` : says];
  });
}

/**
 * The score of 100: the first answer to each item counts, also where a quiz was begun anew; an item without one counts
 * nothing. Null while there is no answer.
 *
 * @param {string[]} scored items
 * @param {SavedEntry[]} entries that can be read, oldest first
 */
export function scoreOf(scored, entries) {
  /** @type {Map<string, number>} */
  const first = new Map();
  for (const { what, item, fraction } of entries) {
    if (what === "answer" && scored.includes(item) && !first.has(item)) first.set(item, fraction);
  }
  if (!first.size) return null;
  const sum = [...first.values()].reduce((total, fraction) => total + fraction, 0);
  return Math.round((10000 * sum) / scored.length) / 100;
}

/**
 * A span of time as each version writes it.
 *
 * @param {number} milliseconds
 * @param {string} version
 */
export function timespan(milliseconds, version) {
  const hundredths = Math.max(0, Math.floor(milliseconds / 10));
  const two = (/** @type {number} */ n) => String(n).padStart(2, "0");
  const hours = Math.floor(hundredths / 360000);
  const minutes = Math.floor(hundredths / 6000) % 60;
  const seconds = `${two(Math.floor(hundredths / 100) % 60)}.${two(hundredths % 100)}`;
  if (version === "2004") return `PT${hours}H${minutes}M${Number(seconds)}S`;
  return `${String(Math.min(hours, 9999)).padStart(4, "0")}:${two(minutes)}:${seconds}`;
}
