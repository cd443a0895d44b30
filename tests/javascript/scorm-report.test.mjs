// What a lesson reports: completion, score, times, and answers in the forms of both versions.

import assert from "node:assert/strict";
import test from "node:test";

import { interactionOf } from "../../readingroom/site/scorm-interactions.js";
import { leftOutText } from "../../readingroom/site/scorm-panel.js";
import { openRequirements, scoreOf, timespan } from "../../readingroom/site/scorm-report.js";

const progress = (more) => ({ answers: {}, drafts: {}, marks: {}, votes: {}, guesses: {}, ...more });
const ALL = { what: "answer", ids: ["a", "b"], all: true, says: "answer both" };
const ONE = { what: "vote", ids: ["x", "y"], all: false, says: "vote once" };
const answered = (item, fraction, more = {}) => ({ id: "i", at: "", what: "answer", item, fraction, ...more });

test("all that is asked of all, and one of the rest, makes a lesson complete", () => {
  assert.deepEqual(
    openRequirements([ALL, ONE], progress({ answers: { a: {}, b: {} }, votes: { y: { vote: "true" } } })),
    [],
  );
});

test("what is still to do is told, with how far it is", () => {
  const open = openRequirements([ALL, ONE], progress({ answers: { a: {} }, votes: { z: { vote: "true" } } }));

  assert.deepEqual(open, ["answer both (1 of 2 done)", "vote once"]);
});

test("a mark that was taken back does not count", () => {
  const marked = { what: "mark", ids: ["p"], all: false, says: "mark" };

  assert.deepEqual(openRequirements([marked], progress({ marks: { p: { mark: "" } } })), ["mark"]);
});

test("the first answer to each item counts, right in part too; the open ones count nothing", () => {
  const entries = [answered("a", 0.5), answered("a", 1), answered("b", 1), answered("other", 1)];

  assert.equal(scoreOf(["a", "b", "c"], entries), 50);
});

test("a new start of the quiz does not take the first answer away", () => {
  const entries = [answered("a", 0), { what: "reset", items: ["a"] }, answered("a", 1)];

  assert.equal(scoreOf(["a"], entries), 0);
});

test("without an answer that counts there is no score", () => {
  assert.equal(scoreOf(["a"], [answered("other", 1)]), null);
});

for (const [milliseconds, old, later] of [
  [0, "0000:00:00.00", "PT0H0M0S"],
  [3_723_450, "0001:02:03.45", "PT1H2M3.45S"],
  [-5, "0000:00:00.00", "PT0H0M0S"],
  [400_000_000_000, "9999:06:40.00", "PT111111H6M40S"],
]) {
  test(`a span of ${milliseconds} milliseconds is written as each version has it`, () => {
    assert.deepEqual([timespan(milliseconds, "1.2"), timespan(milliseconds, "2004")], [old, later]);
  });
}

const item = (key, lines = [], places = []) => ({ prompt: "Which?", key, lines, places });
const told = (response, about, version, more = {}) => {
  const entry = { id: "i", at: "2026-11-28T12:00:00.123Z", what: "answer", item: "q", fraction: 1, response, ...more };
  const fields = Object.fromEntries(interactionOf(entry, about, version));
  return [fields.type, fields.student_response ?? fields.learner_response];
};

for (const [what, response, about, old, later] of [
  ["one line", "yes", item("one", ["no", "yes"]), ["choice", "b"], ["choice", "yes"]],
  ["several lines", ["c", "a"], item("several", ["a", "b", "c"]), ["choice", "c,a"], ["choice", "c[,]a"]],
  ["an order", ["y", "x"], item("order", ["x", "y"]), ["sequencing", "b,a"], ["sequencing", "y[,]x"]],
  [
    "cards in places",
    { x: "1", y: "" },
    item("place", ["x", "y"], ["2", "1"]),
    ["matching", "a.b"],
    ["matching", "x[.]1"],
  ],
  ["a number with a comma", "about 3,7 %", item("number"), ["numeric", "3.7"], ["numeric", "3.7"]],
  ["a number that is none", "many", item("number"), ["fill-in", "many"], ["fill-in", "many"]],
  ["a line that is not there any more", "gone", item("one", ["no"]), ["fill-in", "gone"], ["fill-in", "gone"]],
  ["words", "Михаил\n[,] {x}", item("short"), ["fill-in", "Михаил , {x}"], ["fill-in", "Михаил , {x}"]],
]) {
  test(`${what} is told in the form of each version`, () => {
    assert.deepEqual([told(response, about, "1.2"), told(response, about, "2004")], [old, later]);
  });
}

test("a long text is cut to the length that each version allows, and no letter in two", () => {
  const text = "\u{1F600}".repeat(3000);
  const lengths = ["1.2", "2004"].map((version) => told({ x: 1 }, item("rubric"), version, { text })[1]);

  assert.ok(lengths[0].length <= 255 && lengths[1].length <= 4000);
  assert.ok(lengths.every((shown) => !/\p{Surrogate}/u.test(shown)));
});

for (const [fraction, key, old, later] of [
  [1, "one", "correct", "correct"],
  [0, "one", "wrong", "incorrect"],
  [2 / 3, "place", "0.67", "0.67"],
  [1, "rubric", "neutral", "neutral"],
]) {
  test(`a fraction of ${fraction} with the key "${key}" is ${old}`, () => {
    const entry = { id: "i", at: "2026-11-28T12:00:00Z", what: "answer", item: "q", fraction, response: "a" };
    const results = ["1.2", "2004"].map(
      (version) => Object.fromEntries(interactionOf(entry, item(key, ["a"]), version)).result,
    );

    assert.deepEqual(results, [old, later]);
  });
}

test("what is left out is counted by kind, with where it is", () => {
  const says = leftOutText([{ what: "note" }, { what: "note" }, { what: "guess" }], true);

  assert.match(says, /2 notes, 1 guess\. They are kept in this browser alone\./);
});
