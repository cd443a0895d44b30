// Documents: how many questions are answered, and what a card says of its document.

import assert from "node:assert/strict";
import test from "node:test";

import { FakeElement } from "./fake-document.mjs";
import { answeredText } from "../../readingroom/parts/documents/answered-text.js";
import { documentCard } from "../../readingroom/parts/documents/document-card.js";

const SOURCE = {
  id: "treaty",
  title: "A <em>treaty</em>",
  kind: "Treaty",
  date: "24 May 2002",
  about: "<p>Short.</p>",
  facts: [{ label: "Made by", html: "Two states" }],
  lookFor: "Article I",
  address: "https://example.org/treaty",
  host: "example.org",
  places: [{ id: "p-1", section: "here", label: "§1", lesson: "lesson 1" }],
  claims: [{ html: "It is long.", lesson: "" }],
  sources: [],
};

const card = (changes = {}) =>
  documentCard({ ...SOURCE, ...changes }, "here", new FakeElement("div", { class: "own" }));
const bearing = (claims) => card({ claims }).querySelector(".rr-document-bearing").textContent;

test("before any answer the line says how many questions there are", () => {
  assert.equal(answeredText([undefined, undefined]), "2 questions, none answered yet.");
});

test("one question is one", () => {
  assert.equal(answeredText([undefined]), "1 question, none answered yet.");
});

test("answers are counted, and those that are right", () => {
  assert.equal(answeredText([{ fraction: 1 }, undefined, { fraction: 0 }]), "2 of 3 questions answered, 1 right.");
});

test("the link leads out of the course in a new tab, and says so", () => {
  const [link] = card().querySelectorAll("a");

  assert.deepEqual(
    ["href", "target", "rel"].map((name) => link.getAttribute(name)),
    ["https://example.org/treaty", "_blank", "noopener noreferrer"],
  );
  assert.match(card().textContent, /Another site, in a new tab: example\.org/);
});

test("the link is named with the document's title", () => {
  const made = card();
  const [link] = made.querySelectorAll("a");
  const [title] = made.querySelectorAll("h4");

  assert.equal(link.getAttribute("aria-labelledby"), `${link.id} ${title.id}`);
});

test("the place to look for stands before the question", () => {
  const way = card().querySelector(".rr-document-way");

  assert.match(way.children[0].textContent, /Look for: Article I$/);
  assert.equal(way.children[1].getAttribute("class"), "own");
});

test("claims are listed, those of another lesson with its name", () => {
  assert.match(bearing([{ html: "It is long.", lesson: "lesson 3" }]), /and on this claim:It is long\. \(lesson 3\)$/);
});

test("a document without claims bears on paragraphs alone", () => {
  assert.equal(bearing([]), "Bears on §1");
});
