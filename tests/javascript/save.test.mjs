// Saving: what is sent, and what the state has of it at once.

import assert from "node:assert/strict";
import test from "node:test";

import { saving, VOTE } from "./saving.mjs";

test("an entry gets an id and a time", (t) => {
  const { id, at } = saving(t).saver.save(VOTE);

  assert.match(id, /^[0-9a-f-]{32,36}$/);
  assert.match(at, /^\d{4}-\d\d-\d\dT[\d:.]+Z$/);
});

test("two entries have two ids", (t) => {
  const { saver } = saving(t);

  assert.notEqual(saver.save(VOTE).id, saver.save(VOTE).id);
});

test("a browser without randomUUID makes an id of sixteen bytes", (t) => {
  const { saver } = saving(t);
  Object.defineProperty(crypto, "randomUUID", { value: undefined, configurable: true });
  t.after(() => delete crypto.randomUUID);

  assert.match(saver.save(VOTE).id, /^[0-9a-f]{32}$/);
});

test("an entry is sent", (t) => {
  const { saver, model } = saving(t);

  const entry = saver.save(VOTE);

  assert.deepEqual(model.get("outbox"), [entry]);
});

test("what is to be sent is sent at once", (t) => {
  const { saver, model } = saving(t);
  const sent = [];
  model.save_changes = () => sent.push(...model.get("outbox"));

  const entry = saver.save(VOTE);

  assert.deepEqual(sent, [entry]);
});

test("an entry that is not saved yet is sent again with the next", (t) => {
  const { saver, model } = saving(t);

  const entries = [saver.save(VOTE), saver.save(VOTE)];

  assert.deepEqual(model.get("outbox"), entries);
});

test("an entry that is saved is not sent again", (t) => {
  const { saver, model } = saving(t);
  model.set("saved", [saver.save(VOTE).id]);

  const later = saver.save(VOTE);

  assert.deepEqual(model.get("outbox"), [later]);
});

test("an entry stands in the state at once, without its kind", (t) => {
  const { saver, model } = saving(t, { state: { votes: { other: 1 }, notes: {} } });

  const { id, at } = saver.save(VOTE, "votes", "c");

  assert.deepEqual(model.get("state"), { votes: { other: 1, c: { id, at, claim: "c", vote: "x" } }, notes: {} });
});

test("a second answer keeps what the first was worth", (t) => {
  const { saver, model } = saving(t, { state: { answers: { q: { fraction: 0.5 } } } });

  saver.save({ what: "answer", item: "q", fraction: 1 }, "answers", "q");
  saver.save({ what: "answer", item: "r", fraction: 0 }, "answers", "r");

  const { q, r } = model.get("state").answers;
  assert.deepEqual([q.fraction, q.first, r.first], [1, 0.5, 0]);
});

test("an answer is saved where the part began without any", (t) => {
  const { saver, model } = saving(t, { state: {} });

  saver.save({ what: "answer", item: "q", fraction: 1 }, "answers", "q");

  assert.equal(model.get("state").answers.q.first, 1);
});

test("an entry without a place leaves the state alone", (t) => {
  const { saver, model } = saving(t);

  saver.save(VOTE);

  assert.deepEqual(model.get("state"), { votes: {} });
});

test("an entry on its way lies in the browser until it is saved", (t) => {
  const { saver, model, unsaved } = saving(t);
  const { id } = saver.save(VOTE);
  assert.deepEqual(unsaved(), [id]);

  model.set("saved", [id]);

  assert.deepEqual(unsaved(), []);
});
