// What the record holds of the claims: votes, and judgements of what hangs on a claim.

import { h, plural } from "../base/dom.js";

/**
 * How many claims there are, and how many of them the reader voted on, weighed, and weighed as the ledger does.
 *
 * @typedef {{ all: number, voted: number, weighed: number, agreed: number }} ClaimsJudged
 *
 * @param {ClaimsJudged} judged
 * @returns the line; null where there is nothing to say
 */
export function claimsLine({ all, voted, weighed, agreed }) {
  if (!voted && !weighed) return null;
  const votes = `voted on ${voted} of ${plural(all, "claim")}`;
  const weights = weighed ? `, and judged for ${weighed} whether it matters, ${agreed} as the ledger does` : "";
  return h("p", {}, h("strong", {}, "Claims: "), `you ${votes}${weights}.`);
}
