// A record as suspend data: it comes back as it was, never longer than it may be, whatever was typed.

import assert from "node:assert/strict";
import test from "node:test";

import { lackingEntries, unpackRecord } from "../../readingroom/site/scorm-merge.js";
import { packRecord } from "../../readingroom/site/scorm-pack.js";

const SUBJECTS = {
  answer: ["q-1", "q-2", "q-3"],
  mark: ["p-1", "p-2"],
  vote: ["c-1", "c-2"],
  guess: ["chart"],
  probability: ["f-1"],
  doubt: ["node"],
  setting: ["notes"],
};
const AT = "2026-11-28T12:00:00.000Z";
const uuid = (n) => `00000000-0000-4000-8000-${String(n).padStart(12, "0")}`;
const answer = (n, more = {}) => ({
  id: uuid(n),
  at: AT,
  what: "answer",
  quiz: "quiz",
  item: "q-1",
  response: "a",
  fraction: 1,
  certainty: 2,
  ...more,
});
const note = (text, more = {}) => ({ id: "n", at: AT, what: "note", paragraph: "p-1", text, ...more });
const pack = (entries, most = 4096) => packRecord(entries, SUBJECTS, most);
const unpack = (text) => unpackRecord(text, SUBJECTS);
const without = (entry) => ({ ...entry, id: undefined });

test("an answer comes back as it was, with its id", () => {
  const given = answer(1);

  assert.deepEqual(unpack(pack([given]).text).entries, [given]);
});

for (const given of [
  { what: "draft", item: "q-1", text: "So far" },
  { what: "note", paragraph: "p-1", text: "" },
  { what: "mark", paragraph: "p-2", mark: null },
  { what: "guess", chart: "chart", text: "4 %", value: 4 },
  { what: "guess", chart: "chart", text: "no idea" },
  { what: "vote", claim: "c-1", vote: "true" },
  { what: "weighing", claim: "c-1", materiality: "main" },
  { what: "probability", forecast: "f-1", value: 0.35, locked: true },
  { what: "doubt", node: "node", doubted: false },
  { what: "setting", name: "notes", value: { kinds: ["fact"], depth: 2 } },
  { what: "reset", items: ["q-1", "q-3"] },
  { what: "vote", claim: "c-1", vote: "x", of_a_later_edition: [1, { "": "y" }] },
]) {
  test(`all fields of a ${given.what} come back: ${JSON.stringify(given)}`, () => {
    const entry = { id: "i", at: AT, ...given };

    assert.deepEqual(unpack(pack([entry]).text).entries.map(without), [without(entry)]);
  });
}

for (const [what, id, at] of [
  ["as Python writes it", "0123456789abcdef0123456789abcdef", AT],
  ["of another form", "my id ~ 王", AT],
  ["with a counted time", uuid(1), "007"],
  ["with microseconds", uuid(1), "2026-11-28T12:00:00.123456+00:00"],
]) {
  test(`an answer with an id or a time ${what} comes back`, () => {
    const given = answer(1, { id, at });

    assert.deepEqual(unpack(pack([given]).text).entries, [given]);
  });
}

test("what is about other lessons stays out, and is not told as left out", () => {
  const { text, left } = pack([
    answer(1, { item: "q-of-another-lesson" }),
    { id: "r", at: AT, what: "review", card: "x", rating: 3 },
  ]);

  assert.equal(text, "");
  assert.deepEqual(left, []);
});

test("where there is no room for all, answers go first, then votes, then short texts", () => {
  const vote = { id: "v", at: AT, what: "vote", claim: "c-1", vote: "true" };
  const entries = [note("x".repeat(300)), note("short", { paragraph: "p-2" }), vote, answer(1)];

  const { text, left } = pack(entries, 220);

  assert.deepEqual(
    unpack(text).entries.map(({ what, text: words }) => words ?? what),
    ["answer", "vote", "short"],
  );
  assert.deepEqual(left, [entries[0]]);
});

test("of several answers the last and the first are kept before those between", () => {
  const tries = [1, 2, 3].map((n) => answer(n, { at: `2026-11-28T12:00:0${n}.000Z` }));

  const { text, left } = pack(tries, 150);

  assert.deepEqual(
    unpack(text).entries.map(({ id }) => id),
    [uuid(3), uuid(1)],
  );
  assert.deepEqual(left, [tries[1]]);
});

