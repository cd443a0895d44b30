// The ways through a lesson: which one is taken, and where a reader stopped.

import assert from "node:assert/strict";
import test from "node:test";

import { lastTouched } from "../../readingroom/parts/ways/go-on.js";
import { anchorOf, isDone } from "../../readingroom/parts/ways/step-line.js";
import { choiceEntry, chosenWay } from "../../readingroom/parts/ways/way-choice.js";

const WAYS = ["short", "standard", "deep"].map((id) => ({ id, label: id, about: "", minutes: 1 }));
const CONTENT = { ways: WAYS, usual: 1, steps: [], folds: [] };
const LESSONS = [
  { title: "1. One", steps: [{ title: "Read", address: "1#read", acts: [["marks", "one-1"]] }] },
  { title: "2. Two", steps: [{ title: "Quiz", address: "2#quiz", acts: [["answers", "two-a"]] }] },
];

test("who has chosen no way is given the usual one", () => {
  assert.equal(chosenWay(CONTENT, {}), 1);
});

test("the way of the record is taken", () => {
  assert.equal(chosenWay(CONTENT, { settings: { way: { value: "deep" } } }), 2);
});

test("a way that the course no longer has is the usual one", () => {
  assert.equal(chosenWay(CONTENT, { settings: { way: { value: "long" } } }), 1);
});

test("a choice is kept as a setting, under the name of the way", () => {
  assert.deepEqual(choiceEntry(WAYS[0]), { what: "setting", name: "way", value: "short" });
});

test("where nothing was touched there is nowhere to go on", () => {
  assert.equal(lastTouched(LESSONS, { marks: {} }), null);
});

test("one goes on at the step that was touched last, whatever the order of the lessons", () => {
  const state = { marks: { "one-1": { at: "2026-01-02" } }, answers: { "two-a": { at: "2026-01-01" } } };

  assert.equal(lastTouched(LESSONS, state)?.step.address, "1#read");
});

test("a mark that was taken back is not done", () => {
  assert.equal(isDone({ mark: "" }), false);
  assert.equal(isDone({ mark: "clear" }), true);
  assert.equal(isDone(undefined), false);
});

test("a step's anchor is that of its heading on a plain page", () => {
  assert.equal(anchorOf("1. Read \u2013 with Zo\u00eb's notes?"), "1-read-with-zo\u00eb-s-notes");
});
