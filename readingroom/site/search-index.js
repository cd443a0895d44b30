// What can be searched, and what is found in it: search_index.py writes the entries.

import { loadJson } from "./late-file.js";

/**
 * An entry of search.json: a place, and `also`, words that find it and are not shown.
 *
 * @typedef {{ kind: string, title: string, text: string, place: string, also?: string }} SearchEntry
 */

/**
 * An entry with its texts as plain letters; `head` and `body` have each letter where the title and the text have it.
 *
 * @typedef {Omit<SearchEntry, "also"> & { head: string, body: string, also: string }} IndexEntry
 */

/** @returns {Promise<IndexEntry[]>} */
export async function fetchIndex() {
  /** @type {SearchEntry[]} */
  const entries = await loadJson("search.json");
  return entries.map((entry) => ({
    ...entry,
    head: plainText(entry.title),
    body: plainText(entry.text),
    also: plainText(entry.also ?? ""),
  }));
}

/**
 * The words of a query that are long enough to be searched for.
 *
 * @param {string} query
 */
export function searchWords(query) {
  return plainText(query)
    .split(/\s+/)
    .filter((word) => word.length > 1);
}

/**
 * The entries in which every word begins somewhere; those that have words in their title come first.
 *
 * @param {IndexEntry[]} index
 * @param {string[]} words
 */
export function findEntries(index, words) {
  const inTitle = (/** @type {IndexEntry} */ { head }) => words.filter((word) => position(head, word) >= 0).length;
  return index
    .filter((entry) =>
      words.every((word) => [entry.head, entry.body, entry.also].some((text) => position(text, word) >= 0)),
    )
    .map((entry) => ({ entry, inTitle: inTitle(entry) }))
    .sort((a, b) => b.inTitle - a.inTitle)
    .map(({ entry }) => entry);
}

/**
 * Where a word of a plain text begins with `word`, or -1.
 *
 * @param {string} text
 * @param {string} word
 */
export function position(text, word, from = 0) {
  if (from === 0 && text.startsWith(word)) return 0;
  const before = text.indexOf(` ${word}`, Math.max(0, from - 1));
  return before < 0 ? -1 : before + 1;
}

/**
 * Small letters and digits without accents, a space for all else; each letter keeps its place, so that what is found
 * can be marked in the text itself.
 *
 * @param {string} text
 */
const plainText = (text) => [...text].map(plainLetter).join("");

/** @param {string} sign */
const plainLetter = (sign) =>
  /[\p{L}\p{N}]/u.test(sign)
    ? sign.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().slice(0, sign.length) || sign
    : " ".repeat(sign.length);
