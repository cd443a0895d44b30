// The search of the site: which places are found, in which order, and what is shown of them.

import assert from "node:assert/strict";
import test from "node:test";

import "./fake-document.mjs";

const settled = () => new Promise(setImmediate);
const entry = (title, text, more = {}) => ({ title, text, kind: "note", place: "a.html", ...more });
let copies = 0;

// The search, open, in a page of its own; `answer` is what comes in place of search.json.
async function opened(answer) {
  document.body.replaceChildren();
  const fetched = [];
  globalThis.fetch = async (address) => {
    fetched.push(address);
    return { json: async () => answer() };
  };
  copies += 1;
  const { openSearch } = await import(`../../readingroom/site/search.js?copy=${copies}`);
  openSearch("The article");
  await settled();
  const [dialog] = document.body.children;
  return {
    dialog,
    fetched,
    open: () => openSearch("The article"),
    input: dialog.querySelector("input"),
    status: () => dialog.querySelector("[role=status]").textContent,
    links: () => dialog.querySelectorAll("a"),
    async type(words) {
      this.input.value = words;
      this.input.dispatch("input");
      await settled();
      return this;
    },
  };
}

const searched = async (entries, words) => (await opened(() => entries)).type(words);
const titles = async (entries, words) =>
  (await searched(entries, words)).links().map((link) => link.querySelector(".hit-title").textContent);
const excerpt = async (text, words) =>
  (await searched([entry("T", text)], words)).links()[0].querySelector(".hit-text");
const marked = (element) => element.querySelectorAll("mark").map((mark) => mark.textContent);

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

for (const [words, entries, status] of [
  ["", [], "Type two letters or more."],
  ["d", [], "Type two letters or more."],
  ["duma", [], "0 places found."],
  ["duma", [entry("T", "Duma")], "1 place found."],
  ["duma", Array(40).fill(entry("T", "Duma")), "40 places found."],
  ["duma", Array(41).fill(entry("T", "Duma")), "The first 40 of 41 places."],
]) {
  test(`"${words}" over ${entries.length} places says: ${status}`, async () => {
    assert.equal((await searched(entries, words)).status(), status);
  });
}

test("of more than forty places forty are shown", async () => {
  assert.equal((await searched(Array(41).fill(entry("T", "Duma")), "duma")).links().length, 40);
});

test("a place leads to its address", async () => {
  const [link] = (await searched([entry("T", "Duma", { place: "lesson.html#x" })], "duma")).links();

  assert.equal(link.getAttribute("href"), "lesson.html#x");
});

for (const [kind, name] of [
  ["note", "note"],
  ["reading", "The article, in our words"],
]) {
  test(`a place of the kind ${kind} is called "${name}"`, async () => {
    const [link] = (await searched([entry("T", "Duma", { kind })], "duma")).links();

    assert.equal(link.querySelector(".hit-kind").textContent, name);
  });
}

test("what was found is marked as it is written, as often as it stands there", async () => {
  assert.deepEqual(marked(await excerpt("Schröder met Schröders", "schroder")), ["Schröder", "Schröder"]);
});

test("each of several words is marked, in the order of the text", async () => {
  assert.deepEqual(marked(await excerpt("The Duma votes", "votes duma")), ["Duma", "votes"]);
});

test("a word is marked in the title", async () => {
  const [link] = (await searched([entry("The Duma", "")], "duma")).links();

  assert.deepEqual(marked(link.querySelector(".hit-title")), ["Duma"]);
});

test("a short text is shown whole", async () => {
  assert.equal((await excerpt("The Duma votes", "duma")).textContent, "The Duma votes");
});

test("of a long text the words around what was found are shown", async () => {
  const long = `${"before ".repeat(30)}Duma${" after".repeat(60)}`;

  const { textContent } = await excerpt(long, "duma");

  assert.match(textContent, /^\u2026 (before ){10}Duma( after)+ \u2026$/);
});

test("of a long text in which nothing was found the beginning is shown", async () => {
  const [link] = (await searched([entry("Duma", "word ".repeat(60))], "duma")).links();

  assert.match(link.querySelector(".hit-text").textContent, /^word( word)+ \u2026$/);
});

test("the index comes once", async () => {
  const search = await opened(() => []);

  await search.type("duma");

  assert.deepEqual(search.fetched, ["search.json"]);
});

test("an index that does not come is said, and asked for again", async () => {
  const answers = [() => assert.fail("no connection"), () => [entry("T", "Duma")]];
  const search = await opened(() => answers.shift()());
  assert.match(search.status(), /^The index of the search did not come\./);

  await search.type("duma");

  assert.equal(search.status(), "1 place found.");
});

const key = (search, name) => document.activeElement.dispatch("keydown", { key: name });

test("the arrow keys walk from the field through the places and back", async () => {
  const search = await searched([entry("A", "Duma"), entry("B", "Duma")], "duma");
  const [first, second] = search.links();
  const stops = ["ArrowDown", "ArrowDown", "ArrowDown", "ArrowUp", "ArrowUp", "ArrowUp"].map((name) => {
    key(search, name);
    return document.activeElement;
  });

  assert.deepEqual(stops, [first, second, second, first, search.input, search.input]);
});

test("an arrow key that moves does not move the page as well", async () => {
  const search = await searched([entry("A", "Duma")], "duma");

  assert.equal(key(search, "ArrowDown").isPrevented, true);
});

test("other keys are left alone", async () => {
  const search = await searched([entry("A", "Duma")], "duma");

  assert.equal(key(search, "a").isPrevented, false);
});

test("a place that is chosen closes the search", async () => {
  const search = await searched([entry("A", "Duma")], "duma");

  search.links()[0].dispatch("click");

  assert.equal(search.dialog.open, false);
});

test("a search that is opened again is the same one, with the focus in its field", async () => {
  const search = await opened(() => []);
  search.dialog.close();
  document.activeElement = null;

  search.open();

  assert.equal(document.body.children.length, 1);
  assert.deepEqual([search.dialog.open, document.activeElement], [true, search.input]);
});
