// A step to work out by hand: a small table, the way in words, and the question; in a notebook it is a cell of code.

/** @import { RenderArguments } from "../base/types.js" */
/** @import { SmallTable, TurnContent } from "./types.js" */

import { h, prose } from "../base/dom.js";
import { failingInPlace } from "../base/failure.js";
import { createSaver, showSaveStatus } from "../base/save.js";
import { itemCard } from "../quiz/item.js";

/** @param {RenderArguments} host */
function renderPart({ model, el }) {
  /** @type {TurnContent} */
  const content = model.get("content");
  const saver = createSaver(model);
  const card = itemCard(content.item, 0, { ...content, isOpenBook: true }, model, saver);
  const saved = h("p", { class: "rr-kept" });
  const shows = prose("p", content.shows, { class: "rr-turn-shows" });
  showSaveStatus(saver, saved);

  const refresh = () => {
    card.refresh();
    shows.hidden = (card.answer()?.fraction ?? 0) < 1;
  };
  model.on("change:state", refresh);
  el.classList.add("rr");
  el.append(
    h(
      "section",
      { class: "rr-turn", "aria-label": `Your turn: ${prose("p", content.item.prompt).textContent}` },
      smallTable(content.table),
      h("p", { class: "rr-turn-way" }, h("strong", {}, "By hand: "), prose("span", content.formula)),
      card.element,
      shows,
      foldedHint(content.hint),
      foldedCode(content.solution),
      saved,
    ),
  );
  refresh();
  return () => {
    model.off("change:state", refresh);
    saver.stop();
  };
}

/** @param {SmallTable} table */
function smallTable({ title, date, columns, rows }) {
  const heads = [date, ...columns].map((text) => h("th", { scope: "col" }, text));
  const lines = rows.map((row) => {
    const cells = row.figures.map((text) => h("td", {}, text));
    return h("tr", {}, h("th", { scope: "row" }, row.date), cells);
  });
  return h(
    "div",
    { class: "rr-turn-table", tabindex: "0", role: "group", "aria-label": title },
    h("table", {}, h("caption", {}, title), h("thead", {}, h("tr", {}, heads)), h("tbody", {}, lines)),
  );
}

/** @param {string} hint */
const foldedHint = (hint) => h("details", {}, h("summary", {}, "A hint"), prose("p", hint));

/** @param {string} solution */
const foldedCode = (solution) =>
  h(
    "details",
    {},
    h("summary", {}, "The same in Python"),
    h("p", {}, "In the notebook of this lesson you write a part of these lines yourself:"),
    h("pre", {}, h("code", {}, solution)),
  );

const render = failingInPlace(renderPart);

export default { render };
