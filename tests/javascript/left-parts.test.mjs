// What a page showed when it was left is given to the kernel once, and only to that kernel.

import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";

import {
  forgetLeft,
  rememberLeft,
  takeLeft,
} from "../../readingroom/lab/labextensions/readingroom/static/left-parts.js";
import { modelsShownIn } from "../../readingroom/lab/labextensions/readingroom/static/lesson-cells.js";
import { FakeStorage, FullStorage } from "./fake-storage.mjs";

const VIEW = "application/vnd.jupyter.widget-view+json";

beforeEach(() => {
  globalThis.localStorage = new FakeStorage();
});

test("what was left is taken once", () => {
  rememberLeft("kernel", ["a", "b"]);

  assert.deepEqual(takeLeft("kernel"), ["a", "b"]);
  assert.deepEqual(takeLeft("kernel"), []);
});

test("two pages that were left with one kernel are taken together", () => {
  rememberLeft("kernel", ["a"]);
  rememberLeft("kernel", ["b"]);

  assert.deepEqual(takeLeft("kernel"), ["a", "b"]);
});

test("what a page shows that came back is not taken", () => {
  rememberLeft("kernel", ["a", "b"]);
  forgetLeft("kernel", ["a"]);

  assert.deepEqual(takeLeft("kernel"), ["b"]);
});

test("another kernel's are not taken", () => {
  rememberLeft("kernel", ["a"]);

  assert.deepEqual(takeLeft("another"), []);
  assert.deepEqual(takeLeft("kernel"), ["a"]);
});

test("the oldest kernels are forgotten", () => {
  for (let kernel = 0; kernel < 21; kernel++) rememberLeft(`kernel-${kernel}`, ["a"]);

  assert.deepEqual(takeLeft("kernel-0"), []);
  assert.deepEqual(takeLeft("kernel-1"), ["a"]);
});

for (const [what, storage] of [
  ["is full", new FullStorage()],
  ["holds something else", new FakeStorage({ "readingroom:left": "{" })],
  ["holds nothing at all", new FakeStorage({ "readingroom:left": "null" })],
]) {
  test(`a storage that ${what} is no trouble`, () => {
    globalThis.localStorage = storage;

    assert.doesNotThrow(() => rememberLeft("kernel", ["a"]));
    assert.doesNotThrow(() => takeLeft("kernel"));
  });
}

test("the models are those that cells show, of all their outputs", () => {
  const cell = (...outputs) => ({
    model: { outputs: { length: outputs.length, get: (place) => ({ data: outputs[place] }) } },
  });

  const cells = [
    cell(),
    cell({ [VIEW]: { model_id: "a" } }),
    cell({ "text/plain": "1" }, { [VIEW]: { model_id: "b" } }),
  ];

  assert.deepEqual(modelsShownIn(cells), ["a", "b"]);
});
