// One's own copy: what is said of a file that the page does not send.

import assert from "node:assert/strict";
import test, { beforeEach } from "node:test";

import "./fake-document.mjs";
import { fakeModel } from "./fake-model.mjs";
import part from "../../readingroom/parts/own_copy/own_copy.js";

document.getRootNode = () => document;
Element.prototype.getRootNode = () => document;
const content = { folder: "my-copy", paragraphs: 3, words: { text: "the article" } };

beforeEach((t) => t.mock.timers.enable({ apis: ["setTimeout"] }));

// What the part says of a chosen file, and what it sends.
async function given(file) {
  const model = fakeModel({ content, answer: { says: "", kind: "", held: 0, number: 0 }, removals: 0 });
  const el = document.createElement("div");
  part.render({ model, el });
  const input = el.querySelector("input[type=file]");
  input.files = [file];
  input.dispatch("change");
  await new Promise((resolve) => setImmediate(resolve));
  return { said: el.querySelector(".rr-feedback").textContent, sent: model.get("upload") };
}

test("a file too large for the page is refused before it is read", async () => {
  let isRead = false;
  const arrayBuffer = async () => {
    isRead = true;
    return new ArrayBuffer(1);
  };

  const { said, sent } = await given({ name: "book.pdf", size: 9_000_001, arrayBuffer });

  assert.match(said, /^book\.pdf has more than 9 MB.*readingroom copy FILE$/);
  assert.deepEqual([isRead, sent], [false, undefined]);
});

test("a file that vanished is named", async () => {
  const arrayBuffer = () => Promise.reject(new Error("NotFoundError"));

  assert.match((await given({ name: "copy.pdf", size: 5, arrayBuffer })).said, /^copy\.pdf could not be read\./);
});

test("an empty file is named, and another is sent", async () => {
  const arrayBuffer = async () => new ArrayBuffer(5);

  assert.match((await given({ name: "copy.txt", size: 0, arrayBuffer })).said, /is empty/);
  assert.equal((await given({ name: "copy.txt", size: 5, arrayBuffer })).sent.byteLength, 5);
});
