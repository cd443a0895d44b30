// The search of the site: what it says of what was found, and how it is walked through by keys.

import assert from "node:assert/strict";
import test from "node:test";

import "./fake-document.mjs";

const settled = () => new Promise(setImmediate);
const key = (search, name) => document.activeElement.dispatch("keydown", { key: name });
const entry = (title, text, more = {}) => ({ title, text, kind: "note", place: "a.html", ...more });
let copies = 0;

// The search, open, in a page of its own; `answer` is what comes in place of search.json.
async function opened(answer) {
  document.body.replaceChildren();
  const fetched = [];
  globalThis.fetch = async (address) => {
    fetched.push(address);
    return { ok: true, text: async () => JSON.stringify(await answer()) };
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

for (const [kind, name] of [
  ["note", "note"],
  ["reading", "The article, in our words"],
]) {
  test(`a place of the kind ${kind} is called "${name}"`, async () => {
    const [link] = (await searched([entry("T", "Duma", { kind })], "duma")).links();

    assert.equal(link.querySelector(".hit-kind").textContent, name);
  });
}

test("the index comes once", async () => {
  const search = await opened(() => []);

  await search.type("duma");

  assert.deepEqual(search.fetched, ["search.json"]);
});

test("a place keeps the focus when it was found by words typed while the index was on its way", async () => {
  const arrivals = [];
  const search = await opened(() => new Promise((arrive) => arrivals.push(() => arrive([entry("T", "Duma")]))));
  await search.type("duma");
  arrivals.shift()();
  await settled();
  key(search, "ArrowDown");

  arrivals.forEach((arrive) => arrive());
  await settled();

  assert.equal(document.activeElement, search.links()[0]);
});

test("an index that does not come is said, and asked for again", async () => {
  const answers = [() => assert.fail("no connection"), () => [entry("T", "Duma")]];
  const search = await opened(() => answers.shift()());
  assert.match(search.status(), /^The index of the search did not come\./);

  await search.type("duma");

  assert.equal(search.status(), "1 place found.");
});

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
