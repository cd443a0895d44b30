// An item that is tried again stays open, whatever the kernel still sends back from before.

import assert from "node:assert/strict";
import test from "node:test";

import "./fake-document.mjs";
import { ITEM } from "./choice-item.mjs";
import { fakeModel } from "./fake-model.mjs";
import { itemCard } from "../../readingroom/parts/quiz/item.js";
import { quizCard } from "../../readingroom/parts/review/quiz-card.js";

const given = (id, response) => ({ id, response, fraction: Number(response === "a"), certainty: 1 });
const OLD = { answers: { "i-1": given("old", "b") } };

/** The item over an answer that was given before, and what its button and its options are like. */
function shown() {
  const model = fakeModel({ state: OLD });
  const saver = { save: () => assert.fail("nothing is answered here") };
  const card = itemCard(ITEM, 1, { quiz: "q", section: "s" }, model, saver);
  card.element.querySelector = () => null; // whichever control has the focus then is not what is asked here
  model.on("change:state", card.refresh);
  card.refresh();
  const button = card.element.querySelectorAll("button")[0];
  const inputs = card.element.querySelectorAll("input");
  return { card, model, button, isLocked: () => inputs.some((input) => input.disabled) };
}

test("an answered item is locked, and opens to be tried again", () => {
  const { button, isLocked } = shown();
  const before = [button.textContent, isLocked()];
  button.dispatch("click");

  assert.deepEqual([before, button.textContent, isLocked()], [["Try again", true], "Check answer", false]);
});

test("what comes back from the kernel with the old answer does not lock it again", () => {
  const { card, model, button, isLocked } = shown();
  button.dispatch("click");
  model.set("state", { answers: { "i-1": given("old", "b") } });

  assert.deepEqual([button.textContent, isLocked(), card.answer()], ["Check answer", false, undefined]);
});

test("a newer answer, from another page of the same lesson, locks it", () => {
  const { card, model, button } = shown();
  button.dispatch("click");
  model.set("state", { answers: { "i-1": given("newer", "a") } });

  assert.deepEqual([button.textContent, card.answer().id], ["Try again", "newer"]);
});

test("an answer that an old record holds without its id can be tried again too", () => {
  const { model, button, isLocked } = shown();
  model.set("state", { answers: { "i-1": { response: "b", fraction: 0, certainty: 1 } } });
  button.dispatch("click");

  assert.deepEqual([button.textContent, isLocked()], ["Check answer", false]);
});

test("a card that is due is not taken for answered by what comes back from the kernel with the old answer", (context) => {
  context.mock.method(Element.prototype, "querySelector", () => null); // which button is the main one is not asked
  const model = fakeModel({ state: OLD });
  const queue = { isDone: () => false, finish: () => assert.fail("nobody has answered") };
  const session = { model, saver: {}, queue, showCounts() {}, next() {} };
  const view = quizCard({ item: ITEM, card: "c", quiz: "q" }, 1, document.createElement("button"), session);
  model.set("state", OLD);
  view.refresh();

  assert.equal(view.parts[0].querySelectorAll("button")[0].textContent, "Check answer");
});
