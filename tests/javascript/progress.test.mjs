// What the entries of a record add up to.

import assert from "node:assert/strict";
import test from "node:test";

import { after, countUnreadable, fold, oldestFirst } from "../../readingroom/site/progress.js";

const PLACES = [
  ["draft", "item", "drafts", { text: "t" }],
  ["note", "paragraph", "notes", { text: "t" }],
  ["mark", "paragraph", "marks", { mark: "clear" }],
  ["guess", "chart", "guesses", { text: "5" }],
  ["vote", "claim", "votes", { vote: "x" }],
  ["weighing", "claim", "weighings", { materiality: "x" }],
  ["probability", "forecast", "probabilities", { value: 0.5 }],
  ["doubt", "node", "doubts", { doubted: true }],
  ["task", "task", "tasks", { response: "r" }],
  ["setting", "name", "settings", { value: [1] }],
];
const at = "2026-01-01";
const answer = (response, item = "q") => ({ id: response, at, what: "answer", item, response, fraction: 1 });

for (const [what, field, place, values] of PLACES) {
  test(`a ${what} stands among the ${place}, without what says where it stands`, () => {
    const entry = { id: "e", at, what, [field]: "subject", ...values, more: 5 };

    assert.deepEqual(fold([entry])[place], { subject: { id: "e", at, ...values, more: 5 } });
  });
}

test("an answer counts its tries", () => {
  assert.deepEqual(fold([answer("a")]).answers, { q: { id: "a", at, response: "a", fraction: 1, tries: 1, first: 1 } });
});

test("the first answer is remembered, and a reset forgets it", () => {
  const wrong = { ...answer("a"), fraction: 0.25 };
  const reset = { id: "r", at, what: "reset", items: ["q"] };

  assert.equal(fold([wrong, answer("b")]).answers.q.first, 0.25);
  assert.equal(fold([wrong, reset, answer("b")]).answers.q.first, 1);
});

test("a second answer takes the place of the first and is the second try", () => {
  const { response, tries } = fold([answer("a"), answer("b")]).answers.q;

  assert.deepEqual([response, tries], ["b", 2]);
});

test("tries are counted by item", () => {
  assert.equal(fold([answer("a"), answer("b", "other")]).answers.other.tries, 1);
});

test("nothing adds up to every place, empty", () => {
  const places = ["answers", ...PLACES.map(([, , place]) => place)];

  assert.deepEqual(fold([]), Object.fromEntries(places.map((place) => [place, {}])));
});

test("a reset takes away answers and drafts of its items alone", () => {
  const reset = { id: "r", at, what: "reset", items: ["q"] };
  const draft = { id: "d", at, what: "draft", item: "q", text: "t" };

  const { answers, drafts } = fold([answer("a"), answer("b", "other"), draft, reset]);

  assert.deepEqual([Object.keys(answers), drafts], [["other"], {}]);
});

test("after a reset tries are counted anew", () => {
  assert.equal(fold([answer("a"), { id: "r", at, what: "reset", items: ["q"] }, answer("b")]).answers.q.tries, 1);
});

test("a reset without items changes nothing", () => {
  assert.deepEqual(fold([answer("a"), { id: "r", at, what: "reset" }]), fold([answer("a")]));
});

test("an entry of a kind that nobody knows is left out", () => {
  assert.deepEqual(fold([{ id: "e", at, what: "dance", item: "q" }]), fold([]));
});

test("an entry that names no subject is left out", () => {
  assert.deepEqual(fold([{ id: "e", at, what: "vote" }]), fold([]));
});

test("what does not fit its kind is counted", () => {
  const odd = { id: "n", at, what: "note", paragraph: [], text: "t" };

  assert.equal(countUnreadable([answer("a"), odd, { id: "e", at, what: "dance" }]), 2);
});

test("one entry more that does not fit changes nothing", () => {
  assert.deepEqual(after(fold([answer("a")]), { ...answer("b"), response: null }), fold([answer("a")]));
});

test("an item with a name that every object has is answered as any other", () => {
  assert.equal(fold([answer("a", "constructor")]).answers.constructor.tries, 1);
});

test("one entry more is what all of them add up to", () => {
  assert.deepEqual(after(fold([answer("a")]), answer("b")), fold([answer("a"), answer("b")]));
});

test("one entry more leaves the earlier state as it was", () => {
  const earlier = fold([answer("a")]);

  after(earlier, answer("b"));

  assert.deepEqual(earlier, fold([answer("a")]));
});

test("entries stand from the oldest to the latest", () => {
  assert.deepEqual(
    oldestFirst([{ at: "2" }, { at: "3" }, { at: "1" }]).map(({ at }) => at),
    ["1", "2", "3"],
  );
});

test("entries of a clock that was wrong hide nothing that is done later", () => {
  const entries = [{ at: "2099-01-01" }, { at: "2026-05-01" }, { at: "yesterday" }, { at: "2026-04-01" }];

  assert.deepEqual(
    oldestFirst(entries, new Date("2026-05-02T00:00:00Z")).map(({ at }) => at),
    ["2099-01-01", "yesterday", "2026-04-01", "2026-05-01"],
  );
});

test("a time of tomorrow is that of a clock a little ahead", () => {
  const entries = [{ at: "2026-05-02T20:00:00.000Z" }, { at: "2026-05-02T01:00:00.000Z" }];

  assert.deepEqual(oldestFirst(entries, new Date("2026-05-02T00:00:00Z")), entries.toReversed());
});

test("where this computer's own clock is wrong the times count as they are", () => {
  const entries = [{ at: "2099-01-01" }, { at: "2026-05-01" }];

  assert.deepEqual(oldestFirst(entries, new Date("1970-01-01T00:00:00Z")), entries.toReversed());
});

test("entries of one moment stay in their order", () => {
  assert.deepEqual(
    oldestFirst([
      { at: "1", id: "b" },
      { at: "1", id: "a" },
    ]).map(({ id }) => id),
    ["b", "a"],
  );
});

test("what was to be put in order stays as it was", () => {
  const entries = [{ at: "2" }, { at: "1" }];

  oldestFirst(entries);

  assert.equal(entries[0].at, "2");
});
