// Counted nouns, and calls that wait until nothing more is asked for.

import assert from "node:assert/strict";
import test from "node:test";

import { debounce, plural } from "../../readingroom/parts/base/dom.js";

for (const [n, one, many, words] of [
  [1, "claim", undefined, "1 claim"],
  [2, "claim", undefined, "2 claims"],
  [0, "claim", undefined, "0 claims"],
  [1, "entry", "entries", "1 entry"],
  [3, "entry", "entries", "3 entries"],
]) {
  test(`${n} of "${one}" are "${words}"`, () => {
    assert.equal(plural(n, one, many), words);
  });
}

// A debounced call after 100 milliseconds, and what it was called with.
function waiting(t) {
  t.mock.timers.enable({ apis: ["setTimeout"] });
  const calls = [];
  const ask = debounce(100, (...values) => calls.push(values));
  return { ask, calls, pass: (milliseconds) => t.mock.timers.tick(milliseconds) };
}

test("nothing is called before the time has passed", (t) => {
  const { ask, calls, pass } = waiting(t);
  ask("a");

  pass(99);

  assert.deepEqual(calls, []);
});

test("after the time it is called with what was given", (t) => {
  const { ask, calls, pass } = waiting(t);
  ask("a", 1);

  pass(100);

  assert.deepEqual(calls, [["a", 1]]);
});

test("what is asked again meanwhile begins the time anew and has the last values", (t) => {
  const { ask, calls, pass } = waiting(t);
  ask("a");
  pass(60);
  ask("b");

  pass(60);
  assert.deepEqual(calls, []);
  pass(40);
  assert.deepEqual(calls, [["b"]]);
});

test("what is asked after a call is called too", (t) => {
  const { ask, calls, pass } = waiting(t);
  ask("a");
  pass(100);
  ask("b");

  pass(100);

  assert.deepEqual(calls, [["a"], ["b"]]);
});

test("a flush calls at once", (t) => {
  const { ask, calls } = waiting(t);
  ask("a");

  ask.flush();

  assert.deepEqual(calls, [["a"]]);
});

test("what was flushed is not called again", (t) => {
  const { ask, calls, pass } = waiting(t);
  ask("a");
  ask.flush();

  pass(100);

  assert.deepEqual(calls, [["a"]]);
});

test("a flush with nothing asked calls nothing", (t) => {
  const { ask, calls } = waiting(t);

  ask.flush();

  assert.deepEqual(calls, []);
});
