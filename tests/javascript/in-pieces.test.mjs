// Work in pieces: every act is done once, in order, and all that are left at once when somebody asks for them.

import assert from "node:assert/strict";
import { test } from "node:test";

import { inPieces } from "../../readingroom/parts/timeline/in-pieces.js";

/** Twenty acts that write down their number. */
function twenty() {
  const done = [];
  return { done, acts: Array.from({ length: 20 }, (_, number) => () => done.push(number)) };
}

const ALL = Array.from({ length: 20 }, (_, number) => number);

test("nothing is done before whoever added it has ended, and then a few at a time", (context) => {
  context.mock.timers.enable({ apis: ["setTimeout"] });
  const { done, acts } = twenty();
  const pieces = inPieces();
  acts.forEach(pieces.add);
  const counts = [done.length];
  for (let turn = 0; turn < 4; turn++) {
    context.mock.timers.tick(30);
    counts.push(done.length);
  }

  assert.deepEqual(counts, [0, 8, 16, 20, 20]);
  assert.deepEqual(done, ALL);
});

test("what is left is done at once when it is asked for, and not again", (context) => {
  context.mock.timers.enable({ apis: ["setTimeout"] });
  const { done, acts } = twenty();
  const pieces = inPieces();
  acts.forEach(pieces.add);
  context.mock.timers.tick(30);
  pieces.finish();
  context.mock.timers.tick(300);

  assert.deepEqual(done, ALL);
});

test("an act that is added twice before its turn is done once", (context) => {
  context.mock.timers.enable({ apis: ["setTimeout"] });
  const { done, acts } = twenty();
  const pieces = inPieces();
  [acts[3], acts[3]].forEach(pieces.add);
  context.mock.timers.tick(300);

  assert.deepEqual(done, [3]);
});

test("nothing is done for a part that was taken away", (context) => {
  context.mock.timers.enable({ apis: ["setTimeout"] });
  const { done, acts } = twenty();
  const pieces = inPieces();
  acts.forEach(pieces.add);
  pieces.stop();
  context.mock.timers.tick(300);

  assert.deepEqual(done, []);
});
