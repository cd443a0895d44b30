// The line of text that says whether things are saved.

import assert from "node:assert/strict";
import test from "node:test";

import { FakeElement } from "./fake-document.mjs";
import { showSaveStatus } from "../../readingroom/parts/base/save.js";

const SAVED = { kind: "saved", message: "Saved" };
const SAVING = { kind: "saving", message: "Saving …" };
const TROUBLE = { kind: "trouble", message: "The disk is full." };

// The line after these statuses, and where a download was offered.
function line(statuses, quietly) {
  const element = new FakeElement("p");
  const offered = [];
  let tell = null;
  const saver = { offered: { after: (at) => offered.push(at) }, watch: (listener) => (tell = listener) };
  showSaveStatus(saver, element, quietly);
  statuses.forEach(tell);
  return { element, offered };
}

test("the line has the words and the kind of the last status", () => {
  const { element } = line([SAVING, SAVED]);

  assert.deepEqual([element.textContent, element.dataset.kind], ["Saved", "saved"]);
});

test("before anything was done the quiet line says nothing", () => {
  assert.equal(line([SAVED]).element.textContent, "");
});

test("a line that is not quiet says so at once", () => {
  assert.equal(line([SAVED], false).element.textContent, "Saved");
});

test("a trouble is an alert", () => {
  assert.equal(line([TROUBLE]).element.getAttribute("role"), "alert");
});

test("what came right is no alert any more", () => {
  assert.equal(line([TROUBLE, SAVED]).element.getAttribute("role"), null);
});

test("a download is offered below the line when something was saved", () => {
  const { element, offered } = line([SAVED], false);

  assert.deepEqual(offered, [element]);
});

test("in trouble no download is offered", () => {
  assert.deepEqual(line([TROUBLE]).offered, []);
});
