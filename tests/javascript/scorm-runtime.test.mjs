// The run-time of a learning system: where it is found, what it refuses, and what is sent to it, and when.

import assert from "node:assert/strict";
import test from "node:test";

import { FakeStorage } from "./fake-storage.mjs";
import { openRecord } from "../../readingroom/site/record-store.js";
import { openRuntime } from "../../readingroom/site/scorm-runtime.js";
import { createSync } from "../../readingroom/site/scorm-sync.js";

const OTHER_SITE = {
  get API() {
    throw new Error("Blocked a frame");
  },
};

/** A run-time of version 1.2 that takes all but the fields that are refused. */
function fakeApi({ refused = {}, opens = true, values = {} } = {}) {
  let code = "0";
  const done = (isDone, trouble = "0") => {
    code = isDone ? "0" : trouble;
    return String(isDone);
  };
  return {
    values,
    commits: 0,
    LMSInitialize: () => done(opens, "101"),
    LMSFinish: () => done(true),
    LMSGetValue: (name) =>
      done(opens && !refused[name], refused[name] ?? "301") === "true" ? (values[name] ?? "") : "",
    LMSSetValue(name, value) {
      if (!refused[name]) values[name] = value;
      return done(!refused[name], refused[name]);
    },
    LMSCommit() {
      this.commits++;
      return done(!refused.commit, refused.commit);
    },
    LMSGetLastError: () => code,
    LMSGetErrorString: (number) => `Fault ${number}`,
  };
}

function framed(api, depth = 2) {
  const top = { API: api };
  top.parent = top;
  let page = top;
  for (let n = 0; n < depth; n++) page = { parent: page };
  return page;
}

test("a run-time is found some frames up", () => {
  assert.equal(openRuntime(framed(fakeApi()), "1.2").version, "1.2");
});

test("a run-time is found around the window that opened this one", () => {
  const page = { opener: framed(fakeApi()) };
  page.parent = page;

  assert.equal(openRuntime(page, "1.2").version, "1.2");
});

test("frames of other sites on the way are passed over", () => {
  const page = Object.create(OTHER_SITE);
  page.parent = framed(fakeApi());

  assert.equal(openRuntime({ parent: page }, "1.2").version, "1.2");
});

test("where there is none, none is found", () => {
  assert.equal(openRuntime(framed(undefined), "1.2"), null);
});

test("of two versions the wanted one is opened, else the other", () => {
  const both = { API: fakeApi(), API_1484_11: { Initialize: () => "true", GetLastError: () => 0 } };
  both.parent = both;

  assert.deepEqual(
    ["1.2", "2004"].map((version) => openRuntime(both, version).version),
    ["1.2", "2004"],
  );
  assert.equal(openRuntime(framed(fakeApi()), "2004").version, "1.2");
});

test("one that does not open says why", () => {
  assert.equal(openRuntime(framed(fakeApi({ opens: false })), "1.2").refusal, "Fault 101 (101)");
});

test("one that is open already is taken as open", () => {
  const api = { ...fakeApi(), LMSInitialize: () => "false" };

  assert.equal(openRuntime(framed(api), "1.2").refusal, "");
});

test("one that throws is a problem, and no error", (t) => {
  t.mock.method(console, "error", () => {});
  const api = fakeApi();
  const runtime = openRuntime(framed(api), "1.2");
  api.LMSSetValue = () => {
    throw new Error("gone");
  };

  assert.notEqual(runtime.write("raw", "1"), "");
});

const LESSON = {
  version: "1.2",
  subjects: { answer: ["q"], mark: ["p"] },
  requirements: [{ what: "answer", ids: ["q"], all: true, says: "answer it" }],
  scored: ["q"],
  items: { q: { prompt: "Which?", key: "one", lines: ["a", "b"], places: [] } },
};
const ANSWER = {
  id: "00000000-0000-4000-8000-000000000001",
  at: "2026-11-28T12:00:00.000Z",
  what: "answer",
  item: "q",
  response: "b",
  fraction: 0.5,
};
const NOTHING = { entries: [], unread: [], isUnreadable: false };

function syncOf(api, { before = NOTHING, entries = [ANSWER] } = {}) {
  const record = openRecord("course", new FakeStorage());
  record.restore(entries.map((entry) => JSON.stringify(entry)).join("\n") || JSON.stringify(ANSWER));
  return { sync: createSync(openRuntime(framed(api), "1.2"), LESSON, record, before), record };
}

test("an answer is sent as score, status, interaction and record, and is committed", () => {
  const api = fakeApi();

  const status = syncOf(api).sync.send();

  assert.equal(api.values["cmi.core.score.raw"], "50");
  assert.equal(api.values["cmi.core.score.max"], "100");
  assert.equal(api.values["cmi.core.lesson_status"], "completed");
  assert.equal(api.values["cmi.core.exit"], "suspend");
  assert.equal(api.values["cmi.interactions.0.student_response"], "b");
  assert.match(api.values["cmi.suspend_data"], /^rr1~/);
  assert.deepEqual([api.commits, status.complete, status.trouble], [1, true, ""]);
});

test("an answer that the system has already is not reported a second time", () => {
  const api = fakeApi();

  syncOf(api, { before: { ...NOTHING, entries: [ANSWER] } }).sync.send();

  assert.equal(api.values["cmi.interactions.0.id"], undefined);
});

test("a system without interactions is asked once, and the learner is not told", () => {
  const api = fakeApi({ refused: { "cmi.interactions.0.id": "401" } });

  assert.equal(syncOf(api).sync.send().trouble, "");
});

test("what is refused is told, and tried again", () => {
  const refused = { "cmi.suspend_data": "405" };
  const api = fakeApi({ refused });
  const { sync } = syncOf(api);

  const first = sync.send();
  delete refused["cmi.suspend_data"];
  const second = sync.send();

  assert.deepEqual([first.trouble, first.at, second.trouble], ["Fault 405 (405)", "", ""]);
  assert.match(api.values["cmi.suspend_data"], /^rr1~/);
});

test("a commit that fails is told", () => {
  assert.equal(syncOf(fakeApi({ refused: { commit: "391" } })).sync.send().trouble, "Fault 391 (391)");
});

test("a record that could not be read is never written over", () => {
  const api = fakeApi({ values: { "cmi.suspend_data": "another program's" } });

  syncOf(api, { before: { ...NOTHING, isUnreadable: true } }).sync.send();

  assert.equal(api.values["cmi.suspend_data"], "another program's");
});

test("a lesson that was finished stays so", () => {
  const api = fakeApi({ values: { "cmi.core.lesson_status": "passed" } });

  const status = syncOf(api).sync.send();

  assert.equal(api.values["cmi.core.lesson_status"], "passed");
  assert.equal(status.complete, true);
});

test("a record that was cleared is cleared in the system", () => {
  const api = fakeApi();
  const { sync, record } = syncOf(api);
  sync.send();

  record.clear();
  sync.send();

  assert.equal(api.values["cmi.suspend_data"], "");
});
