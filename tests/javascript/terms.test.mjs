// Terms explained where they stand: a button opens its meaning, a second press or Escape closes it.

import assert from "node:assert/strict";
import test from "node:test";

import { FakeElement, FakeText } from "./fake-document.mjs";
import { explainTerms } from "../../readingroom/parts/reader/terms.js";

const TERMS = { duma: { term: "Duma", meaning: "the <em>lower</em> house" } };
const MEANING = "Duma: the lower house";

// A paragraph with one term in it, and what is read aloud of it.
function paragraph() {
  const root = new FakeElement("p");
  const button = new FakeElement("button", { class: "rr-term" });
  button.dataset.term = "duma";
  root.append("Before ", button, " after");
  explainTerms(root, TERMS);
  const readAloud = root.querySelector("[aria-live=polite]");
  const meanings = () => root.querySelectorAll(".rr-gloss").map((gloss) => gloss.textContent);
  return { root, button, readAloud, meanings };
}

// The same, with the meaning open.
function opened() {
  const shown = paragraph();
  shown.button.dispatch("click");
  return shown;
}

test("at first no meaning is shown", () => {
  assert.deepEqual(paragraph().meanings(), []);
});

test("a press shows the meaning", () => {
  const { button, meanings } = paragraph();

  button.dispatch("click");

  assert.deepEqual(meanings(), [MEANING]);
});

test("the meaning stands right behind its button", () => {
  const { button } = opened();

  assert.equal(button.nextElementSibling.getAttribute("class"), "rr-gloss");
});

test("the meaning is read aloud", () => {
  assert.equal(opened().readAloud.textContent, MEANING);
});

test("the button says that it is open", () => {
  assert.equal(opened().button.getAttribute("aria-expanded"), "true");
});

test("a press on what stands in the button counts as one on it", () => {
  const { button, meanings } = paragraph();
  const word = new FakeElement("em");
  button.append(word);

  word.dispatch("click");

  assert.deepEqual(meanings(), [MEANING]);
});

test("a press elsewhere shows nothing", () => {
  const { root, meanings } = paragraph();

  root.dispatch("click");

  assert.deepEqual(meanings(), []);
});

for (const [what, close] of [
  ["a second press", (button) => button.dispatch("click")],
  ["Escape", (button) => button.dispatch("keydown", { key: "Escape" })],
]) {
  test(`${what} takes the meaning away`, () => {
    const { button, meanings, readAloud } = opened();

    close(button);

    assert.deepEqual(meanings(), []);
    assert.deepEqual([button.getAttribute("aria-expanded"), readAloud.textContent], ["false", ""]);
  });
}

test("Escape on an open term goes no further", () => {
  assert.equal(opened().button.dispatch("keydown", { key: "Escape" }).isStopped, true);
});

test("Escape on a closed term is left to others", () => {
  assert.equal(paragraph().button.dispatch("keydown", { key: "Escape" }).isStopped, false);
});

test("another key leaves the meaning open", () => {
  const { button, meanings } = opened();

  button.dispatch("keydown", { key: "a" });

  assert.deepEqual(meanings(), [MEANING]);
});

test("a term's button is kept from the notebook's shortcuts", () => {
  assert.equal(paragraph().button.dataset.lmSuppressShortcuts, "true");
});

for (const [behind, read] of [
  [". Then", `.[${MEANING}] Then`],
  [" Then", `[${MEANING}] Then`],
  ["\u2019s \u201cplan\u201d", `\u2019s[${MEANING}] \u201cplan\u201d`],
  [".", `.[${MEANING}]`],
]) {
  test(`the meaning goes behind the signs of the term: ${behind}`, () => {
    const root = new FakeElement("p");
    const button = new FakeElement("button", { class: "rr-term" });
    button.dataset.term = "duma";
    root.append(button, new FakeText(behind));
    explainTerms(root, TERMS);
    const text = () =>
      root.childNodes
        .filter((node) => node !== button && node.attributes?.["aria-live"] === undefined)
        .map((node) => (node instanceof FakeText ? node.data : `[${node.textContent}]`))
        .join("");

    button.dispatch("click");
    assert.equal(text(), read);
    button.dispatch("click");
    assert.equal(text(), behind);
  });
}
