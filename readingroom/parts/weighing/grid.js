// The grid: a row for each verdict, a column for each step of what hangs on a claim, each count a way to its claims.

/** @import { Judged, WeighedClaim, WeighingContent } from "./types.js" */

import { h, plural } from "../base/dom.js";
import { stamp } from "../claims/verdict.js";
import { agreedInCell, inCell } from "./counts.js";

/**
 * A cell that has claims: its button, and the line about the reader.
 *
 * @typedef {object} Cell
 * @property {string} verdict
 * @property {string} step
 * @property {WeighedClaim[]} claims
 * @property {HTMLButtonElement} button
 * @property {HTMLElement} yours
 */

/**
 * @param {WeighingContent} content
 * @param {string} list the id of what a count opens
 * @param {(cell: Cell) => void} onpress
 */
export function weighingGrid(content, list, onpress) {
  const steps = Object.keys(content.materialities);
  const verdicts = Object.keys(content.verdicts).filter((verdict) =>
    content.claims.some((claim) => claim.verdict === verdict && claim.materiality),
  );
  /** @type {Cell[]} */
  const cells = [];
  const most = Math.max(
    ...verdicts.flatMap((verdict) => steps.map((step) => inCell(content.claims, verdict, step).length)),
  );

  /**
   * @param {string} verdict
   * @param {string} step
   */
  function cellOf(verdict, step) {
    const claims = inCell(content.claims, verdict, step);
    if (!claims.length) return h("td", { class: "rr-none" }, "0");
    const button = h(
      "button",
      {
        type: "button",
        class: "rr-link",
        "aria-expanded": "false",
        "aria-controls": list,
        "aria-label": `${plural(claims.length, "claim")}: ${verdict}, ${step}`,
        onclick: () => onpress(cell),
      },
      String(claims.length),
    );
    const yours = h("span", { class: "rr-yours" });
    const cell = { verdict, step, claims, button, yours };
    cells.push(cell);
    return h("td", {}, button, countBar(claims.length / most), yours);
  }

  const rows = verdicts.map((verdict) =>
    h(
      "tr",
      {},
      h("th", { scope: "row" }, stamp(verdict)),
      steps.map((step) => cellOf(verdict, step)),
    ),
  );
  const element = h(
    "table",
    { class: "rr-weight-grid" },
    h("caption", {}, "Claims by their verdict, and by what hangs on them"),
    h("thead", {}, h("tr", {}, h("th", { scope: "col" }, "Verdict"), steps.map(columnHead))),
    h("tbody", {}, rows),
  );

  /**
   * @param {Cell | null} open
   * @param {Judged} judged
   */
  function refresh(open, judged) {
    for (const cell of cells) {
      cell.button.setAttribute("aria-expanded", String(cell === open));
      const { weighed, agreed } = agreedInCell(cell.claims, content.materialities, judged);
      cell.yours.textContent = weighed ? `you: ${agreed} of ${weighed}` : "";
    }
  }
  return { element, refresh };
}

/** @param {string} step */
const columnHead = (step) =>
  h("th", { scope: "col" }, h("span", { class: "rr-weight-step", "data-materiality": step }, step));

/** @param {number} share of the longest bar */
function countBar(share) {
  const bar = h("span");
  bar.style.width = `${Math.round(100 * share)}%`;
  return h("span", { class: "rr-count-bar", "aria-hidden": "true" }, bar);
}
