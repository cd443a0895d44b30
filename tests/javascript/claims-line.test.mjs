// What the record says of the claims.

import assert from "node:assert/strict";
import test from "node:test";

import "./fake-document.mjs";
import { claimsLine } from "../../readingroom/parts/record/claims-line.js";

test("before the first vote there is no line", () => {
  assert.equal(claimsLine({ all: 5, voted: 0, weighed: 0, agreed: 0 }), null);
});

test("votes are counted", () => {
  assert.equal(
    claimsLine({ all: 5, voted: 2, weighed: 0, agreed: 0 }).textContent,
    "Claims: you voted on 2 of 5 claims.",
  );
});

test("what was weighed is counted too, and what agrees", () => {
  assert.equal(
    claimsLine({ all: 1, voted: 1, weighed: 1, agreed: 0 }).textContent,
    "Claims: you voted on 1 of 1 claim, and judged for 1 whether it matters, 0 as the ledger does.",
  );
});
