// How votes compare with the ledger.

/** @import { Ballots, Claim, Votes } from "./types.js" */

/**
 * The vote cast on a claim, or "" where there is none that its ballot still has.
 *
 * @param {Pick<Claim, "id" | "ballot">} claim
 * @param {Ballots} ballots
 * @param {Votes} votes
 */
export function castVote(claim, ballots, votes) {
  const cast = votes[claim.id]?.vote ?? "";
  return ballots[claim.ballot].some(({ vote }) => vote === cast) ? cast : "";
}

/**
 * Count votes that agree with the ledger. A claim whose `stands` is empty cannot be compared. `first` is how many votes
 * the first option of every ballot would have agreed with, over the same claims.
 *
 * @typedef {ReturnType<typeof tally>} Tally
 *
 * @param {Pick<Claim, "id" | "ballot" | "verdict" | "stands">[]} claims
 * @param {Ballots} ballots
 * @param {Votes} votes
 */
export function tally(claims, ballots, votes) {
  const voted = claims.filter((claim) => castVote(claim, ballots, votes));
  const compared = voted.filter((claim) => claim.stands);
  const agreeing = compared.filter((claim) => votes[claim.id].vote === claim.stands);
  const verdicts = [...new Set(compared.map((claim) => claim.verdict))].map((verdict) => ({
    verdict,
    voted: compared.filter((claim) => claim.verdict === verdict).length,
    agreed: agreeing.filter((claim) => claim.verdict === verdict).length,
  }));
  return {
    all: claims.length,
    voted: voted.length,
    compared: compared.length,
    agreed: agreeing.length,
    differed: compared.length - agreeing.length,
    first: compared.filter((claim) => ballots[claim.ballot][0].vote === claim.stands).length,
    verdicts,
  };
}
