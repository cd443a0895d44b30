// A cell of the course that is run again has its old parts closed in the kernel, and nobody else's.

import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";

import { closeReplaced } from "../../readingroom/lab/labextensions/readingroom/static/replaced-parts.js";

const OPENING = 'from readingroom.notebook import open_section\nlaws = open_section("laws")';
const VIEW = "application/vnd.jupyter.widget-view+json";

/** A signal of Lumino's, as far as it is used. */
class Signal {
  #slots = [];
  connect = (slot) => this.#slots.push(slot);
  emit = (value) => this.#slots.forEach((slot) => slot(null, value));
}

class Cell {
  constructor(source, type = "code") {
    const outputs =
      type === "code" ? { length: 0, get: (place) => ({ data: { [VIEW]: this.shown[place] } }) } : undefined;
    this.shown = [];
    this.model = { type, outputs, trusted: true, sharedModel: { getSource: () => source } };
  }

  show(...models) {
    this.shown = models.map((model_id) => ({ model_id }));
    this.model.outputs.length = models.length;
  }
}

let executed, executionScheduled, opening, prose, reading, learners, panel, closed, kernelEnded;

beforeEach(() => {
  [executed, executionScheduled] = [new Signal(), new Signal()];
  prose = new Cell("Words.", "markdown");
  [opening, reading, learners] = [OPENING, "laws.read()", "mine = laws.read()\nmine"].map((source) => new Cell(source));
  [closed, kernelEnded] = [[], false];
  const kernel = {
    requestExecute({ code }) {
      closed.push(JSON.parse(code.match(/close_parts\((.*)\)$/)[1]));
      return {
        done: kernelEnded ? Promise.reject(new Error("Canceled")) : Promise.resolve({ content: { status: "ok" } }),
      };
    },
  };
  panel = { content: { widgets: [prose, opening, reading, learners] }, sessionContext: { session: { kernel } } };
  closeReplaced({ NotebookActions: { executed, executionScheduled } }, panel);
});

const begin = (cell, notebook = panel.content) => executionScheduled.emit({ notebook, cell });
const end = (cell, notebook = panel.content) => executed.emit({ notebook, cell });

/** Run a cell that then shows `models`. */
function run(cell, ...models) {
  begin(cell);
  cell.show(...models);
  end(cell);
}

test("what a cell showed is closed once it was run again, and once only", () => {
  run(reading, "a");
  run(reading, "b");
  run(reading, "c");

  assert.deepEqual(closed, [["a"], ["b"]]);
});

test("what the lesson showed as it opened is closed too", () => {
  reading.show("a");

  run(reading, "b");

  assert.deepEqual(closed, [["a"]]);
});

test("nothing is closed before the cell has run: what was typed is still on its way", () => {
  reading.show("a");

  begin(reading);

  assert.deepEqual(closed, []);
});

test("a cell that is asked for twice before it ran leaves none of its parts", () => {
  reading.show("a");
  begin(reading);
  begin(reading);
  reading.show("b");
  end(reading);
  reading.show("c");
  end(reading);

  assert.deepEqual(closed, [["a"], ["b"]]);
});

test("a cell that was not run, and shows what it showed, loses nothing", () => {
  reading.show("a");

  begin(reading);
  end(reading);

  assert.deepEqual(closed, []);
});

test("a part that another cell shows as well stays", () => {
  reading.show("a");
  learners.show("a");

  run(reading, "b");

  assert.deepEqual(closed, []);
});

test("the parts of a learner's cell stay", () => {
  run(learners, "a");
  run(learners, "b");

  assert.deepEqual(closed, []);
});

test("another notebook's cells are not looked at", () => {
  reading.show("a");
  begin(reading, {});
  reading.show("b");
  end(reading, {});

  assert.deepEqual(closed, []);
});

test("a kernel that ends while it is asked leaves no error behind", async () => {
  kernelEnded = true;
  reading.show("a");

  run(reading, "b");
  await new Promise((done) => setImmediate(done)); // node fails a test that leaves a rejection behind

  assert.deepEqual(closed, [["a"]]);
});

test("where the kernel is gone nothing is asked", () => {
  reading.show("a");
  begin(reading);
  reading.show("b");
  panel.sessionContext.session = null;

  assert.doesNotThrow(() => end(reading));
});
