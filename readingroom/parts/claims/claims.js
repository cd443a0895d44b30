// The claims ledger: vote first, then see the verdict, its reasons and its sources.

/** @import { RenderArguments } from "../base/types.js" */
/** @import { ClaimCard } from "./claim-card.js" */
/** @import { ClaimsContent } from "./types.js" */

import { h, live, plural } from "../base/dom.js";
import { failingInPlace } from "../base/failure.js";
import { folded } from "../base/fold.js";
import { createSaver, showSaveStatus } from "../base/save.js";
import { claimCard } from "./claim-card.js";
import { claimFilters } from "./claim-filters.js";
import { ledgerKey } from "./ledger-key.js";
import { voteTotals } from "./vote-totals.js";

const WEIGH_TOO = "Then judge what hangs on the claim: not every error matters.";

/** @param {RenderArguments} host */
function renderPart({ model, el }) {
  /** @type {ClaimsContent} */
  const content = model.get("content");
  const saver = createSaver(model);
  const reading = { all: false };
  const ledger = { content, model, saver, reading, voted: () => refresh() };
  const cards = content.claims.map((claim, i) => claimCard(claim, i + 1, ledger));
  const groups = content.sections.map((section) =>
    h(
      "div",
      { class: "rr-group", "data-section": section.id },
      content.section ? null : h("h4", {}, section.title),
      folded(
        cards
          .filter((card) => card.claim.section === section.id)
          .map(({ element, claim }) => ({ element, from: claim.from })),
        (count) => plural(count, "more claim"),
      ),
    ),
  );
  const score = voteTotals(content, model);
  const filter = content.section ? null : claimFilters(content, cards, groups);
  const saved = h("p", { class: "rr-kept" });
  showSaveStatus(saver, saved);

  const refresh = () => {
    cards.forEach((card) => card.refresh());
    score.refresh();
    filter?.refresh();
  };
  const changed = () => refresh();
  model.on("change:state", changed);
  el.classList.add("rr");
  el.append(
    h(
      "section",
      { class: "rr-ledger", "aria-label": content.title },
      h(
        "div",
        { class: "rr-ledger-head" },
        h("h3", {}, content.title),
        h(
          "p",
          {},
          "Vote on each claim, then see what the record says. Only your first vote counts. The verdicts are the work " +
            "of people too: where you differ, read the evidence and the best case, then decide who is right." +
            (Object.keys(content.materialities).length ? ` ${WEIGH_TOO}` : ""),
        ),
        ledgerKey(content),
        readAll(reading, cards),
        filter?.element,
        saved,
      ),
      groups,
      score.element,
    ),
  );
  refresh();
  return () => {
    model.off("change:state", changed);
    saver.stop();
  };
}

/**
 * @param {{ all: boolean }} reading
 * @param {ClaimCard[]} cards
 */
function readAll(reading, cards) {
  const status = live({ class: "rr-hidden" });
  const button = h(
    "button",
    {
      type: "button",
      class: "rr-quiet",
      "aria-pressed": "false",
      onclick() {
        reading.all = !reading.all;
        button.setAttribute("aria-pressed", String(reading.all));
        cards.forEach((card) => card.show(reading.all));
        status.textContent = reading.all
          ? "All verdicts are shown. Voting rests until you hide them."
          : "Verdicts are hidden where you have not voted.";
      },
    },
    "Show all verdicts without voting",
  );
  return h("p", { class: "rr-buttons" }, button, status);
}

const render = failingInPlace(renderPart);

export default { render };
