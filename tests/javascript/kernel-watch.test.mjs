// What is asked of a kernel that is silent.

import assert from "node:assert/strict";
import test from "node:test";

import { fakeModel } from "./fake-model.mjs";
import { kernelWatch } from "../../readingroom/parts/base/kernel-watch.js";

// A watch that asked for 1, what it said, and the seconds that may pass.
function asking(t, { options, answer = () => {} } = {}) {
  t.mock.timers.enable({ apis: ["setTimeout"] });
  const model = fakeModel({ wanted: 0 });
  const said = [];
  const watch = kernelWatch((says) => said.push(says), model, "wanted", options);
  model.on("change:wanted", () => answer(watch, said));
  watch.ask("Asking …", 1);
  return { model, said, watch, pass: (seconds) => t.mock.timers.tick(seconds * 1000) };
}

test("what is asked is set, and said", (t) => {
  const { model, said } = asking(t);

  assert.deepEqual([model.get("wanted"), said], [1, ["Asking …"]]);
});

test("after eight seconds without an answer it says what to do", (t) => {
  const { said, pass } = asking(t);

  pass(7.9);
  assert.equal(said.length, 1);
  pass(0.1);
  assert.match(said[1], /kernel does not answer.*try again/);
});

test("what gets no answer is sent again", (t) => {
  const { model, pass } = asking(t);

  pass(4);

  assert.deepEqual(model.messages, [{ again: { wanted: 1 } }]);
});

test("a large file is not sent again, and is waited for as long as its reading may take", (t) => {
  const { model, said, pass } = asking(t, { options: { patience: 30_000, isSentAgain: false } });

  pass(29.9);

  assert.deepEqual([model.messages, said.length], [[], 1]);
});

test("an answer ends the waiting", (t) => {
  const { model, said, watch, pass } = asking(t);

  watch.end();
  pass(100);

  assert.deepEqual([model.messages, said], [[], ["Asking …"]]);
});

test("an answer that comes before asking is over ends the waiting too", (t) => {
  const { said, pass } = asking(t, { answer: (watch) => watch.end() });

  pass(100);

  assert.deepEqual(said, ["Asking …"]);
});
