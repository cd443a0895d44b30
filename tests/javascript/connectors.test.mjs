// Lines between the boxes of the argument: where they run, and that they pass between boxes.

import assert from "node:assert/strict";
import test from "node:test";

import { FakeElement } from "./fake-document.mjs";
import { connect } from "../../readingroom/parts/argument/connectors.js";

let observers = [];
globalThis.ResizeObserver = class {
  watched = [];
  constructor(draw) {
    this.draw = draw;
    observers.push(this);
  }
  observe(element) {
    this.watched.push(element);
  }
  disconnect() {
    this.watched = [];
  }
};

// An element that lies from (left, top) to (right, bottom) in the window.
function box(left, right, top, bottom) {
  const element = new FakeElement("div");
  element.getBoundingClientRect = () => ({ left, right, top, bottom, width: right - left, height: bottom - top });
  return element;
}

// Connect boxes by name, in an area that begins at (0, 0) unless it is given; columns are lists of names.
function connected(boxes, links, columns = [], area = box(0, 100, 0, 50)) {
  observers = [];
  const stacks = columns.map((names) => names.map((name) => boxes[name]));
  const lines = connect(area, new Map(Object.entries(boxes)), links, stacks);
  observers[0].draw();
  const svg = area.children[0];
  return { ...lines, svg, paths: svg.children, watch: observers[0] };
}

const drawn = (...values) => connected(...values).paths.map((path) => path.getAttribute("d"));

test("a line runs from a box's right edge to the next one's left edge, in their middles", () => {
  const boxes = { a: box(0, 10, 0, 20), b: box(30, 40, 10, 30) };

  assert.deepEqual(drawn(boxes, [["a", "b"]]), ["M 10 10 C 20 10, 20 20, 30 20"]);
});

test("places are counted from the corner of the area", () => {
  const boxes = { a: box(105, 115, 205, 225), b: box(135, 145, 215, 235) };

  assert.deepEqual(drawn(boxes, [["a", "b"]], [], box(105, 205, 205, 255)), ["M 10 10 C 20 10, 20 20, 30 20"]);
});

test("the boxes that a line passes are counted from there too", () => {
  const boxes = { a: box(100, 110, 204, 220), between: box(120, 130, 200, 220), b: box(140, 150, 204, 220) };

  const [path] = drawn(boxes, [["a", "b"]], [["between"]], box(100, 200, 200, 250));

  assert.match(path, / 20 25 H 30 /);
});

test("the drawing is as large as the area", () => {
  const { svg } = connected({}, [], [], box(5, 105, 5, 55));

  assert.equal(svg.getAttribute("viewBox"), "0 0 100 50");
});

test("a line to a farther column passes below a box that is in its way", () => {
  const boxes = { a: box(0, 10, 4, 20), between: box(20, 30, 0, 20), b: box(40, 50, 4, 20) };

  assert.deepEqual(drawn(boxes, [["a", "b"]], [["a"], ["between"], ["b"]]), [
    "M 10 12 C 15 12, 15 25, 20 25 H 30 C 35 25, 35 12, 40 12",
  ]);
});

test("a line passes above a box where that is nearer", () => {
  const boxes = { a: box(0, 10, 0, 16), between: box(20, 30, 0, 20), b: box(40, 50, 0, 16) };

  assert.deepEqual(drawn(boxes, [["a", "b"]], [["between"]]), ["M 10 8 C 15 8, 15 -5, 20 -5 H 30 C 35 -5, 35 8, 40 8"]);
});

// Where the line passes a column of two boxes, of which the upper ends at 10 and the lower begins at `top`.
const heightInGap = (top) => {
  const boxes = { a: box(0, 10, 4, 20), upper: box(20, 30, 0, 10), lower: box(20, 30, top, 40), b: box(40, 50, 4, 20) };
  return Number(/ 20 (-?[\d.]+) H/.exec(drawn(boxes, [["a", "b"]], [["upper", "lower"]])[0])[1]);
};

test("a line keeps five pixels away from the boxes it passes", () => {
  assert.equal(heightInGap(30), 15);
});

test("in a narrow gap a line passes in the middle", () => {
  assert.equal(heightInGap(16), 13);
});

test("a gap of five pixels is too narrow to pass", () => {
  assert.equal(heightInGap(15), -5);
});

test("a line that is free to pass runs straight", () => {
  const boxes = { a: box(0, 10, 0, 20), far: box(20, 30, 100, 120), b: box(40, 50, 0, 20) };

  assert.deepEqual(drawn(boxes, [["a", "b"]], [["far"]]), ["M 10 10 C 15 10, 15 10, 20 10 H 30 C 35 10, 35 10, 40 10"]);
});

test("a line that goes down is met by a column at the height it has there", () => {
  const boxes = { a: box(0, 10, 0, 20), far: box(20, 30, 100, 120), b: box(40, 50, 30, 50) };

  assert.deepEqual(drawn(boxes, [["a", "b"]], [["far"]]), ["M 10 10 C 15 10, 15 20, 20 20 H 30 C 35 20, 35 40, 40 40"]);
});

test("a column between farther ones is met from where the line passed the one before", () => {
  const boxes = {
    a: box(0, 10, 0, 20),
    first: box(20, 30, 0, 35),
    second: box(40, 50, 100, 120),
    b: box(60, 70, 30, 50),
  };

  const [path] = drawn(boxes, [["a", "b"]], [["first"], ["second"]]);

  assert.match(path, / 20 -5 H 30 C 35 -5, 35 10, 40 10 H 50 /);
});

test("an empty column is in nobody's way", () => {
  const boxes = { a: box(0, 10, 0, 20), b: box(30, 40, 0, 20) };

  assert.deepEqual(drawn(boxes, [["a", "b"]], [[]]), ["M 10 10 C 20 10, 20 10, 30 10"]);
});

test("in an area that is not shown no line is drawn", () => {
  const boxes = { a: box(0, 0, 0, 0), b: box(0, 0, 0, 0) };

  assert.deepEqual(drawn(boxes, [["a", "b"]], [], box(0, 0, 0, 0)), [null]);
});

const three = () =>
  connected({ a: box(0, 10, 0, 20), b: box(30, 40, 0, 20), c: box(60, 70, 0, 20) }, [
    ["a", "b"],
    ["b", "c"],
  ]);
const classes = ({ paths }) => paths.map((path) => [...path.classes].join(" "));

test("the lines of a box that is stressed are near, whichever end it is", () => {
  const lines = three();

  lines.stress("b");

  assert.deepEqual(classes(lines), ["rr-near", "rr-near"]);
});

test("the lines of other boxes are not near", () => {
  const lines = three();

  lines.stress("a");

  assert.deepEqual(classes(lines), ["rr-near", ""]);
});

test("where no box is stressed no line is near", () => {
  const lines = three();
  lines.stress("b");

  lines.stress(null);

  assert.deepEqual(classes(lines), ["", ""]);
});

test("the lines from a shaken box are shaken", () => {
  const lines = three();

  lines.shake((id) => id === "b");

  assert.deepEqual(classes(lines), ["", "rr-shaken-link"]);
});

test("the lines follow the size of the area and of each box until they are stopped", () => {
  const { stop, watch } = three();
  const watched = watch.watched.length;

  stop();

  assert.deepEqual([watched, watch.watched.length], [4, 0]);
});

test("a reader of the screen is not told of the lines", () => {
  assert.equal(three().svg.getAttribute("aria-hidden"), "true");
});
