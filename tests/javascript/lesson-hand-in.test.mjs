// Handing in a lesson: what is sent is shown first, notes only when ticked; the file, its receipt and its name.

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import test, { mock } from "node:test";

import "./fake-document.mjs";
import { fakeModel } from "./fake-model.mjs";
import part from "../../readingroom/parts/hand_in/hand-in.js";
import { lessonFile, lessonLines } from "../../readingroom/parts/hand_in/lesson-file.js";
import { sha256 } from "../../readingroom/parts/hand_in/sha256.js";
import { sentInWords } from "../../readingroom/parts/hand_in/summary.js";

mock.timers.enable({ apis: ["setTimeout"] }); // a part that is not answered would keep the run open

const content = {
  lesson: "one",
  title: "One",
  paragraphs: [
    { id: "one-1", label: "¶1" },
    { id: "one-2", label: "¶2" },
  ],
  claims: ["c", "d"],
  items: ["i", "constructor"],
  writes: false,
};
const state = {
  marks: { "one-1": { mark: "puzzling" }, "one-2": { mark: "" }, "two-1": { mark: "clear" } },
  votes: { c: { vote: "accurate" }, elsewhere: { vote: "wrong" } },
  weighings: { c: { materiality: "matters not" } },
  answers: { i: { response: "a", certainty: 3, fraction: 0.5, first: 0, tries: 2 } },
  notes: { "one-1": { text: "Why?" } },
  settings: {},
};
const about = { lesson: "one", student: "Zoë Ó Brian", made: "2026-12-01T10:00:00Z" };

test("only this lesson is sent, and notes only when they are wanted", () => {
  const lines = lessonLines(content, state, false);

  assert.deepEqual(lines, [
    { paragraph: "one-1", mark: "puzzling" },
    { claim: "c", vote: "accurate" },
    { weighed: "c", materiality: "matters not" },
    { item: "i", response: "a", sure: 3, fraction: 0.5, first: 0, tries: 2 },
  ]);
  assert.deepEqual(lessonLines(content, state, true).slice(4), [{ note: "one-1", text: "Why?" }]);
});

test("the file ends with the checksum of all above it, and its name is one that every disk takes", () => {
  const { text, name, receipt } = lessonFile(about, lessonLines(content, state, false));
  const end = text.lastIndexOf("{");

  assert.equal(JSON.parse(text.slice(end)).sum, createHash("sha256").update(text.slice(0, end)).digest("hex"));
  assert.match(receipt, /^[A-Z2-7]{4}(-[A-Z2-7]{4}){3}$/);
  assert.equal(name, `lesson-one--Zo-Brian--${receipt}.jsonl`);
});

test("a checksum is what the standard says, over the ends of blocks too", () => {
  for (const length of [0, 55, 56, 63, 64, 65, 119, 120, 500]) {
    const text = "é".repeat(length);
    assert.equal(Buffer.from(sha256(text)).toString("hex"), createHash("sha256").update(text).digest("hex"));
  }
});

test("what is sent is said in words", () => {
  assert.deepEqual(sentInWords(content, lessonLines(content, state, false)), [
    "Paragraphs that you marked: 1 of 2 (¶1 puzzling).",
    "Votes on claims: 1 of 2, and what hangs on 1 of them, as you judge.",
    "Answers: 1 of 2, 1 of them with how sure you were.",
  ]);
});

function shown(values) {
  const model = fakeModel({ content, state, made: {}, refused: "", trouble: "", saved: [], outbox: [], ...values });
  const el = document.createElement("div");
  part.render({ model, el });
  return { model, el };
}

test("without a name nothing is made, and the name is asked for", () => {
  const { el } = shown({});
  el.querySelector(".rr-main").dispatch("click");

  assert.match(el.textContent, /Write your name or number first/);
});

test("on a plain page the file is there at once; the name and the receipt are kept", () => {
  const { el, model } = shown({ state: { ...state, settings: { "hand-in name": { value: "anna" } } } });
  el.querySelector(".rr-main").dispatch("click");

  assert.match(el.querySelector(".rr-receipt").textContent, /^[A-Z2-7]{4}-/);
  assert.equal(model.get("state").settings["hand-in one"].value.receipt, el.querySelector(".rr-receipt").textContent);
});

test("in a notebook the file is shown once the kernel has written it", () => {
  const settings = { "hand-in name": { value: "anna" } };
  const { el, model } = shown({ content: { ...content, writes: true }, state: { ...state, settings } });
  el.querySelector(".rr-main").dispatch("click");
  const { text } = model.get("asked");
  assert.equal(el.querySelector(".rr-receipt"), null);

  const file = lessonFile(
    { ...about, student: "anna", made: JSON.parse(text.split("\n")[0]).made },
    lessonLines(content, state, false),
  );
  model.set("made", { receipt: file.receipt, path: "hand-ins/x.jsonl" });

  assert.equal(el.querySelector(".rr-receipt").textContent, file.receipt);
});
