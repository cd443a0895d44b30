// A file that comes after the page stands: fetched from a server, left by a script where the page was opened as a file.

import assert from "node:assert/strict";
import test from "node:test";

import { loadJson } from "../../readingroom/site/late-file.js";

// A page opened as a file, on which scripts leave `files` by their addresses; it counts how many were asked for.
function openedAsFile(files) {
  const asked = [];
  globalThis.location = { protocol: "file:" };
  globalThis.lateFiles = {};
  globalThis.document = {
    createElement: () => ({}),
    head: {
      append(script) {
        asked.push(script.src);
        const address = script.src.replace(/\.js$/, "");
        globalThis.lateFiles[address] = files[address];
        queueMicrotask(address in files ? script.onload : script.onerror);
      },
    },
  };
  return asked;
}

test("from a server it is fetched, and what did not come is told by its address", async () => {
  globalThis.location = { protocol: "https:" };
  globalThis.fetch = async (address) => ({ ok: address === "a.json", status: 404, text: async () => '{"b": 1}' });

  assert.deepEqual(await loadJson("a.json"), { b: 1 });
  await assert.rejects(loadJson("c.json"), { message: "c.json did not come (404)" });
});

test("on a page opened as a file it is what its script left, asked for once", async () => {
  const asked = openedAsFile({ "d.json": '{"e": 2}' });

  assert.deepEqual([await loadJson("d.json"), await loadJson("d.json")], [{ e: 2 }, { e: 2 }]);
  assert.deepEqual(asked, ["d.json.js"]);
});

test("one that is missing beside the page is told by its name, and asked for again", async () => {
  openedAsFile({});
  await assert.rejects(loadJson("f.json"), { message: "f.json.js is missing beside this page" });
  openedAsFile({ "f.json": "3" });

  assert.equal(await loadJson("f.json"), 3);
});
