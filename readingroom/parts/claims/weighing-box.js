// What hangs on a claim: the reader says it with one press, then sees what the ledger says.

/** @import { Claim, Ledger, Materialities } from "./types.js" */

import { h, live, prose, withSigns } from "../base/dom.js";
import { castWeighing, heavierBy } from "./weighings.js";

const ASKED = "Does it matter to the argument?";

/** @param {string} step */
export function weightStamp(step) {
  return h("span", { class: "rr-stamp", "data-materiality": step }, step);
}

/**
 * It stands in a claim's card and is hidden until the verdict is known.
 *
 * @param {Claim} claim
 * @param {Ledger} ledger
 */
export function weighingBox(claim, { content, model, saver, reading, voted }) {
  const steps = Object.keys(content.materialities);
  const weighed = () => castWeighing(claim, content.materialities, model.get("state").weighings ?? {});
  const buttons = steps.map((step) =>
    h("button", { type: "button", class: "rr-quiet", "aria-pressed": "false", onclick: () => weigh(step) }, step),
  );
  const question = h(
    "fieldset",
    {},
    h("legend", { class: "rr-ask" }, ASKED),
    h("div", { class: "rr-buttons rr-weight-steps" }, buttons),
  );
  const said = live({ class: "rr-said" });
  const boxes = steps.map((step) => `\u25A1 ${step}`).join("  ");
  const onPaper = h("p", { class: "rr-weigh-paper" }, `${ASKED} ${boxes}`);
  const shown = h("div", { class: "rr-weighing" }, question, said);
  const element = h("div", {}, claim.materiality ? [shown, onPaper] : []);

  /** @param {string} step */
  function weigh(step) {
    if (weighed()) return; // only the first counts: it was given before the ledger's own was seen
    saver.save({ what: "weighing", claim: claim.id, materiality: step }, "weighings", claim.id);
    voted();
  }

  /** @param {boolean} known whether the verdict is shown */
  function refresh(known) {
    const step = weighed();
    const told = Boolean(step) || reading.all;
    shown.hidden = !known;
    question.hidden = reading.all && !step;
    onPaper.hidden = told;
    buttons.forEach((button, i) => {
      button.setAttribute("aria-pressed", String(steps[i] === step));
      // Still in reach of the focus, which stands on the one that was pressed.
      if (step) button.setAttribute("aria-disabled", "true");
      else button.removeAttribute("aria-disabled");
    });
    show(known && told, step);
  }

  /**
   * Said anew only when it changes, so that a screen reader hears it once.
   *
   * @param {boolean} told
   * @param {string} step
   */
  function show(told, step) {
    const state = told ? `told ${step}` : "";
    if ((said.dataset.state ?? "") === state) return;
    said.dataset.state = state;
    said.dataset.kind = !told || !step ? "plain" : step === claim.materiality ? "agree" : "differ";
    said.replaceChildren(...(told ? weighingCompared(claim, step, content.materialities) : []));
  }

  return { element, refresh };
}

/**
 * What the ledger says hangs on a claim and why, and beside it what the reader said.
 *
 * @param {Claim} claim
 * @param {string} step the reader's; "" without one
 * @param {Materialities} materialities
 */
export function weighingCompared(claim, step, materialities) {
  const says = h("p", {}, "The ledger says: ", weightStamp(claim.materiality), " ", prose("span", claim.hangs));
  if (!step) return [says];
  const by = heavierBy(step, claim.materiality, materialities);
  const compares = !by
    ? "\u2713 You agree with the ledger."
    : `\u2260 You give it ${by > 0 ? "more" : "less"} weight than the ledger.`;
  return [says, h("p", {}, `You said: ${step}. `, h("strong", {}, withSigns(compares)))];
}
