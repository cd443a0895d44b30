// A lesson's kernel is asked for once, before Jupyter asks for it, and only where Jupyter would ask for the same.

import assert from "node:assert/strict";
import { afterEach, test } from "node:test";

import { startKernel } from "../../readingroom/lab/labextensions/readingroom/static/kernel-start.js";

afterEach(() => delete globalThis.document);

/** A lesson that has just opened, what is asked of the server, and what answers it. */
function opened({ preference = {}, kernel = "python3", isLite = false } = {}) {
  globalThis.document = { querySelector: () => (isLite ? {} : null) };
  const told = [];
  const sessionContext = {
    path: "notebooks/a.ipynb",
    name: "a.ipynb",
    type: "notebook",
    kernelPreference: preference,
    initialize: async () => told.push("Jupyter begins"),
  };
  const server = {};
  const startSession = (asked, settings) => {
    told.push(asked, settings);
    return new Promise((answer, refuse) => Object.assign(server, { answer, refuse }));
  };
  const app = { serviceManager: { serverSettings: "settings" } };
  startKernel(
    { app, SessionAPI: { startSession } },
    { context: { model: { defaultKernelName: kernel } }, sessionContext },
  );
  return { told, server, sessionContext };
}

test("the server is asked for the session that Jupyter would ask for", () => {
  const { told } = opened();

  assert.deepEqual(told, [
    { path: "notebooks/a.ipynb", name: "a.ipynb", type: "notebook", kernel: { name: "python3" } },
    "settings",
  ]);
});

for (const [answer, name] of [
  ["answer", "started"],
  ["refuse", "refused"],
]) {
  test(`Jupyter begins once the kernel was ${name}, and not before`, async () => {
    const { told, server, sessionContext } = opened();
    const beginning = sessionContext.initialize();
    await Promise.resolve();
    assert.equal(told.length, 2);

    server[answer]();
    await beginning;

    assert.equal(told.at(-1), "Jupyter begins");
  });
}

for (const [why, how] of [
  ["the notebook is to have none", { preference: { shouldStart: false } }],
  ["there can be none", { preference: { canStart: false } }],
  ["it is opened with a kernel that runs", { preference: { id: "1" } }],
  ["it names no kernel", { kernel: "" }],
  ["there is no server", { isLite: true }],
]) {
  test(`nothing is asked where ${why}`, async () => {
    const { told, sessionContext } = opened(how);

    await sessionContext.initialize();

    assert.deepEqual(told, ["Jupyter begins"]);
  });
}
