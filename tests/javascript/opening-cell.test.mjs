// The cell that opens a lesson is the one that shows plain words where it is folded.

import assert from "node:assert/strict";
import { test } from "node:test";

import { markOpeningCell } from "../../readingroom/lab/labextensions/readingroom/static/lesson-cells.js";

test("of the course's own cells only the one that opens the lesson is marked", () => {
  const cells = [[], [], []].map((marks) => ({ node: { classList: { add: (mark) => marks.push(mark) } }, marks }));

  markOpeningCell(cells);

  assert.deepEqual(
    cells.map(({ marks }) => marks),
    [["rr-cell-opens"], [], []],
  );
});
