// A small table to fill in: a number for each row and column.

import { h, unique } from "../base/dom.js";

export function table(task, changed) {
  const inputs = new Map();
  const body = task.rows.map((row) =>
    h(
      "tr",
      {},
      h("th", { scope: "row" }, row.text),
      task.columns.map((column) => {
        const id = unique("cell");
        const input = h("input", {
          type: "text",
          id,
          inputmode: "decimal",
          size: 8,
          autocomplete: "off",
          spellcheck: "false",
          oninput: changed,
          "aria-label": [row.text, column.text, column.unit].filter(Boolean).join(", "),
        });
        inputs.set(`${row.id} ${column.id}`, input);
        return h("td", { "data-column": column.text }, input);
      }),
    ),
  );
  const each = (act) =>
    task.rows.forEach((row) =>
      task.columns.forEach((column) => act(row.id, column.id, inputs.get(`${row.id} ${column.id}`))),
    );
  return {
    element: h(
      "table",
      { class: "rr-table-task" },
      h(
        "thead",
        {},
        h(
          "tr",
          {},
          h("td"),
          task.columns.map((column) =>
            h("th", { scope: "col" }, column.text, column.unit ? h("small", {}, ` (${column.unit})`) : null),
          ),
        ),
      ),
      h("tbody", {}, body),
    ),
    read() {
      const said = {};
      each((row, column, input) => {
        (said[row] ??= {})[column] = input.value.trim();
      });
      return said;
    },
    write: (response) =>
      each((row, column, input) => {
        input.value = response?.[row]?.[column] ?? "";
      }),
  };
}
