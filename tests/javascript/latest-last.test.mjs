// Of what is asked for quickly one after the other, the last stands at the end.

import assert from "node:assert/strict";
import test from "node:test";

import { latestLast } from "../../readingroom/site/latest-last.js";

// What was drawn, where each drawing of `asked` takes as many turns as it says.
async function drawn(delays) {
  const shown = [];
  let asked = 0;
  const draw = latestLast(async () => {
    const what = asked;
    for (let turn = 0; turn < delays[what]; turn += 1) await null;
    shown.push(what);
  });
  const all = delays.map((_, i) => {
    asked = i;
    return draw();
  });
  await Promise.all(all);
  return shown;
}

test("a slow drawing does not replace a quicker one that was asked for after it", async () => {
  for (let round = 0; round < 50; round += 1) {
    const delays = Array.from({ length: 5 }, () => Math.floor(20 * Math.random()));
    const shown = await drawn(delays);
    assert.equal(shown.at(-1), 4, delays.join());
  }
});

test("of several that wait the last alone is made", async () => {
  assert.deepEqual(await drawn([9, 1, 1, 1]), [3]);
});

test("one that failed keeps no later one from being made", async () => {
  let calls = 0;
  const act = latestLast(async () => {
    calls += 1;
    if (calls === 1) throw new Error("no figure");
  });
  await assert.rejects(act(), { message: "no figure" });
  await act();

  assert.equal(calls, 2);
});

test("one that is asked for while another is under way is made after it", async () => {
  const order = [];
  let end = () => {};
  const act = latestLast(() => {
    order.push("begun");
    return new Promise((done) => (end = done)).then(() => order.push("done"));
  });
  const first = act();
  await null;
  const second = act();
  await null;
  assert.deepEqual(order, ["begun"]);
  end();
  await first;
  await null;
  end();
  await second;

  assert.deepEqual(order, ["begun", "done", "begun", "done"]);
});
