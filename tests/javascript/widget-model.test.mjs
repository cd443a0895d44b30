// The model of a page without a kernel does what anywidget's does.

import assert from "node:assert/strict";
import test from "node:test";

import { FakeStorage, FullStorage } from "./fake-storage.mjs";
import { openRecord } from "../../readingroom/site/record-store.js";
import { modelOf } from "../../readingroom/site/widget-model.js";

const VOTE = { id: "a", at: "2026-01-01", what: "vote", claim: "c", vote: "x" };
const model = (values = {}, storage = new FakeStorage()) => modelOf(values, openRecord("course", storage));

// How often a model tells of `event` while `act` is done with it.
function told(event, act) {
  const changed = model({ size: 1 });
  let times = 0;
  const listener = () => (times += 1);
  changed.on(event, listener);
  act(changed, listener);
  return times;
}

test("a model has the values it began with", () => {
  assert.equal(model({ size: 1 }).get("size"), 1);
});

test("at first nothing is on its way, saved or in trouble", () => {
  const first = model();

  assert.deepEqual([first.get("outbox"), first.get("saved"), first.get("trouble")], [[], [], ""]);
});

test("a value that is set is told once", () => {
  assert.equal(
    told("change:size", (changed) => changed.set("size", 2)),
    1,
  );
});

test("a value that is set to itself is not told", () => {
  assert.equal(
    told("change:size", (changed) => changed.set("size", 1)),
    0,
  );
});

test("another value is not told to who listens to this one", () => {
  assert.equal(
    told("change:size", (changed) => changed.set("other", 2)),
    0,
  );
});

test("who listens no longer is told nothing", () => {
  assert.equal(
    told("change:size", (changed, listener) => {
      changed.off("change:size", listener);
      changed.set("size", 2);
    }),
    0,
  );
});

test("who stops listening while it is told does not keep the next from being told", () => {
  const changed = model();
  const calls = [];
  const once = () => {
    calls.push("once");
    changed.off("change:size", once);
  };
  changed.on("change:size", once);
  changed.on("change:size", () => calls.push("always"));

  changed.set("size", 2);

  assert.deepEqual(calls, ["once", "always"]);
});

test("the state is the record's, for every part of the page", () => {
  const record = openRecord("course", new FakeStorage());
  const [one, other] = [modelOf({}, record), modelOf({}, record)];

  one.set("state", { votes: {} });

  assert.deepEqual(other.get("state"), { votes: {} });
});

test("a new state is told to every part of the page", () => {
  const record = openRecord("course", new FakeStorage());
  let times = 0;
  modelOf({}, record).on("change:state", () => (times += 1));

  modelOf({}, record).set("state", {});

  assert.equal(times, 1);
});

test("what is sent is kept, and its ids are saved", () => {
  const record = openRecord("course", new FakeStorage());
  const sending = modelOf({}, record);
  sending.set("outbox", [VOTE]);

  sending.save_changes();

  assert.deepEqual([record.entries(), sending.get("saved"), sending.get("outbox")], [[VOTE], ["a"], []]);
});

test("with nothing to send nothing is told", () => {
  assert.equal(
    told("change:saved", (sending) => sending.save_changes()),
    0,
  );
});

test("what the browser refuses is a trouble, and nothing is saved", () => {
  const sending = model({}, new FullStorage());
  sending.set("outbox", [VOTE]);

  sending.save_changes();

  assert.match(sending.get("trouble"), /This browser keeps nothing/);
  assert.deepEqual(sending.get("saved"), []);
});

test("what is kept later ends the trouble", () => {
  const sending = model({ trouble: "A sentence." });
  sending.set("outbox", [VOTE]);

  sending.save_changes();

  assert.equal(sending.get("trouble"), "");
});

test("what is sent to a kernel goes nowhere and harms nothing", () => {
  assert.doesNotThrow(() => model().send());
});
