// Paragraph numbers that lead to their paragraph, and sources that fold away.

import assert from "node:assert/strict";
import test from "node:test";

import { FakeElement } from "./fake-document.mjs";
import { citationList, whereRead } from "../../readingroom/parts/base/citations.js";

const here = (label) => ({ id: `here-${label}`, section: "here", label, lesson: "Lesson 1" });
const there = (label, lesson = "Lesson 2") => ({ id: `there-${label}`, section: "there", label, lesson });

test("a paragraph of this page is a button", () => {
  const [button] = whereRead([here("¶1")], "here").querySelectorAll("button");

  assert.deepEqual([button.textContent, button.getAttribute("aria-label")], ["¶1", "Go to paragraph 1"]);
});

test("a paragraph of another lesson is named with it and leads nowhere", () => {
  const places = whereRead([there("¶7")], "here");

  assert.deepEqual([places.textContent, places.querySelectorAll("button")], ["¶7 (Lesson 2)", []]);
});

test("paragraphs of one lesson stand together", () => {
  const places = whereRead([there("¶7"), there("¶9", "Lesson 3"), there("¶8")], "here");

  assert.equal(places.textContent, "¶7, ¶8 (Lesson 2), ¶9 (Lesson 3)");
});

test("paragraphs of this page come first", () => {
  assert.equal(whereRead([there("¶7"), here("¶1"), here("¶2")], "here").textContent, "¶1, ¶2, ¶7 (Lesson 2)");
});

test("on a page of no single section each paragraph is named with its lesson", () => {
  assert.equal(whereRead([here("¶1")], null).textContent, "¶1 (Lesson 1)");
});

test("without paragraphs there is nothing", () => {
  assert.equal(whereRead([], "here").textContent, "");
});

test("a button leads to its paragraph and puts the focus on it", () => {
  globalThis.matchMedia = () => ({ matches: false });
  const paragraph = new FakeElement("p", { id: "rr-p-here-¶1" });
  paragraph.scrollIntoView = () => {};
  document.body.replaceChildren(paragraph);
  const places = whereRead([here("¶1")], "here");

  places.querySelector("button").dispatch("click");

  assert.equal(document.activeElement, paragraph);
  assert.equal(places.textContent, "¶1");
});

test("a button whose paragraph is not on the page says what to do", () => {
  document.body.replaceChildren();
  const places = whereRead([here("¶1")], "here");

  places.querySelector("button").dispatch("click");

  assert.equal(places.querySelector("[aria-live=polite]").textContent, " (run the reading cell first)");
});

test("without sources there is no list", () => {
  assert.equal(citationList([]), null);
});

test("one source is counted as one", () => {
  assert.equal(citationList(["A"]).querySelector("summary").textContent, "1 source");
});

test("each source is a line", () => {
  const lines = citationList(["A <em>book</em>", "B"]).querySelectorAll("li");

  assert.deepEqual(
    lines.map((line) => line.textContent),
    ["A book", "B"],
  );
});
