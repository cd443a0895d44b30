// Saving: nothing is called saved before it is.

import assert from "node:assert/strict";
import test from "node:test";

import { saving, VOTE } from "./saving.mjs";

test("what is on its way is not called saved", (t) => {
  const { saver, statuses } = saving(t);

  saver.save(VOTE);

  assert.deepEqual(statuses, ["saving"]);
});

test("what is on the disk is called saved", (t) => {
  const { saver, model, statuses } = saving(t);

  model.set("saved", [saver.save(VOTE).id]);

  assert.deepEqual(statuses, ["saving", "saved"]);
});

test("while one of two entries is on its way nothing is called saved", (t) => {
  const { saver, model, statuses } = saving(t);
  saver.save(VOTE);

  model.set("saved", [saver.save(VOTE).id]);

  assert.equal(statuses.at(-1), "saving");
});

test("a trouble that there is from the start is told at once", (t) => {
  const { statuses } = saving(t, { trouble: "Your record could not be read." });

  assert.deepEqual(statuses, ["trouble"]);
});

test("a trouble is told in its own words", (t) => {
  const { saver, model } = saving(t);
  const messages = [];
  saver.watch(({ message }) => messages.push(message));

  model.set("trouble", "The disk is full.");

  assert.deepEqual(messages, ["The disk is full."]);
});

test("after eight seconds without an answer the kernel is said not to answer", (t) => {
  const { saver, statuses, pass } = saving(t);
  saver.save(VOTE);

  pass(7999);
  assert.deepEqual(statuses, ["saving"]);
  pass(1);
  assert.deepEqual(statuses, ["saving", "trouble"]);
});

test("the eight seconds begin anew with the next entry", (t) => {
  const { saver, statuses, pass } = saving(t);
  saver.save(VOTE);
  pass(7000);
  saver.save(VOTE);

  pass(7000);

  assert.deepEqual(statuses, ["saving", "saving"]);
});

test("an answer that comes late ends the trouble", (t) => {
  const { saver, model, statuses, pass } = saving(t);
  const { id } = saver.save(VOTE);
  pass(8000);

  model.set("saved", [id]);

  assert.equal(statuses.at(-1), "saved");
});

test("where everything was saved in time nothing is said later", (t) => {
  const { saver, model, statuses, pass } = saving(t);
  model.set("saved", [saver.save(VOTE).id]);

  pass(8000);

  assert.deepEqual(statuses, ["saving", "saved"]);
});

test("who watches no longer is told nothing", (t) => {
  const { saver } = saving(t);
  const statuses = [];
  const stop = saver.watch((status) => statuses.push(status));

  stop();
  saver.save(VOTE);

  assert.deepEqual(statuses, []);
});

test("a saver that was stopped tells nothing, whatever the model or the time brings", (t) => {
  const { saver, model, statuses, pass } = saving(t);
  saver.save(VOTE);

  saver.stop();
  model.set("trouble", "The disk is full.");
  pass(8000);

  assert.deepEqual(statuses, ["saving"]);
});
