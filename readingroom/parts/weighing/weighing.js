// Verdict and weight: the claims counted by both, each count with its claims, and the reader's own judgement beside.

/** @import { RenderArguments } from "../base/types.js" */
/** @import { Cell } from "./grid.js" */
/** @import { Judged, WeighingContent } from "./types.js" */

import { h, live, plural, unique } from "../base/dom.js";
import { failingInPlace } from "../base/failure.js";
import { weighingTally, weighingsInWords } from "../claims/weighings.js";
import { weighedList } from "./claim-list.js";
import { readersJudgements, weightInWords } from "./counts.js";
import { weighingGrid } from "./grid.js";

const TITLE = "Verdict and weight";

/** @param {RenderArguments} host */
function renderPart({ model, el }) {
  /** @type {WeighingContent} */
  const content = model.get("content");
  /** @type {Cell | null} */
  let open = null;
  const list = h("div", { class: "rr-weighed", id: unique("weighed"), hidden: true });
  const status = live({ class: "rr-hidden" });
  const yours = h("div", { class: "rr-said", "data-kind": "plain", hidden: true });
  const grid = weighingGrid(content, list.id, press);

  /** @param {Cell} cell */
  function press(cell) {
    open = open === cell ? null : cell;
    status.textContent = open
      ? `${plural(open.claims.length, "claim")} listed below the table.`
      : "The list is closed.";
    refresh();
  }

  function refresh() {
    /** @type {Judged} */
    const judged = model.get("state");
    grid.refresh(open, judged);
    list.hidden = !open;
    list.replaceChildren(...(open ? weighedList(open, content, judged) : []));
    const said = readersSentences(content, judged);
    yours.hidden = !said.length;
    yours.replaceChildren(...said.map((sentence) => h("p", {}, sentence)));
  }

  model.on("change:state", refresh);
  el.classList.add("rr");
  el.append(
    h(
      "section",
      { class: "rr-weights", "aria-label": TITLE },
      h("h3", {}, TITLE),
      weightInWords(content.claims, content.materialities).map((sentence) => h("p", {}, sentence)),
      h("p", { class: "rr-hint" }, "A count opens its claims, also those that you have not voted on."),
      h(
        "div",
        { class: "rr-scroll", tabindex: "0", role: "region", "aria-label": `${TITLE}, as a table` },
        grid.element,
      ),
      status,
      list,
      yours,
    ),
  );
  refresh();
  return () => model.off("change:state", refresh);
}

/**
 * @param {WeighingContent} content
 * @param {Judged} judged
 */
function readersSentences(content, judged) {
  const told = weighingsInWords(weighingTally(content.claims, content.materialities, judged.weighings ?? {}));
  if (!told) return [];
  const own = weightInWords(readersJudgements(content, judged), content.materialities);
  return [
    `${told} In the table, \u201cyou: 2 of 3\u201d means: of three that you weighed, two as the ledger does.`,
  ].concat(own.length ? [`By your own votes: ${own.join(" ")}`] : []);
}

const render = failingInPlace(renderPart);

export default { render };
