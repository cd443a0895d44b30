// A section's paragraphs and notes, read back from the page's HTML, so that they come over the wire once.
// parts/reader/static_html.py wrote it.

/** @import { Note, ReaderParagraph } from "../parts/reader/reader.js" */

/**
 * @param {Element} prose
 * @returns {ReaderParagraph[]}
 */
export function paragraphsOf(prose) {
  return [...prose.querySelectorAll(".rr-paragraph")].map((paragraph) => ({
    id: paragraph.id.replace("rr-p-", ""),
    number: Number(within(paragraph, ".rr-number").textContent?.replace(/\D+/g, "")),
    role: within(paragraph, ".rr-role").textContent ?? "",
    gist: within(paragraph, ".rr-gist").innerHTML,
    notes: [.../** @type {NodeListOf<HTMLElement>} */ (paragraph.querySelectorAll(".rr-note"))].map(noteOf),
  }));
}

/**
 * @param {HTMLElement} note
 * @returns {Note}
 */
function noteOf(note) {
  const { kind = "", level = "", habit = "" } = note.dataset;
  return {
    kind,
    level,
    habit,
    html: within(note, "p:not(.rr-note-head)").innerHTML,
    sources: [...note.querySelectorAll(".rr-sources li")].map((source) => source.innerHTML),
  };
}

/**
 * The first element that a selector finds; parts/reader/static_html.py sees to it that there is one.
 *
 * @param {Element} element
 * @param {string} selector
 */
const within = (element, selector) => /** @type {Element} */ (element.querySelector(selector));