test("a row that was cut off loses itself alone", () => {
  const { text } = pack([answer(1), answer(2, { item: "q-2" })]);

  assert.equal(unpack(text.slice(0, -5)).entries.length, 1);
});

test("a row about what a new edition lacks is kept as it is", () => {
  const { text } = pack([answer(1), answer(2, { item: "q-3" })]);
  const fewer = { ...SUBJECTS, answer: ["q-1"] };

  const { entries, unread } = unpackRecord(text, fewer);

  assert.deepEqual(unpackRecord(packRecord(entries, fewer, 4096, unread).text, SUBJECTS).entries.length, 2);
});

for (const text of ["a bookmark of another program", "rr9~x", "{}"]) {
  test(`what is no record of this edition is foreign: ${text}`, () => {
    assert.equal(unpack(text).isForeign, true);
  });
}

test("nothing at all is not foreign", () => {
  assert.equal(unpack("").isForeign, false);
});

test("what the browser has already is not added again, whatever its id", () => {
  const kept = [answer(1), note("mine")];
  const { entries } = unpack(pack([...kept, { id: "v", at: AT, what: "vote", claim: "c-1", vote: "true" }]).text);

  assert.deepEqual(
    lackingEntries(kept, entries).map(({ what }) => what),
    ["vote"],
  );
});

test("suspend data that is packed, read and packed again stays as it is", () => {
  const { text } = pack([answer(1), note("Замечание"), { id: "v", at: AT, what: "vote", claim: "c-1", vote: "true" }]);

  assert.equal(pack(unpack(text).entries).text, text);
});

// --- generated --------------------------------------------------------------------------------------------------------

const SCRIPTS = [
  "plain words",
  "Žluťoučký kůň",
  "Михаил Горбачёв",
  "ἀρετή",
  "عبد الله ٣٫٧",
  "王毅说",
  "नमस्ते",
  "👩‍👩‍👧 \u{1F600}",
  '"\\~|\n\t\u0000{}',
  "\ud800 half",
  "\ufeffmark",
];

/** Numbers from 0 to 1, the same every time. */
function numbers(seed) {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/** A record that somebody may have after a lesson, with texts of every script. */
function randomEntries(next) {
  const pick = (list) => list[Math.floor(next() * list.length)];
  const text = () => Array.from({ length: Math.floor(next() ** 4 * 300) }, () => pick(SCRIPTS)).join(" ");
  const kinds = [
    () => ({
      what: "answer",
      quiz: "quiz",
      item: pick(SUBJECTS.answer),
      response: pick([text(), [text()], { a: text(), "": "b" }]),
      fraction: next(),
      certainty: pick([1, 2, 3]),
    }),
    () => ({ what: "draft", item: pick(SUBJECTS.answer), text: text() }),
    () => ({ what: "note", paragraph: pick(SUBJECTS.mark), text: text() }),
    () => ({ what: "vote", claim: pick(SUBJECTS.vote), vote: text() }),
    () => ({ what: "guess", chart: "chart", text: text(), value: next() * 1e6 }),
    () => ({ what: "reset", items: SUBJECTS.answer }),
  ];
  return Array.from({ length: Math.floor(next() * 60) }, (_, n) => ({
    id: uuid(n),
    at: new Date(Date.UTC(2026, 10, 28) + n * 1000).toISOString(),
    ...pick(kinds)(),
  }));
}

const comparable = (entry) => (entry.what === "answer" ? entry : without(entry));
const byTime = (a, b) => (a.at < b.at ? -1 : 1);

for (const most of [4096, 64000]) {
  test(`100 random records: within ${most} characters of ASCII, what is in comes back, what is out is named`, () => {
    const next = numbers(most);
    let cut = 0;
    for (let n = 0; n < 100; n++) {
      const entries = randomEntries(next);

      const { text, left } = pack(entries, most);

      assert.ok(text.length <= most);
      assert.match(text, /^[ -~]*$/);
      const back = unpack(text);
      assert.deepEqual(back.unread, []);
      const expected = entries.filter((entry) => !left.includes(entry)).map(comparable);
      assert.deepEqual(back.entries.map(comparable).sort(byTime), expected.sort(byTime));
      cut += left.length;
    }
    assert.ok(most > 4096 || cut > 0, "no record was too long: the limit was not tried");
  });
}
