// The cells of a notebook that are not on the way: behind a line, and the focus when it is opened.

import assert from "node:assert/strict";
import { test } from "node:test";

/** What stands in for an element: it keeps its children, and the document keeps what has the focus. */
function fakeElement() {
  const element = {
    children: [],
    dataset: {},
    attributes: new Set(),
    classList: { toggle() {} },
    setAttribute() {},
    hasAttribute: (name) => element.attributes.has(name),
    addEventListener: (_, press) => {
      element.click = press;
    },
    append(child) {
      element.children.push(child);
      child.remove = () => element.children.splice(element.children.indexOf(child), 1);
    },
    contains: () => true,
    querySelector: () => element.children[0] ?? null,
    focus: () => {
      document.activeElement = element;
    },
  };
  return element;
}

async function foldedLesson() {
  const listeners = {};
  globalThis.document = {
    activeElement: null,
    addEventListener: (name, listener) => {
      listeners[name] = listener;
    },
    createElement: fakeElement,
  };
  const { followWays } = await import("../../readingroom/lab/labextensions/readingroom/static/lesson-ways.js");
  const cell = { node: fakeElement(), model: { id: "a" }, setHidden() {} };
  const content = { node: fakeElement(), widgets: [cell] };
  followWays({ tracker: { forEach: (visit) => visit({ content }) } });
  listeners["rr-cells"]({ detail: { way: 0, folds: [{ from: 1, title: "More", cells: ["a"] }] } });
  return cell.node;
}

test("who opens a line that has the focus goes on from what has opened", async () => {
  const node = await foldedLesson();
  const [line] = node.children;
  line.focus();

  line.click();

  assert.deepEqual(node.children, []);
  assert.equal(document.activeElement, node);
  assert.equal(node.tabIndex, -1);
});

test("a line that is opened from elsewhere takes the focus from nobody", async () => {
  const node = await foldedLesson();
  const other = fakeElement();
  other.focus();

  node.children[0].click();

  assert.equal(document.activeElement, other);
});
