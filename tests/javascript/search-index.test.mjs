// Which places a search finds, and in which order.

import assert from "node:assert/strict";
import test from "node:test";

import { fetchIndex, findEntries, position, searchWords } from "../../readingroom/site/search-index.js";

const entry = (title, text, more = {}) => ({ title, text, kind: "note", place: "a.html", ...more });

async function titles(entries, query) {
  globalThis.fetch = async () => ({ ok: true, text: async () => JSON.stringify(entries) });
  return findEntries(await fetchIndex(), searchWords(query)).map(({ title }) => title);
}

for (const [what, text, words] of [
  ["a word is found in small letters", "The Duma votes", "duma"],
  ["a word is found by its beginning", "The Duma votes", "du"],
  ["the first word of a text is found", "Duma", "duma"],
  ["a word with accents is found without them", "Schröder", "schroder"],
  ["a word without accents is found by one with them", "Schroder", "schröder"],
  ["a word after a hyphen is found", "Jackson-Vanik", "vanik"],
  ["words are found in any order", "The Duma votes", "votes duma"],
  ["a single letter beside a word does not count", "The Duma votes", "x duma"],
]) {
  test(what, async () => {
    assert.deepEqual(await titles([entry("Title", text)], words), ["Title"]);
  });
}

test("a word is not found by its middle", async () => {
  assert.deepEqual(await titles([entry("Title", "Subduma")], "duma"), []);
});

test("a place that lacks one of the words is not found", async () => {
  assert.deepEqual(await titles([entry("Title", "Duma")], "duma senate"), []);
});

test("the words may stand in title, text and what else it is called", async () => {
  assert.deepEqual(await titles([entry("Title", "Duma", { also: "parliament" })], "title duma parliament"), ["Title"]);
});

test("what has the word in its title comes first, the rest in its order", async () => {
  const entries = [entry("A", "duma"), entry("B", "duma"), entry("Duma", "")];

  assert.deepEqual(await titles(entries, "duma"), ["Duma", "A", "B"]);
});

test("letters keep their places, whatever stands between them", async () => {
  globalThis.fetch = async () => ({
    ok: true,
    text: async () => JSON.stringify([entry("\u00c9tat\u2019s \ud83d\ude00 end", "")]),
  });

  const [{ head }] = await fetchIndex();

  assert.equal(head, "etat s    end");
});

for (const [what, text, word, from, at] of [
  ["at the beginning", "ab abc ab", "ab", 0, 0],
  ["within", "ab abc ab", "abc", 0, 3],
  ["behind a mark at the beginning", " ab", "ab", 0, 1],
  ["where the search begins", "ab abc ab", "ab", 3, 3],
  ["after that", "ab abc ab", "ab", 4, 7],
  ["nowhere", "ab abc ab", "bc", 0, -1],
  ["nowhere in the middle of a word that is begun", "abab", "ab", 2, -1],
]) {
  test(`from ${from} on "${word}" begins ${what}`, () => {
    assert.equal(position(text, word, from), at);
  });
}

test("words of two letters are searched for, of one letter not", () => {
  assert.deepEqual(searchWords("I am, he"), ["am", "he"]);
});
