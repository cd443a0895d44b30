// A small table to fill in: a number for each row and column. Only exercises have it, and the teacher's program scores
// it.

/** @import { Control, Item, Kind } from "../types.js" */

import { h, unique } from "../../base/dom.js";
import { isPlain } from "./placing.js";

/**
 * @param {Item} task
 * @param {() => void} changed
 * @returns {Control}
 */
function cellsControl(task, changed) {
  const columns = task.columns ?? [];
  const cells = (task.rows ?? []).map((row) => ({
    row,
    inputs: columns.map((column) =>
      h("input", {
        type: "text",
        id: unique("cell"),
        inputmode: "decimal",
        size: 8,
        autocomplete: "off",
        spellcheck: "false",
        oninput: changed,
        "aria-label": [row.text, column.text, column.unit].filter(Boolean).join(", "),
      }),
    ),
  }));
  const head = columns.map((column) =>
    h("th", { scope: "col" }, column.text, column.unit ? h("small", {}, ` (${column.unit})`) : null),
  );
  const body = cells.map(({ row, inputs }) =>
    h(
      "tr",
      {},
      h("th", { scope: "row" }, row.text),
      inputs.map((input, i) => h("td", { "data-column": columns[i].text }, input)),
    ),
  );
  return {
    element: h("table", { class: "rr-table-task" }, h("thead", {}, h("tr", {}, h("td"), head)), h("tbody", {}, body)),
    read: () =>
      Object.fromEntries(
        cells.map(({ row, inputs }) => [
          row.id,
          Object.fromEntries(inputs.map((input, i) => [columns[i].id, input.value.trim()])),
        ]),
      ),
    write: (response) =>
      cells.forEach(({ row, inputs }) =>
        inputs.forEach((input, i) => {
          input.value = response?.[row.id]?.[columns[i].id] ?? "";
        }),
      ),
    lock: (locked) =>
      cells.forEach(({ inputs }) =>
        inputs.forEach((input) => {
          input.readOnly = locked;
        }),
      ),
  };
}

/**
 * Whether a response has texts or numbers, and only in cells of the task.
 *
 * @param {Item} task
 * @param {unknown} response
 */
function areCells(task, response) {
  const rows = (task.rows ?? []).map(({ id }) => id);
  const columns = (task.columns ?? []).map(({ id }) => id);
  return (
    isPlain(response) &&
    Object.entries(response).every(
      ([row, cells]) =>
        rows.includes(row) &&
        isPlain(cells) &&
        Object.entries(cells).every(([column, text]) => columns.includes(column) && typeof text !== "object"),
    )
  );
}

/** @type {Kind} */
export const table = {
  control: cellsControl,
  empty: "Fill in at least one cell first.",
  isTyped: true,
  fits: areCells,
  sentences: () => [],
  solution: () => [],
};
