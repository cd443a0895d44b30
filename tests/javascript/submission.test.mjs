// The end of an exercise: the receipt as it is seen and as it is read aloud.

import assert from "node:assert/strict";
import test from "node:test";

import "./fake-document.mjs";
import { fakeModel } from "./fake-model.mjs";
import part from "../../readingroom/parts/exercise/submission.js";

const content = { title: "E", student: "anna", fixed: false, tasks: [], paragraphs: [] };

function shown(made) {
  const model = fakeModel({ content, made: {}, trouble: "" });
  const el = document.createElement("div");
  part.render({ model, el });
  model.set("made", { name: "f.jsonl", path: "hand-ins/f.jsonl", text: "", ...made });
  return el;
}

test("a receipt is shown in groups and read aloud letter by letter, with a pause after each group", () => {
  const el = shown({ receipt: "K7QD-2M9X-F4TZ-6LWA" });

  assert.equal(el.querySelector(".rr-receipt").textContent, "K7QD-2M9X-F4TZ-6LWA");
  assert.match(el.textContent, /Your receipt is K 7 Q D, 2 M 9 X, F 4 T Z, 6 L W A\. Give the file/);
});
