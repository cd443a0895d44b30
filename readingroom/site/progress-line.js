// How far a reader has come: a line in each lesson and on the contents page, and where to go on.

import { rowOf } from "./mount-record.js";

export function showProgress(record, { id, rows }) {
  const lines = [...document.querySelectorAll(".progress[data-quiz]")];
  const show = () =>
    lines.forEach((line) => {
      const row = rows.find(({ quiz }) => quiz === line.dataset.quiz);
      line.textContent = row ? inWords(rowOf(row, record.state)) : "";
    });
  record.watch(show);
  show();
  remember(`${id}/last`);
}

function inWords({ paragraphs, read, items, answered }) {
  if (!read && !answered) return "";
  return [paragraphs ? `${read} of ${paragraphs} paragraphs marked` : "", `${answered} of ${items} items answered`]
    .filter(Boolean)
    .join(", ");
}

/** @param {string} key in the browser's storage */
function remember(key) {
  const begin = document.getElementById("begin");
  try {
    if (!begin) {
      localStorage.setItem(
        key,
        JSON.stringify([location.pathname.split("/").at(-1), document.querySelector("h1")?.textContent ?? ""]),
      );
      return;
    }
    const [page, title] = JSON.parse(localStorage.getItem(key) ?? "[]");
    const there = page && document.querySelector(`.lessons a[href="${CSS.escape(page)}"]`);
    if (there) {
      begin.href = page;
      begin.textContent = `Go on with ${title}`;
    }
  } catch {
    /* a browser that keeps nothing has nothing to go on with */
  }
}
