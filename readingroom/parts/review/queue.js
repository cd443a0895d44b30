// Which of the due cards comes next: what was done here may not have reached the kernel yet.

/** @import { Model, Saver } from "../base/types.js" */
/** @import { ReviewContent } from "./types.js" */

/** @typedef {ReturnType<typeof reviewQueue>} ReviewQueue */

/**
 * What the cards of one review share.
 *
 * @typedef {object} Session
 * @property {Model} model
 * @property {Saver} saver
 * @property {ReviewQueue} queue
 * @property {() => void} showCounts
 * @property {() => void} next show the next card
 */

/** @param {() => ReviewContent} content as the kernel last sent it */
export function reviewQueue(content) {
  /** @type {Set<string>} */
  const done = new Set();
  /** @type {Set<string>} */
  const postponed = new Set();
  let day = content().today;
  const waiting = () => content().cards.filter(({ card }) => !done.has(card));

  return {
    countWaiting: () => waiting().length,
    left: () => content().due - (content().cards.length - waiting().length),
    countDone: () => done.size,
    /** @param {string} card */
    isDone: (card) => done.has(card),
    /** @param {string} card */
    finish: (card) => done.add(card),
    /** @param {string} card */
    postpone: (card) => postponed.add(card),
    // Cards left for later come again when there are no others.
    next() {
      const cards = waiting();
      if (cards.every(({ card }) => postponed.has(card))) postponed.clear();
      return cards.find(({ card }) => !postponed.has(card));
    },
    // On a new day every card may be due again.
    followDay() {
      const { today } = content();
      if (today === day) return;
      day = today;
      done.clear();
      postponed.clear();
    },
  };
}
