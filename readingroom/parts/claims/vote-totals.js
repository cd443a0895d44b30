// How all votes compare with the ledger: in words, as a bar, by verdict.

/** @import { Model } from "../base/types.js" */
/** @import { ClaimsContent } from "./types.js" */
/** @import { Tally } from "./vote-summary.js" */

import { h, plural } from "../base/dom.js";
import { stamp } from "./verdict.js";
import { tally } from "./vote-summary.js";
import { weighingTally, weighingsInWords } from "./weighings.js";

/**
 * @param {ClaimsContent} content
 * @param {Model} model
 */
export function voteTotals(content, model) {
  // No live regions: after a vote its verdict is what is said.
  const words = h("p");
  const weights = h("p");
  const bar = h("div", { class: "rr-bar", "aria-hidden": "true" });
  const key = h("ul", { class: "rr-bar-key" });
  const table = h("table", { class: "rr-table" });
  const byVerdict = h("details", { class: "rr-sources" }, h("summary", {}, "By verdict"), table);
  const element = h(
    "div",
    { class: "rr-tally" },
    h("h4", {}, "Your votes and the ledger"),
    words,
    bar,
    key,
    weights,
    byVerdict,
  );

  function refresh() {
    const sum = tally(content.claims, content.ballots, model.get("state").votes ?? {});
    const weighed = weighingTally(content.claims, content.materialities, model.get("state").weighings ?? {});
    words.textContent = inWords(sum);
    weights.textContent = weighingsInWords(weighed);
    const shares = /** @type {[string, number, string][]} */ ([
      ["agree", sum.agreed, "you agree"],
      ["differ", sum.differed, "you differ"],
      ["none", sum.voted - sum.compared, "not comparable"],
      ["open", sum.all - sum.voted, "no vote yet"],
    ]).filter(([, n]) => n);
    bar.replaceChildren(
      ...shares.map(([kind, n]) => {
        const piece = h("span", { "data-kind": kind });
        piece.style.flexGrow = String(n);
        return piece;
      }),
    );
    key.replaceChildren(
      ...shares.map(([kind, n, label]) =>
        h("li", {}, h("span", { class: "rr-swatch", "data-kind": kind, "aria-hidden": "true" }), `${label}: ${n}`),
      ),
    );
    byVerdict.hidden = sum.compared === 0;
    table.replaceChildren(...verdictRows(sum));
  }
  return { element, refresh };
}

/** @param {Tally} sum */
function verdictRows(sum) {
  const titles = ["The ledger says", "Your votes", "You agreed"].map((title) => h("th", { scope: "col" }, title));
  const rows = sum.verdicts.map((row) =>
    h(
      "tr",
      {},
      h("th", { scope: "row" }, stamp(row.verdict)),
      h("td", {}, String(row.voted)),
      h("td", {}, String(row.agreed)),
    ),
  );
  return [h("thead", {}, h("tr", {}, titles)), h("tbody", {}, rows)];
}

/** @param {Tally} sum */
function inWords(sum) {
  if (!sum.voted) return `No vote yet on ${plural(sum.all, "claim")}.`;
  const start = `You voted on ${sum.voted} of ${plural(sum.all, "claim")}.`;
  if (!sum.compared) return start;
  return (
    `${start} ${sum.agreed} of ${plural(sum.compared, "vote")} ` +
    `${sum.agreed === 1 ? "agrees" : "agree"} with the ledger. ` +
    `Somebody who always said \u201caccurate\u201d or \u201cwill come true\u201d would have agreed on ${sum.first}.` +
    (sum.compared < 8 ? " So few votes say little." : "")
  );
}
