// An answer that was begun is there after a reload of the tab, until it is checked, forgotten or cleared with the record.

import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";

import "./fake-document.mjs";
import { ITEM } from "./choice-item.mjs";
import { fakeModel } from "./fake-model.mjs";
import { dropUnchecked } from "../../readingroom/parts/base/unchecked.js";
import { itemCard } from "../../readingroom/parts/quiz/item.js";
import { entryStorage } from "../../readingroom/site/entry-storage.js";

const NUMBER = {
  id: "i-2",
  kind: "number",
  prompt: "How many?",
  unit: "",
  key: { kind: "number", right: 3 },
  readAgain: [],
};

let store;
beforeEach(() => {
  store = new Map();
  globalThis.sessionStorage = new Proxy(
    {
      getItem: (key) => store.get(key) ?? null,
      setItem: (key, value) => store.set(key, value),
      removeItem: (key) => store.delete(key),
    },
    { ownKeys: () => [...store.keys()], getOwnPropertyDescriptor: () => ({ enumerable: true, configurable: true }) },
  );
});

/** The item as a page shows it that was just loaded. */
function loaded(item, { section = "s", state = {}, record = "r" } = {}) {
  const model = fakeModel({ state, record_id: record });
  const saver = {
    save: (entry) => model.set("state", { answers: { [item.id]: { ...entry, id: "new" } } }),
  };
  const card = itemCard(item, 1, { quiz: "q", section, isOpenBook: true }, model, saver);
  card.element.querySelector = () => null;
  card.refresh();
  return { card, inputs: card.element.querySelectorAll("input"), button: card.element.querySelectorAll("button")[0] };
}

function type(input, text) {
  input.value = text;
  input.dispatch("input");
  input.dispatch("change");
}

test("what was typed and not checked stands there after a reload", () => {
  type(loaded(NUMBER).inputs[0], "2,5");

  assert.equal(loaded(NUMBER).inputs[0].value, "2,5");
});

test("what was checked is not begun any more", () => {
  const { inputs, button } = loaded(NUMBER);
  type(inputs[0], "2");
  button.dispatch("click");

  assert.deepEqual([...store.keys()], []);
});

test("an answer of the record stands before what was begun", () => {
  type(loaded(NUMBER).inputs[0], "2");
  const answers = { "i-2": { id: "x", response: "3", fraction: 1 } };

  assert.equal(loaded(NUMBER, { state: { answers } }).inputs[0].value, "3");
});

test("a card that is due does not show what was begun in the lesson", () => {
  type(loaded(NUMBER).inputs[0], "2");

  assert.equal(loaded(NUMBER, { section: "" }).inputs[0].value, "");
});

test("another reader of this browser does not see what the first began", () => {
  type(loaded(NUMBER).inputs[0], "2");

  assert.equal(loaded(NUMBER, { record: "another" }).inputs[0].value, "");
});

for (const strange of ['"gone"', "{", "[1]", "7"]) {
  test(`what an earlier edition left is passed over: ${strange}`, () => {
    store.set("readingroom-unchecked/r/q/s/i-1", strange);

    assert.deepEqual(
      loaded(ITEM).inputs.map((input) => Boolean(input.checked)),
      [false, false],
    );
  });
}

test("what is forgotten for a new try is not begun any more", () => {
  const { card, inputs } = loaded(NUMBER);
  type(inputs[0], "2");
  card.forget();

  assert.equal(loaded(NUMBER).inputs[0].value, "");
});

test("whoever clears the record takes it away, and nothing else of the tab", () => {
  store.set("somebody-else", "1");
  type(loaded(NUMBER).inputs[0], "2");
  entryStorage("c", null).clear();

  assert.deepEqual([...store.keys()], ["somebody-else"]);
});

test("where the browser keeps nothing, an item works as before", () => {
  delete globalThis.sessionStorage;
  const { inputs } = loaded(NUMBER);
  type(inputs[0], "2");
  dropUnchecked();

  assert.equal(inputs[0].value, "2");
});
