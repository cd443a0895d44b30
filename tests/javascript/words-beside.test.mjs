// The words beside the timeline's marks: on which side, and where they are cut.

import assert from "node:assert/strict";
import test from "node:test";

import { textWidth, withWords } from "../../readingroom/parts/timeline/words-beside.js";

const between = (left, right, event = {}) => ({ left, right, event });
const room = (words) => textWidth(words) + 14;

test("words stand to the right of their mark", () => {
  const { words, side, left, right } = withWords(between(10, 20), "abcd", 100);

  assert.deepEqual([words, side, left, right], ["abcd", "right", 10, 20 + room("abcd")]);
});

test("words stand to the left where the axis ends", () => {
  const { words, side, left } = withWords(between(80, 90), "abcd", 100);

  assert.deepEqual([words, side, left], ["abcd", "left", 80 - room("abcd")]);
});

test("words that fit exactly are not cut", () => {
  assert.equal(withWords(between(54, 60), "one two", 60 + room("one two")).words, "one two");
});

test("words are cut between words, on the wider side", () => {
  const { words, side } = withWords(between(10, 20), "one two three four", 20 + room("one two three"));

  assert.deepEqual([words, side], ["one two \u2026", "right"]);
});

test("where not two words fit there are none", () => {
  const mark = between(10, 20);

  assert.equal(withWords(mark, "one two three four", 40), mark);
});

test("bold letters are wider", () => {
  assert.ok(textWidth("abc", true) > textWidth("abc"));
});

for (const [narrow, wide] of [
  ["ill", "abc"],
  ["abc", "ABC"],
  ["abc", "mwm"],
]) {
  test(`"${narrow}" is narrower than "${wide}"`, () => {
    assert.ok(textWidth(narrow) < textWidth(wide));
  });
}
