// A place that was found: its address, the text around the words, and their marks.

import assert from "node:assert/strict";
import test from "node:test";

import "./fake-document.mjs";
import { hitItem } from "../../readingroom/site/search-hit.js";
import { fetchIndex, searchWords } from "../../readingroom/site/search-index.js";

// The line of a place with this title and text that was found by a query.
async function hit(title, text, query) {
  globalThis.fetch = async () => ({
    ok: true,
    text: async () => JSON.stringify([{ title, text, kind: "note", place: "lesson.html#x" }]),
  });
  const [entry] = await fetchIndex();
  return hitItem(entry, searchWords(query), "note");
}
const excerpt = async (text, query) => (await hit("Title", text, query)).querySelector(".hit-text");
const marked = (element) => element.querySelectorAll("mark").map((mark) => mark.textContent);

test("a place leads to its address", async () => {
  assert.equal((await hit("Title", "Duma", "duma")).querySelector("a").getAttribute("href"), "lesson.html#x");
});

test("what was found is marked as it is written, as often as it stands there", async () => {
  assert.deepEqual(marked(await excerpt("Schröder met Schröders", "schroder")), ["Schröder", "Schröder"]);
});

test("each of several words is marked, in the order of the text", async () => {
  assert.deepEqual(marked(await excerpt("The Duma votes", "votes duma")), ["Duma", "votes"]);
});

test("a word is marked in the title", async () => {
  const line = await hit("The Duma", "", "duma");

  assert.deepEqual(marked(line.querySelector(".hit-title")), ["Duma"]);
});

test("a short text is shown whole", async () => {
  assert.equal((await excerpt("The Duma votes", "duma")).textContent, "The Duma votes");
});

test("of a long text the words around what was found are shown", async () => {
  const long = `${"before ".repeat(30)}Duma${" after".repeat(60)}`;

  const { textContent } = await excerpt(long, "duma");

  assert.match(textContent, /^\u2026 (before ){10}Duma( after)+ \u2026$/);
});

test("a text that begins with what was found is shown from there", async () => {
  const { textContent } = await excerpt(`Duma${" after".repeat(60)} votes`, "duma votes");

  assert.match(textContent, /^Duma( after)+ \u2026$/);
});

test("of a long text in which nothing was found the beginning is shown", async () => {
  const { textContent } = await excerpt("word ".repeat(60), "duma");

  assert.match(textContent, /^word( word)+ \u2026$/);
});
