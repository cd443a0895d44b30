// What hangs on claims, as the reader judges it and as the ledger does.

/** @import { Claim, Materialities, Weighings } from "./types.js" */

import { plural } from "../base/dom.js";

/**
 * The reader's step for a claim, or "" where there is none that the course still has.
 *
 * @param {Pick<Claim, "id">} claim
 * @param {Materialities} materialities
 * @param {Weighings} weighings
 */
export function castWeighing(claim, materialities, weighings) {
  const cast = weighings[claim.id]?.materiality ?? "";
  return Object.hasOwn(materialities, cast) ? cast : "";
}

/**
 * By how many steps the reader gives a claim more weight than the ledger; below 0, less.
 *
 * @param {string} reader
 * @param {string} ledger
 * @param {Materialities} materialities the lightest first
 */
export function heavierBy(reader, ledger, materialities) {
  const steps = Object.keys(materialities);
  return steps.indexOf(reader) - steps.indexOf(ledger);
}

/**
 * Count the claims that have a judgement of the ledger, those that the reader judged too, and how the two compare.
 *
 * @param {Pick<Claim, "id" | "materiality">[]} claims
 * @param {Materialities} materialities
 * @param {Weighings} weighings
 */
export function weighingTally(claims, materialities, weighings) {
  const asked = claims.filter((claim) => claim.materiality);
  const weighed = asked.filter((claim) => castWeighing(claim, materialities, weighings));
  const differences = weighed.map((claim) =>
    heavierBy(weighings[claim.id].materiality ?? "", claim.materiality, materialities),
  );
  return {
    asked: asked.length,
    weighed: weighed.length,
    agreed: differences.filter((by) => by === 0).length,
    heavier: differences.filter((by) => by > 0).length,
    lighter: differences.filter((by) => by < 0).length,
  };
}

/**
 * @param {ReturnType<typeof weighingTally>} sum
 */
export function weighingsInWords({ asked, weighed, agreed, heavier, lighter }) {
  if (!weighed) return "";
  const differing = [heavier ? `${heavier} with more weight` : "", lighter ? `${lighter} with less` : ""];
  const compared = [`${agreed} as the ledger does`, ...differing.filter(Boolean)].join(", ");
  return `You judged for ${weighed} of ${plural(asked, "claim")} whether it matters: ${compared}.`;
}
