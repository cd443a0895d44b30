// The shape of an event's mark: a dot for a day, a bar as wide as the time it may mean, pale where that is not sure.

/** @import { Mark } from "./types.js" */

import { svg } from "../base/svg.js";

const HALF_HEIGHT = 6; // pixels of a mark's height, above and below its middle
const RING = 4; // pixels around it

/**
 * What is drawn; the sure part lies over the pale one. What the text marks has a ring.
 *
 * @param {Pick<Mark, "x0" | "x1" | "sure"> & { event: { marker: string } }} mark
 * @param {number} y
 * @param {number} size 1 in a wide figure
 */
export function shapeOf({ event, x0, x1, sure }, y, size) {
  const isSure = sure !== null && sure[0] <= x0 && sure[1] >= x1;
  return [
    event.marker ? pill("rr-ring", [x0 - RING, x1 + RING], y, (HALF_HEIGHT + RING) * size) : null,
    pill(isSure ? "rr-shape" : "rr-shape rr-pale", [x0, x1], y, HALF_HEIGHT * size),
    sure && !isSure ? pill("rr-sure", sure, y, HALF_HEIGHT * size) : null,
  ];
}

/**
 * @param {string} name
 * @param {[number, number]} ends
 * @param {number} y
 * @param {number} half of its height
 */
function pill(name, [x0, x1], y, half) {
  const width = Math.max(x1 - x0, 1);
  return svg("rect", { class: name, x: x0, y: y - half, width, height: 2 * half, rx: Math.min(half, width / 2) });
}
