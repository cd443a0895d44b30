// The record on a page without a kernel: what it keeps, overwrites and adds up, and whom it tells.

import assert from "node:assert/strict";
import test from "node:test";

import { FakeStorage, FullStorage, SmallStorage } from "./fake-storage.mjs";
import { openRecord } from "../../readingroom/site/record-store.js";

const vote = (id, more = {}) => ({ id, at: "2026-01-01", what: "vote", claim: "c", vote: "x", ...more });
const note = (id, more = {}) => ({ id, at: "2026-01-01", what: "note", paragraph: "p", text: "t", ...more });
const line = (entry) => `${JSON.stringify(entry)}\n`;
const stored = (...entries) =>
  new FakeStorage(Object.fromEntries(entries.map((entry) => [`course/entry/${entry.id}`, JSON.stringify(entry)])));
const ids = (entries) => entries.map(({ id }) => id);

test("entries of an earlier visit are there, the oldest first", () => {
  const record = openRecord("course", stored(vote("b", { at: "2026-01-02" }), vote("a")));

  assert.deepEqual(ids(record.entries()), ["a", "b"]);
});

test("the state is what the entries of an earlier visit add up to", () => {
  const record = openRecord("course", stored(vote("a", { vote: "x" }), vote("b", { at: "2026-01-02", vote: "y" })));

  assert.equal(record.state.votes.c.vote, "y");
});

test("an entry that is kept is in the storage", () => {
  const storage = new FakeStorage();

  openRecord("course", storage).keep([vote("a")]);

  assert.deepEqual(ids(openRecord("course", storage).entries()), ["a"]);
});

test("the ids of what was kept are returned, known ones too", () => {
  const record = openRecord("course", stored(vote("a")));

  assert.deepEqual(record.keep([vote("a"), vote("b")]), ["a", "b"]);
});

test("an entry that is kept twice is there once", () => {
  const record = openRecord("course", new FakeStorage());
  record.keep([vote("a")]);

  record.keep([vote("a")]);

  assert.deepEqual(ids(record.entries()), ["a"]);
});

for (const [what, subject] of [
  ["note", { what: "note", paragraph: "p" }],
  ["draft", { what: "draft", item: "q" }],
  ["setting", { what: "setting", name: "n" }],
]) {
  test(`a ${what} takes the place of the one before it, in the storage too`, () => {
    const storage = new FakeStorage();
    const record = openRecord("course", storage);
    record.keep([{ id: "a", at: "2026-01-01", ...subject }]);

    record.keep([{ id: "b", at: "2026-01-02", ...subject }]);

    assert.deepEqual(ids(record.entries()), ["b"]);
    assert.deepEqual(Object.keys(storage), ["course/entry/b"]);
  });
}

test("a note on another paragraph takes nobody's place", () => {
  const record = openRecord("course", new FakeStorage());

  record.keep([note("a"), note("b", { paragraph: "other" })]);

  assert.deepEqual(ids(record.entries()), ["a", "b"]);
});

test("a note of an earlier visit stays", () => {
  const record = openRecord("course", stored(note("a")));

  record.keep([note("b", { at: "2026-01-02" })]);

  assert.deepEqual(ids(record.entries()), ["a", "b"]);
});

test("a note that is sent again is not overwritten by itself", () => {
  const record = openRecord("course", new FakeStorage());
  record.keep([note("a")]);

  record.keep([note("a")]);

  assert.deepEqual(ids(record.entries()), ["a"]);
});

test("every vote stays", () => {
  const record = openRecord("course", new FakeStorage());

  record.keep([vote("a"), vote("b")]);

  assert.deepEqual(ids(record.entries()), ["a", "b"]);
});

test("what the browser refuses is on the page all the same", () => {
  const record = openRecord("course", new FullStorage());

  assert.throws(() => record.keep([vote("a")]), /This browser keeps nothing/);
  assert.deepEqual(ids(record.entries()), ["a"]);
});

// How often the record tells who watches it while `act` is done with it.
function told(act) {
  const record = openRecord("course", new FakeStorage());
  let times = 0;
  const stop = record.watch(() => (times += 1));
  act(record, stop);
  return times;
}

for (const [what, act, times] of [
  ["that something was kept", (record) => record.keep([vote("a")]), 1],
  ["that something was restored", (record) => record.restore(line(vote("a"))), 1],
  ["that the state was set", (record) => (record.state = {}), 1],
]) {
  test(`who watches is told ${what}`, () => {
    assert.equal(told(act), times);
  });
}

test("who stopped watching is told nothing", () => {
  assert.equal(
    told((record, stop) => {
      stop();
      record.keep([vote("a")]);
    }),
    0,
  );
});

