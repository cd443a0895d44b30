// The filters of the ledger of a whole article: by section and by verdict.

/** @import { ClaimCard } from "./claim-card.js" */
/** @import { ClaimsContent } from "./types.js" */

import { h, plural } from "../base/dom.js";

/**
 * @param {ClaimsContent} content
 * @param {ClaimCard[]} cards
 * @param {HTMLElement[]} groups the cards' sections
 */
export function claimFilters(content, cards, groups) {
  const section = picker("Section", [["", "all"], ...content.sections.map(({ id, title }) => [id, title])], refresh);
  const verdict = picker(
    "Verdict",
    [["", "any"], ["none", "not voted yet"], ...Object.keys(content.verdicts).map((name) => [name, name])],
    refresh,
  );
  const count = h("p", { class: "rr-hint", role: "status" });

  const fits = (/** @type {ClaimCard} */ card) =>
    (!section.value() || card.claim.section === section.value()) &&
    (!verdict.value() ||
      (verdict.value() === "none" ? !card.voted() : card.known() && card.claim.verdict === verdict.value()));

  /** @param {Event} [event] of a filter; none after a vote */
  function refresh(event) {
    // A card that has just been voted on stays where it is until the filter is set again.
    if (event) {
      cards.forEach((card) => {
        card.element.hidden = !fits(card);
      });
    }
    groups.forEach((group) => {
      group.hidden = [.../** @type {NodeListOf<HTMLElement>} */ (group.querySelectorAll(".rr-claim"))].every(
        (card) => card.hidden,
      );
    });
    const shown = cards.filter((card) => !card.element.hidden).length;
    const secret =
      verdict.value() && verdict.value() !== "none" ? " A verdict can be looked for among those you have seen." : "";
    const text = `${shown} of ${plural(cards.length, "claim")} shown.${secret}`;
    if (count.textContent !== text) count.textContent = text;
  }
  return { element: h("div", { class: "rr-filters" }, section.element, verdict.element, count), refresh };
}

/**
 * @param {string} label
 * @param {string[][]} options [value, text]
 * @param {(event: Event) => void} onchange
 */
function picker(label, options, onchange) {
  const select = h(
    "select",
    { onchange },
    options.map(([value, text]) => h("option", { value }, text)),
  );
  return { element: h("label", {}, `${label} `, select), value: () => select.value };
}
