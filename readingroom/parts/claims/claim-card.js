// One claim: a vote, then how it compares with the ledger's verdict, the reasons, and what hangs on it.

/** @import { Claim, Ledger, Votes } from "./types.js" */

import { whereRead } from "../base/citations.js";
import { h, live, prose, unique } from "../base/dom.js";
import { ballotBox } from "./ballot.js";
import { claimPicture } from "./claim-picture.js";
import { comparison, verdictDetails } from "./verdict.js";
import { castVote } from "./vote-summary.js";
import { weighingBox } from "./weighing-box.js";

const CLAIM_CHANGED = "You voted before this claim was changed. What you said stays in your record; vote anew here.";

/**
 * @typedef {ReturnType<typeof claimCard>} ClaimCard
 *
 * @param {Claim} claim
 * @param {number} number
 * @param {Ledger} ledger
 */
export function claimCard(claim, number, ledger) {
  const { content, model, saver, reading, voted } = ledger;
  /** @returns {Votes} */
  const votes = () => model.get("state").votes ?? {};
  const vote = () => castVote(claim, content.ballots, votes());
  const ballot = ballotBox(claim, content.ballots[claim.ballot], content.words.date);
  const feedback = live({ class: "rr-said" });
  const details = h("div", { class: "rr-details", id: unique("details"), hidden: true });
  const weighing = weighingBox(claim, ledger);
  const button = h("button", { type: "button", class: "rr-main", onclick: press });
  const claimed = prose("span", claim.claim, { id: unique("claim") });
  const element = h(
    "div",
    { class: "rr-item rr-claim", "data-claim": claim.id },
    h(
      "fieldset",
      { "aria-labelledby": claimed.id }, // without the links beside it
      h(
        "legend",
        {},
        h("span", { class: "rr-number" }, `${number}. `),
        claimed,
        " ",
        whereRead(claim.places, content.section),
      ),
      ballot.element,
    ),
    h("p", { class: "rr-buttons" }, button),
    feedback,
    details,
    weighing.element,
  );
  let open = false;

  function press() {
    if (vote() || reading.all) return show(!open);
    const chosen = ballot.read();
    if (!chosen) {
      feedback.dataset.kind = "ask";
      feedback.textContent = "Choose an answer first, then vote.";
      return;
    }
    open = true;
    saver.save({ what: "vote", claim: claim.id, vote: chosen }, "votes", claim.id);
    voted();
  }

  /** @param {boolean} on */
  function show(on) {
    open = on;
    refresh();
  }

  function refresh() {
    const cast = vote();
    const known = Boolean(cast) || reading.all;
    if (!known) open = false;
    if (cast) ballot.write(cast);
    ballot.lock(known);
    element.dataset.known = String(known);
    button.classList.toggle("rr-main", !known);
    button.textContent = !known ? "Vote and see the verdict" : open ? "Hide the evidence" : "Show the evidence";
    if (known) {
      button.setAttribute("aria-expanded", String(open));
      button.setAttribute("aria-controls", details.id);
    } else {
      button.removeAttribute("aria-expanded");
      button.removeAttribute("aria-controls");
    }
    showComparison(cast, known);
    if (open && !details.childElementCount) {
      const [copy, said] = claimPicture(claim, content.course);
      details.append(...verdictDetails(claim), h("p", { class: "rr-buttons" }, copy), said);
    }
    details.hidden = !open;
    weighing.refresh(known);
  }

  /**
   * Said anew only when it changes, so that a screen reader hears it once.
   *
   * @param {string} cast
   * @param {boolean} known
   */
  function showComparison(cast, known) {
    const state = known ? `known ${cast}` : "open";
    if (feedback.dataset.state === state && feedback.dataset.kind !== "ask") return;
    feedback.dataset.state = state;
    feedback.dataset.kind = !known ? "" : !cast || !claim.stands ? "plain" : cast === claim.stands ? "agree" : "differ";
    const isChanged = !known && Boolean(votes()[claim.id]?.vote);
    feedback.replaceChildren(
      ...(known ? comparison(claim, cast, ballot.label) : isChanged ? [h("p", {}, CLAIM_CHANGED)] : []),
    );
  }

  return { claim, element, refresh, show, known: () => Boolean(vote()) || reading.all, voted: () => Boolean(vote()) };
}
