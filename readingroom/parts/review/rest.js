// What is said of the days ahead, and where no card is due.

/** @import { DayAhead } from "./types.js" */

import { h, plural } from "../base/dom.js";

/** @param {DayAhead[]} ahead */
export function daysAhead(ahead) {
  return [
    h("summary", {}, "The days ahead"),
    h(
      "ul",
      {},
      ahead.map((row) => h("li", {}, `${row.day}: ${plural(row.cards, "card")}`)),
    ),
  ];
}

/**
 * @param {DayAhead[]} ahead
 * @param {number} done how many cards were done on this page
 */
export function restText([soonest], done) {
  if (!soonest) {
    return (
      "There is nothing to review yet. Answer a quiz item, mark a paragraph as read, or vote on a claim: it comes " +
      "back here when you are about to forget it, tomorrow at the earliest."
    );
  }
  const before = done ? `${plural(done, "card")} done. ` : "";
  const cards = soonest.cards === 1 ? "card comes" : `${soonest.cards} cards come`;
  return `${before}Nothing is due; the next ${cards} on ${soonest.day}.`;
}
