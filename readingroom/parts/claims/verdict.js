// What the ledger says of a claim: its verdict, how it compares with a vote, its reasons and its sources.

/** @import { Claim, Ending } from "./types.js" */

import { citationList } from "../base/citations.js";
import { h, prose, withSigns } from "../base/dom.js";

/** @param {string} verdict */
export function stamp(verdict) {
  return h("span", { class: "rr-stamp", "data-verdict": verdict }, verdict);
}

/**
 * The verdict, and beside it the vote; without a vote the verdict alone.
 *
 * @param {Claim} claim
 * @param {string} vote
 * @param {(vote: string) => string} label what an option is called
 */
export function comparison(claim, vote, label) {
  const says = claim.ended.length ? howItEnded(claim.ended) : [h("p", {}, "The ledger says: ", stamp(claim.verdict))];
  if (!vote) return says;
  const stands = claim.stands && claim.ballot === "forecast" ? ` (${label(claim.stands)})` : "";
  const compares = !claim.stands
    ? "There is nothing to compare it with."
    : vote === claim.stands
      ? "\u2713 You agree with the ledger."
      : `\u2260 You differ from the ledger${stands}.`;
  return [...says, h("p", {}, `You said: ${label(vote)}. `, h("strong", {}, withSigns(compares)))];
}

/** @param {Ending[]} ended */
function howItEnded(ended) {
  return [
    h("p", {}, "How it ended:"),
    h(
      "ul",
      { class: "rr-ended" },
      ended.map((end) =>
        h("li", {}, prose("span", end.forecast), " ", h("strong", {}, `By ${end.by}: ${end.outcome}.`)),
      ),
    ),
  ];
}

/** @param {Claim} claim */
export function verdictDetails(claim) {
  return [
    h(
      "dl",
      {},
      explained("Why", claim.why),
      explained("Evidence", claim.evidence),
      explained("The best case for it", claim.best),
      explained("Not verified", claim.unverified),
      named(claim.charts.length === 1 ? "Chart" : "Charts", claim.charts),
      named(claim.events.length === 1 ? "Event" : "Events", claim.events),
    ),
    citationList(claim.sources),
  ].filter((element) => element !== null);
}

/**
 * @param {string} title
 * @param {string} html
 */
function explained(title, html) {
  return html ? [h("dt", {}, title), prose("dd", html)] : [];
}

/**
 * @param {string} title
 * @param {string[]} names
 */
function named(title, names) {
  if (!names.length) return [];
  const items = names.map((name) => h("li", {}, name));
  return [h("dt", {}, title), h("dd", {}, names.length === 1 ? names[0] : h("ul", {}, items))];
}
