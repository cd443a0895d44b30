// What got no answer is sent again.

import assert from "node:assert/strict";
import test from "node:test";

import { fakeModel } from "./fake-model.mjs";
import { saving, VOTE } from "./saving.mjs";
import { sendAgain } from "../../readingroom/parts/base/send-again.js";

// A model whose trait `asked` gets no answer, after so many seconds.
function unanswered(t, ...seconds) {
  t.mock.timers.enable({ apis: ["setTimeout"] });
  const model = fakeModel({ asked: {} }); // as a kernel that never got it gives it back
  const sending = sendAgain(model, "asked", () => ({ n: 1 }));
  sending.untilAnswered();
  seconds.forEach((passed) => t.mock.timers.tick(passed * 1000));
  return { model, sending, pass: (more) => t.mock.timers.tick(more * 1000) };
}

test("before four seconds nothing is sent again", (t) => {
  assert.deepEqual(unanswered(t, 3.9).model.messages, []);
});

test("after four seconds the trait is sent by a message", (t) => {
  assert.deepEqual(unanswered(t, 4).model.messages, [{ again: { asked: { n: 1 } } }]);
});

for (const [seconds, times] of [
  [[4, 7.9], 1],
  [[4, 8, 15.9], 2],
  [[4, 8, 16], 3],
]) {
  test(`after ${seconds.join(" and ")} seconds it was sent ${times} times: each wait is twice as long`, (t) => {
    assert.equal(unanswered(t, ...seconds).model.messages.length, times);
  });
}

test("no wait is longer than 64 seconds", (t) => {
  assert.equal(unanswered(t, 4, 8, 16, 32, 64, 64, 64).model.messages.length, 7);
});

test("what is answered is not sent again", (t) => {
  const { model, sending, pass } = unanswered(t, 3);

  sending.answered();
  pass(100);

  assert.deepEqual(model.messages, []);
});

for (const [when, happens] of [
  ["that nobody confirms", () => {}],
  ["that the kernel's old outbox came back for", (model) => model.set("outbox", [])],
]) {
  test(`an entry ${when} is sent again`, (t) => {
    const { saver, model, pass } = saving(t);
    const entry = saver.save(VOTE);

    happens(model);
    pass(4000);

    assert.deepEqual(model.messages, [{ again: { outbox: [entry] } }]);
  });
}

for (const [trait, value] of [
  ["saved", (entry) => [entry.id]],
  ["trouble", () => "The disk is full."],
]) {
  test(`an entry that is answered by ${trait} is not sent again`, (t) => {
    const { saver, model, pass } = saving(t);

    model.set(trait, value(saver.save(VOTE)));
    pass(100_000);

    assert.deepEqual(model.messages, []);
  });
}

test("a part that is gone sends nothing again", (t) => {
  const { saver, model, pass } = saving(t);
  saver.save(VOTE);

  saver.stop();
  pass(100_000);

  assert.deepEqual(model.messages, []);
});