// A record, and what has it hear of an entry that another page wrote.
function twoPages() {
  let hear = null;
  globalThis.addEventListener = (type, listener) => (hear = type === "storage" ? listener : hear);
  const record = openRecord("course", new FakeStorage());
  return { record, write: (entry) => hear({ key: `course/entry/${entry.id}`, newValue: JSON.stringify(entry) }) };
}

test("what another page of the course writes is taken up", () => {
  const { record, write } = twoPages();

  write(vote("a", { vote: "x" }));

  assert.deepEqual([ids(record.entries()), record.state.votes.c.vote], [["a"], "x"]);
});

test("who watches is told what another page wrote", () => {
  const { record, write } = twoPages();
  let times = 0;
  record.watch(() => (times += 1));

  write(vote("a"));

  assert.equal(times, 1);
});

test("what another page writes a second time is taken up once", () => {
  const { record, write } = twoPages();
  const answer = { id: "a", at: "2026-01-01", what: "answer", item: "q", response: "r", fraction: 1 };
  write(answer);

  write(answer);

  assert.equal(record.state.answers.q.tries, 1);
});

test("a record that is cleared is gone from the page and from the storage", () => {
  const others = { "other/entry/a": "{}", "readingroom-unsaved/other": "{}" };
  const items = { "course/last": "[]", "readingroom-unsaved/course": "{}", "readingroom-unsaved": "{}", ...others };
  const storage = new FakeStorage({ ...stored(vote("a"), note("b")), "course/entry/odd": "{", ...items });
  const record = openRecord("course", storage);

  record.clear();

  assert.deepEqual([record.entries(), record.state.votes, record.text()], [[], {}, ""]);
  assert.deepEqual(Object.keys(storage), Object.keys(others));
});

for (const [what, storage] of [
  ["full", new SmallStorage(1, { ...stored(vote("a")) })],
  ["full for all that is written", Object.assign(new FullStorage(), stored(vote("a")))],
  ["switched off", null],
]) {
  test(`a record is cleared where the storage is ${what}`, () => {
    const record = openRecord("course", storage);

    record.clear();

    assert.deepEqual([record.entries(), Object.keys(storage ?? {})], [[], []]);
  });
}

test("after a record was cleared there is room again", () => {
  const storage = new SmallStorage(1, { ...stored(vote("a")) });
  const record = openRecord("course", storage);
  assert.throws(() => record.keep([vote("b")]));

  record.clear();
  record.keep([vote("c")]);

  assert.deepEqual(Object.keys(storage), ["course/entry/c"]);
});

test("one who watches and fails keeps no other from being told", (t) => {
  t.mock.method(console, "error", () => {});
  const record = openRecord("course", new FakeStorage());
  let times = 0;
  record.watch(() => {
    throw new Error("this part fails");
  });
  record.watch(() => (times += 1));

  assert.deepEqual([record.keep([vote("a")]), times], [["a"], 1]);
});

test("what could not be stored before a record was cleared does not come back when it is sent again", () => {
  const storage = new SmallStorage(0);
  const record = openRecord("course", storage);
  assert.throws(() => record.keep([vote("a")]));
  record.clear();

  assert.deepEqual(record.keep([vote("a")]), ["a"]);
  assert.deepEqual([record.entries(), record.state.votes], [[], {}]);
});

test("a record that was cleared can be restored at once", () => {
  const record = openRecord("course", stored(vote("a")));
  record.clear();

  assert.deepEqual(record.restore(line(vote("a"))), [1, 0]);
  assert.deepEqual(ids(record.entries()), ["a"]);
});

// What a page hears of other pages: listeners by event, as a window has them.
const listening = (act) => {
  const listeners = {};
  globalThis.addEventListener = (event, listener) => (listeners[event] = listener);
  try {
    act();
  } finally {
    delete globalThis.addEventListener;
  }
  return listeners;
};

test("a page that comes back knows what other pages wrote and took away meanwhile, and keeps what was refused", () => {
  const storage = stored(vote("a"));
  let record;
  const { pageshow } = listening(() => (record = openRecord("course", storage)));
  storage.setItem = () => {
    throw new Error("full");
  };
  assert.throws(() => record.keep([note("n")]));
  delete storage["course/entry/a"];
  storage["course/entry/b"] = JSON.stringify(vote("b", { vote: "y" }));

  pageshow({ persisted: true });

  assert.deepEqual(ids(record.entries()).sort(), ["b", "n"]);
  assert.equal(record.state.votes.c.vote, "y");
});

test("what another page clears is gone here too, with what the browser cleared", async () => {
  for (const event of [
    { key: "course/entry/a", newValue: null },
    { key: null, newValue: null },
  ]) {
    const storage = stored(vote("a"));
    let record;
    const { storage: hear } = listening(() => (record = openRecord("course", storage)));
    delete storage["course/entry/a"];

    hear(event);
    await new Promise((done) => setTimeout(done, 150));

    assert.deepEqual(record.entries(), []);
    assert.deepEqual(record.state.votes, {});
  }
});
