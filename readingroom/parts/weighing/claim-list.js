// The claims behind a count: what each says, where it stands, why so much hangs on it, and what the reader said.

/** @import { Paragraph } from "../base/types.js" */
/** @import { Cell } from "./grid.js" */
/** @import { Judged, WeighedClaim, WeighingContent } from "./types.js" */

import { goTo, h, plural, prose, spokenLabel } from "../base/dom.js";
import { stamp } from "../claims/verdict.js";
import { castVote } from "../claims/vote-summary.js";
import { weightStamp } from "../claims/weighing-box.js";
import { castWeighing } from "../claims/weighings.js";

/**
 * @param {Cell} cell
 * @param {WeighingContent} content
 * @param {Judged} judged
 */
export function weighedList({ verdict, step, claims }, content, judged) {
  return [
    h("h4", {}, stamp(verdict), " ", weightStamp(step), ` ${plural(claims.length, "claim")}`),
    h(
      "ul",
      {},
      claims.map((claim) =>
        h(
          "li",
          {},
          prose("span", claim.claim, { class: "rr-claim-text" }),
          " ",
          claim.places.map(placeLink),
          prose("p", claim.hangs),
          h("p", { class: "rr-hint" }, readerSaid(claim, content, judged)),
        ),
      ),
    ),
  ];
}

/**
 * @param {WeighedClaim} claim
 * @param {WeighingContent} content
 * @param {Judged} judged
 */
function readerSaid(claim, { ballots, materialities }, { votes = {}, weighings = {} }) {
  const vote = castVote(claim, ballots, votes);
  const step = castWeighing(claim, materialities, weighings);
  if (!vote && !step) return "You have not voted on it.";
  const label = ballots[claim.ballot].find((option) => option.vote === vote)?.label ?? "no vote";
  return `You said: ${label}; ${step || "not weighed yet"}.`;
}

/**
 * A paragraph of another lesson: a site leads there, a notebook says which lesson to open.
 *
 * @param {Paragraph} place
 */
function placeLink(place) {
  const missing = h("span", { "aria-live": "polite" });
  const button = h(
    "button",
    {
      type: "button",
      class: "rr-link",
      "aria-label": `Go to ${spokenLabel(place.label)} in ${place.lesson}`,
      onclick() {
        missing.textContent = goTo(`rr-p-${place.id}`) ? "" : ` (open ${place.lesson} for it)`;
      },
    },
    place.label,
  );
  return h("span", { class: "rr-where" }, button, " ", missing);
}
