// How far a reader has come: a line in each lesson and on the contents page, and where to go on.

/** @import { RecordRow } from "../parts/record/record.js" */
/** @import { Course, RecordStore } from "./types.js" */

import { rowOf } from "./mount-record.js";

/**
 * @param {RecordStore} record
 * @param {Course} course
 */
export function showProgress(record, { id, rows }) {
  /** @type {NodeListOf<HTMLElement>} */
  const lines = document.querySelectorAll(".progress[data-quiz]");
  const show = () =>
    lines.forEach((line) => {
      const row = rows.find(({ quiz }) => quiz === line.dataset.quiz);
      line.textContent = row ? inWords(rowOf(row, record.state)) : "";
    });
  record.watch(show);
  show();
  remember(`${id}/last`);
}

/** @param {RecordRow} row */
function inWords({ paragraphs, read, items, answered }) {
  if (!read && !answered) return "";
  return [paragraphs ? `${read} of ${paragraphs} paragraphs marked` : "", `${answered} of ${items} items answered`]
    .filter(Boolean)
    .join(", ");
}

/**
 * In a lesson, note that it was the last one; on the contents page, let its first link lead there.
 *
 * @param {string} key in the browser's storage
 */
function remember(key) {
  const begin = /** @type {HTMLAnchorElement | null} */ (document.getElementById("begin"));
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
