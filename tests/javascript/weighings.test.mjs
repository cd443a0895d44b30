// What hangs on claims: the reader's judgement beside the ledger's.

import assert from "node:assert/strict";
import test from "node:test";

import { castWeighing, heavierBy, weighingTally, weighingsInWords } from "../../readingroom/parts/claims/weighings.js";

const STEPS = { light: "", middle: "", heavy: "" };
const claim = (id, materiality) => ({ id, materiality });
// Judgements of claims by id, beside what the ledger says.
const counted = (claims, steps) =>
  weighingTally(
    claims,
    STEPS,
    Object.fromEntries(Object.entries(steps).map(([id, step]) => [id, { materiality: step }])),
  );

test("a step that the course no longer has is none", () => {
  assert.equal(castWeighing({ id: "a" }, STEPS, { a: { materiality: "feather" } }), "");
});

test("what every object has is no step", () => {
  assert.equal(castWeighing({ id: "a" }, STEPS, { a: { materiality: "constructor" } }), "");
});

test("a claim that nobody judged has no step", () => {
  assert.equal(castWeighing({ id: "a" }, STEPS, {}), "");
});

test("more weight than the ledger gives is above nothing, less is below", () => {
  assert.deepEqual(
    [heavierBy("heavy", "light", STEPS), heavierBy("light", "middle", STEPS), heavierBy("middle", "middle", STEPS)],
    [2, -1, 0],
  );
});

test("only claims that the ledger judges are asked for", () => {
  const { asked, weighed } = counted([claim("a", "light"), claim("b", "")], { a: "light", b: "heavy" });

  assert.deepEqual([asked, weighed], [1, 1]);
});

test("each judgement agrees, gives more weight or gives less", () => {
  const claims = [claim("a", "light"), claim("b", "light"), claim("c", "heavy"), claim("d", "heavy")];

  const { weighed, agreed, heavier, lighter } = counted(claims, { a: "light", b: "heavy", c: "middle" });

  assert.deepEqual([weighed, agreed, heavier, lighter], [3, 1, 1, 1]);
});

test("in words the ways to differ are named where there are any", () => {
  const some = { asked: 9, weighed: 4, agreed: 1, heavier: 1, lighter: 2 };

  assert.equal(
    weighingsInWords(some),
    "You judged for 4 of 9 claims whether it matters: 1 as the ledger does, 1 with more weight, 2 with less.",
  );
});

test("who agrees throughout is told no more", () => {
  const all = { asked: 2, weighed: 2, agreed: 2, heavier: 0, lighter: 0 };

  assert.equal(weighingsInWords(all), "You judged for 2 of 2 claims whether it matters: 2 as the ledger does.");
});

test("before the first judgement there are no words", () => {
  assert.equal(weighingsInWords(counted([claim("a", "light")], {})), "");
});
