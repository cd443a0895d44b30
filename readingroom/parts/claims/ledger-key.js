// What the ledger's words mean: its verdicts, and the steps of what hangs on a claim.

/** @import { ClaimsContent } from "./types.js" */

import { h } from "../base/dom.js";
import { stamp } from "./verdict.js";
import { weightStamp } from "./weighing-box.js";

/** @param {Pick<ClaimsContent, "verdicts" | "materialities">} content */
export function ledgerKey({ verdicts, materialities }) {
  const isWeighed = Object.keys(materialities).length > 0;
  return h(
    "details",
    { class: "rr-sources" },
    h("summary", {}, isWeighed ? "What the verdicts and the weights mean" : "What the verdicts mean"),
    meaningList(verdicts, stamp),
    isWeighed
      ? [h("p", {}, "What hangs on a claim, whatever its verdict:"), meaningList(materialities, weightStamp)]
      : [],
  );
}

/**
 * @param {Record<string, string>} meanings
 * @param {(word: string) => HTMLElement} mark
 */
function meaningList(meanings, mark) {
  const rows = Object.entries(meanings).map(([word, meaning]) =>
    h("div", {}, h("dt", {}, mark(word)), h("dd", {}, meaning)),
  );
  return h("dl", { class: "rr-key" }, rows);
}
