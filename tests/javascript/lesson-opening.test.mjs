// The cells of a lesson that opens by itself: which are asked for together, and what the others wait for.

import assert from "node:assert/strict";
import { afterEach, beforeEach, test } from "node:test";

import { LessonOpening } from "../../readingroom/lab/labextensions/readingroom/static/lesson-opening.js";

const SOURCES = [
  'from readingroom.notebook import open_section\nlaws = open_section("laws")',
  "laws.ways()",
  "laws.before()",
  "laws.read()",
  "laws.quiz()",
];
const UNTIL_THE_FIRST_QUESTION = SOURCES.slice(0, 3);

let frames;

beforeEach((context) => {
  context.mock.timers.enable({ apis: ["setTimeout", "Date"] });
  frames = [];
  globalThis.requestAnimationFrame = (draw) => frames.push(draw);
});
afterEach(() => delete globalThis.requestAnimationFrame);

const settled = () => new Promise((done) => setImmediate(done));

/** Let the browser draw its next frame, and what waits for it go on. */
async function drawFrame() {
  frames.splice(0).forEach((draw) => draw());
  await settled();
}

/** Begin to open a lesson whose parts come when `cell.part` is set; `asked` is what its kernel was asked to run. */
async function beginToOpen() {
  const asked = [];
  const signal = { connect() {} };
  const cells = SOURCES.map((source) => {
    const cell = { part: null, model: { type: "code", outputs: [], sharedModel: { getSource: () => source } } };
    return { ...cell, source, node: { style: {}, querySelector: () => cell.part }, show: () => (cell.part = {}) };
  });
  const kernel = {
    id: "k",
    info: Promise.resolve({ language_info: { name: "python" } }),
    requestExecute: () => ({ done: Promise.resolve({ content: { status: "ok" } }) }),
  };
  const sessionContext = {
    isReady: true,
    session: { kernel },
    kernelDisplayStatus: "idle",
    ready: new Promise(() => {}),
  };
  const panel = {
    content: { widgets: cells, model: { deletedCells: [] } },
    context: { model: { dirty: false } },
    sessionContext: { ...sessionContext, statusChanged: signal, kernelChanged: signal },
  };
  const execute = async ({ source }) => asked.push(source) && { content: { status: "ok" } };
  const jupyter = { NotebookActions: { executionScheduled: signal }, CodeCell: { execute } };
  const opening = new LessonOpening(jupyter, panel, Promise.resolve(""), { say() {}, clear() {} });
  opening.begin();
  await settled();
  return { asked, cells, opening };
}

test("what stands below the first question is asked for when the question is on the screen", async () => {
  const { asked, cells } = await beginToOpen();
  await drawFrame();
  const before = [...asked];

  cells[2].show();
  await drawFrame();
  await drawFrame();

  assert.deepEqual([before, asked], [UNTIL_THE_FIRST_QUESTION, SOURCES]);
});

test("a page in the background, which draws nothing, opens its lesson all the same", async (context) => {
  const { asked, cells, opening } = await beginToOpen();
  cells[2].show();

  for (let second = 0; second < 2; second += 1) {
    context.mock.timers.tick(1000);
    await settled();
  }

  assert.deepEqual([asked, await opening.finished], [SOURCES, true]);
});

test("a first question that shows no part holds nothing up for longer than a second", async (context) => {
  const { asked } = await beginToOpen();

  context.mock.timers.tick(1000);
  await drawFrame();
  await drawFrame();

  assert.deepEqual(asked, SOURCES);
});
