// A place that was found, as the search lists it: its title, its kind, and the text around the words, which are marked.

/** @import { IndexEntry } from "./search-index.js" */

import { h } from "../parts/base/dom.js";
import { position } from "./search-index.js";

const AROUND = 70; // letters

/**
 * @param {IndexEntry} entry
 * @param {string[]} words
 * @param {string} kind what the course calls such entries
 */
export function hitItem(entry, words, kind) {
  const { start, end } = excerpt(entry, words);
  return h(
    "li",
    {},
    h(
      "a",
      { href: entry.place },
      h("span", { class: "hit-title" }, ...marked(entry.title, entry.head, words)),
      h("span", { class: "hit-kind" }, kind),
      h(
        "span",
        { class: "hit-text" },
        start ? "… " : "",
        ...marked(entry.text.slice(start, end), entry.body.slice(start, end), words),
        end < entry.text.length ? " …" : "",
      ),
    ),
  );
}

/**
 * Where the text that is shown begins and ends: at whole words, around the first word that was found.
 *
 * @param {IndexEntry} entry
 * @param {string[]} words
 */
function excerpt({ text, body }, words) {
  const first = Math.min(...words.map((word) => position(body, word)).filter((n) => n >= 0), text.length);
  const start = first === text.length ? 0 : Math.max(0, text.lastIndexOf(" ", Math.max(0, first - AROUND)) + 1);
  return { start, end: endOfWord(text, start + 3 * AROUND) };
}

/**
 * @param {string} text
 * @param {number} near
 */
const endOfWord = (text, near) =>
  near >= text.length ? text.length : Math.max(text.lastIndexOf(" ", near), 0) || near;

/**
 * The text with the words in it marked.
 *
 * @param {string} text
 * @param {string} body the same as plain letters
 * @param {string[]} words
 */
function marked(text, body, words) {
  /** @type {(string | HTMLElement)[]} */
  const parts = [];
  let at = 0;
  while (at < text.length) {
    const next = words
      .map((word) => ({ start: position(body, word, at), length: word.length }))
      .filter(({ start }) => start >= 0)
      .sort((a, b) => a.start - b.start)[0];
    if (!next) break;
    const end = next.start + next.length;
    parts.push(text.slice(at, next.start), h("mark", {}, text.slice(next.start, end)));
    at = end;
  }
  return [...parts, text.slice(at)];
}
