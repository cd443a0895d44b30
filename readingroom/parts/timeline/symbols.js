// The signs of the timeline: what an event's mark looks like, by how exactly its date is known.

import { h, unique } from "../base/dom.js";

export function svg(tag, attributes = {}, ...children) {
  const element = document.createElementNS("http://www.w3.org/2000/svg", tag);
  // As in h(): the notebook must not take the keys of what can have the focus.
  if ("tabindex" in attributes) element.setAttribute("data-lm-suppress-shortcuts", "true");
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === null || value === false) continue;
    element.setAttribute(name, typeof value === "number" ? Math.round(value * 10) / 10 : value);
  }
  element.append(...children.flat(2).filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

// A dot is a day, a short bar a month, a hatched bar a year; a bar with ends runs from one date to another, a diamond is such a time too `short` for a bar.
export function shapeOf(event, x0, x1, y, size, hatch, short = false) {
  const ring = event.marker ? { class: "rr-ring", y: y - 10 * size, height: 20 * size, rx: 10 * size } : null;
  if (short) {
    const middle = (x0 + x1) / 2;
    return [
      ring && svg("rect", { ...ring, x: middle - 10 * size, width: 20 * size }),
      ...diamond(middle, y, 7 * size, exactly(event) ? "" : hatch),
    ];
  }
  if (event.span) {
    return [
      ring && svg("rect", { ...ring, x: x0 - 4, width: x1 - x0 + 8 }),
      ...bar(event, x0 + 1, x1 - 1, y, 3 * size, 0, exactly(event) ? "" : hatch),
      ...[x0 + 1, x1 - 1].map((x) =>
        svg("line", { class: "rr-end", x1: x, x2: x, y1: y - 7 * size, y2: y + 7 * size }),
      ),
    ];
  }
  if (event.precision === "day") {
    const middle = (x0 + x1) / 2;
    return [
      ring && svg("rect", { ...ring, x: middle - 10 * size, width: 20 * size }),
      svg("circle", { class: "rr-shape", cx: middle, cy: y, r: 5.5 * size }),
    ];
  }
  return event.precision === "month"
    ? bar(event, x0, x1, y, 3.5 * size, 3, "")
    : bar(event, x0 + 1, x1 - 1, y, 5.5 * size, 0, hatch);
}

function bar(event, x0, x1, y, half, rx, hatch) {
  const box = { x: x0, y: y - half, width: x1 - x0, height: 2 * half, rx };
  return [
    svg("rect", { ...box, class: hatch ? "rr-shape rr-hollow" : "rr-shape" }),
    hatch ? svg("rect", { ...box, class: "rr-hatch", fill: `url(#${hatch})` }) : null,
  ];
}

function diamond(x, y, half, hatch) {
  const points = `${x},${y - half} ${x + half},${y} ${x},${y + half} ${x - half},${y}`;
  return [
    svg("polygon", { points, class: hatch ? "rr-shape rr-hollow" : "rr-shape" }),
    hatch ? svg("polygon", { points, class: "rr-hatch", fill: `url(#${hatch})` }) : null,
  ];
}

// Whether a span's first and last day are both known.
const exactly = (event) => [event.start, event.end].every(([first, last]) => last - first < 0.01);

export function hatching(id, theme = null) {
  return svg(
    "pattern",
    {
      id,
      "data-theme": theme?.id ?? "",
      "data-lane": theme?.lane ?? "",
      class: "rr-hatching",
      width: 4.5,
      height: 4.5,
      patternUnits: "userSpaceOnUse",
      patternTransform: "rotate(45)",
    },
    svg("line", { x1: 0, x2: 0, y1: 0, y2: 4.5 }),
  );
}

const NUMBERS = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];

// What the signs say, each drawn as in the figure.
export function legend(words, markers) {
  const hatch = unique("hatch");
  const plain = { theme: "", marker: "", unverified: "", span: false, precision: "day", start: [0, 0], end: [0, 0] };
  const entry = (changed, says, x0 = 4, x1 = 28, short = false) =>
    h(
      "li",
      {},
      svg(
        "svg",
        { width: 32, height: 22, viewBox: "0 0 32 22", "aria-hidden": "true" },
        svg("defs", {}, hatching(hatch)),
        svg(
          "g",
          {
            class: "rr-event-mark",
            "data-unverified": changed.unverified ?? null,
            "data-marker": changed.marker ?? null,
          },
          shapeOf({ ...plain, ...changed }, x0, x1, 11, 1, hatch, short),
        ),
      ),
      h("span", {}, says),
    );
  return h(
    "ul",
    { class: "rr-legend", "aria-label": "How to read the figure" },
    entry({}, "day confirmed"),
    entry({ precision: "month" }, "only the month confirmed", 9, 23),
    entry({ precision: "year" }, "only the year confirmed"),
    entry({ span: true }, "from one date to another"),
    entry({ span: true }, "the same, shorter than the figure can show", 10, 22, true),
    entry({ unverified: "yes" }, "hollow, broken outline: unverified in part"),
    entry({ marker: "yes" }, `one of ${words.text}\u2019s ${NUMBERS[markers] ?? markers} markers`),
  );
}
