// Claims counted by verdict and by what hangs on them, for the ledger and for the reader.

/** @import { Materialities } from "../claims/types.js" */
/** @import { Judged, Judgement, WeighedClaim, WeighingContent } from "./types.js" */

import { castVote } from "../claims/vote-summary.js";
import { castWeighing } from "../claims/weighings.js";
import { plural } from "../base/dom.js";

const KINDS_OF_FAULT = [
  { says: "Imprecise or wrong", verdicts: ["imprecise", "wrong"] },
  { says: "Contested or not checkable", verdicts: ["contested", "not checkable"] },
];

/**
 * @param {WeighedClaim[]} claims
 * @param {string} verdict
 * @param {string} step
 */
export const inCell = (claims, verdict, step) =>
  claims.filter((claim) => claim.verdict === verdict && claim.materiality === step);

/**
 * What the reader said of each claim that they voted on and weighed. A vote that it cannot be checked is as good for a
 * judgement as for what nobody can check.
 *
 * @param {WeighingContent} content
 * @param {Judged} judged
 * @returns {Judgement[]}
 */
export function readersJudgements({ claims, ballots, materialities }, { votes = {}, weighings = {} }) {
  return claims
    .map((claim) => ({
      verdict: castVote(claim, ballots, votes),
      materiality: castWeighing(claim, materialities, weighings),
    }))
    .filter(({ verdict, materiality }) => verdict && materiality)
    .map(({ verdict, materiality }) => ({ verdict: verdict === "cannot" ? "not checkable" : verdict, materiality }));
}

/**
 * How many of the faulty claims bear on the argument, kind by kind.
 *
 * @param {Judgement[]} judgements
 * @param {Materialities} materialities
 */
export function weightInWords(judgements, materialities) {
  const heaviest = Object.keys(materialities).at(-1);
  return KINDS_OF_FAULT.map(({ says, verdicts }) => {
    const of = judgements.filter(({ verdict }) => verdicts.includes(verdict));
    const heavy = of.filter(({ materiality }) => materiality === heaviest).length;
    const bear = heavy === 1 ? "bears" : "bear";
    return of.length ? `${says}: ${plural(of.length, "claim")}, of which ${heavy} ${bear} on the argument.` : "";
  }).filter(Boolean);
}

/**
 * How many of these claims the reader weighed, and on how many they agree with the ledger.
 *
 * @param {WeighedClaim[]} claims
 * @param {Materialities} materialities
 * @param {Judged} judged
 */
export function agreedInCell(claims, materialities, { weighings = {} }) {
  const weighed = claims.filter((claim) => castWeighing(claim, materialities, weighings));
  const agreed = weighed.filter((claim) => castWeighing(claim, materialities, weighings) === claim.materiality);
  return { weighed: weighed.length, agreed: agreed.length };
}
