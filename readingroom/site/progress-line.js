// How far a reader has come: a line in each lesson and on the contents page, and where to go on.

import { rowOf } from "./mount-record.js";

const LAST = "reading-room/last";

export function showProgress(record, { rows }) {
  const lines = [...document.querySelectorAll(".progress[data-quiz]")];
  const show = () =>
    lines.forEach((line) => {
      const row = rows.find(({ quiz }) => quiz === line.dataset.quiz);
      line.textContent = row ? inWords(rowOf(row, record.state)) : "";
    });
  record.watch(show);
  show();
  remember();
}

function inWords({ paragraphs, read, items, answered }) {
  if (!read && !answered) return "";
  return [paragraphs ? `${read} of ${paragraphs} paragraphs marked` : "", `${answered} of ${items} items answered`]
    .filter(Boolean)
    .join(", ");
}

function remember() {
  const begin = document.getElementById("begin");
  try {
    if (!begin) {
      localStorage.setItem(
        LAST,
        JSON.stringify([location.pathname.split("/").at(-1), document.querySelector("h1")?.textContent ?? ""]),
      );
      return;
    }
    const [page, title] = JSON.parse(localStorage.getItem(LAST) ?? "[]");
    const there = page && document.querySelector(`.lessons a[href="${CSS.escape(page)}"]`);
    if (there) {
      begin.href = page;
      begin.textContent = `Go on with ${title}`;
    }
  } catch {
    /* a browser that keeps nothing has nothing to go on with */
  }
}
