// What is said of a record that is asked for as a file.

import assert from "node:assert/strict";
import test from "node:test";

import "./fake-document.mjs";
import { fakeModel } from "./fake-model.mjs";
import { recordDownload } from "../../readingroom/parts/base/download-record.js";

// What is said when the record is asked for, and `answer` comes of it; later, after so many seconds.
function asked(t, answer, seconds = 0) {
  t.mock.timers.enable({ apis: ["setTimeout"] });
  const model = fakeModel({ wanted: 0, given: 0, download: "" });
  const said = [];
  const download = recordDownload(model, (says) => said.push(says));
  download.request();
  answer(model);
  t.mock.timers.tick(seconds * 1000);
  download.stop();
  return said.slice(1);
}

test("an empty record is called empty, and nobody waits for it", (t) => {
  const said = asked(t, (model) => model.set("given", model.get("wanted")), 100);

  assert.deepEqual(said, ["Nothing is in your record yet, so there is nothing to download."]);
});

test("a kernel that does not give the record is named", (t) => {
  assert.match(asked(t, () => {}, 8)[0], /kernel does not answer/);
});
