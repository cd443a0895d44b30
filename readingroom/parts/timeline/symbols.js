// The symbols of the timeline: what an event's mark looks like, by how exactly its date is known.

/** @import { Theme, TimelineEvent } from "./types.js" */

import { svg } from "./svg.js";

/**
 * What of an event its mark shows.
 *
 * @typedef {Pick<TimelineEvent, "marker" | "span" | "precision" | "start" | "end">} Look
 */

/**
 * Where a mark is drawn; size is 1 in a wide figure.
 *
 * @typedef {{ x0: number, x1: number, y: number, size: number }} Place
 */

/**
 * The shape of an event's mark. A dot is a day, a short bar a month, a hatched bar a year; a bar with ends runs from
 * one date to another, and a diamond is such a time too `short` for a bar.
 *
 * @param {Look} event
 * @param {Place} place
 * @param {string} hatch id of the hatching
 * @param {boolean} short
 */
export function shapeOf(event, { x0, x1, y, size }, hatch, short = false) {
  const ring = (/** @type {number} */ x, /** @type {number} */ width) =>
    event.marker
      ? svg("rect", { class: "rr-ring", y: y - 10 * size, height: 20 * size, rx: 10 * size, x, width })
      : null;
  const middle = (x0 + x1) / 2;
  if (short) {
    const inside = hasExactDays(event) ? "" : hatch;
    return [ring(middle - 10 * size, 20 * size), ...diamond(middle, y, 7 * size, inside)];
  }
  if (event.span) {
    const inside = hasExactDays(event) ? "" : hatch;
    return [
      ring(x0 - 4, x1 - x0 + 8),
      ...bar([x0 + 1, x1 - 1], y, 3 * size, 0, inside),
      ...[x0 + 1, x1 - 1].map((x) =>
        svg("line", { class: "rr-end", x1: x, x2: x, y1: y - 7 * size, y2: y + 7 * size }),
      ),
    ];
  }
  if (event.precision === "day") {
    const dot = svg("circle", { class: "rr-shape", cx: middle, cy: y, r: 5.5 * size });
    return [ring(middle - 10 * size, 20 * size), dot];
  }
  return event.precision === "month"
    ? bar([x0, x1], y, 3.5 * size, 3, "")
    : bar([x0 + 1, x1 - 1], y, 5.5 * size, 0, hatch);
}

/**
 * @param {[number, number]} ends
 * @param {number} y
 * @param {number} half of its height
 * @param {number} rx
 * @param {string} hatch
 */
function bar([x0, x1], y, half, rx, hatch) {
  const box = { x: x0, y: y - half, width: x1 - x0, height: 2 * half, rx };
  return [
    svg("rect", { ...box, class: hatch ? "rr-shape rr-hollow" : "rr-shape" }),
    hatch ? svg("rect", { ...box, class: "rr-hatch", fill: `url(#${hatch})` }) : null,
  ];
}

/**
 * @param {number} x
 * @param {number} y
 * @param {number} half of its height
 * @param {string} hatch
 */
function diamond(x, y, half, hatch) {
  const points = `${x},${y - half} ${x + half},${y} ${x},${y + half} ${x - half},${y}`;
  return [
    svg("polygon", { points, class: hatch ? "rr-shape rr-hollow" : "rr-shape" }),
    hatch ? svg("polygon", { points, class: "rr-hatch", fill: `url(#${hatch})` }) : null,
  ];
}

/**
 * Whether a span's first and last day are both known.
 *
 * @param {Look} event
 */
const hasExactDays = (event) => [event.start, event.end].every(([first, last]) => last - first < 0.01);

/**
 * A pattern of slanting lines, in the colour of a theme or of the text.
 *
 * @param {string} id
 * @param {Theme | null} theme
 */
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
