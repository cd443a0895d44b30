// The labels above the lanes: the text's markers, and where the text's own time ends.

/** @import { TimeScale } from "./axis.js" */
/** @import { Layout } from "./figure-layout.js" */
/** @import { TimelineEvent, Written } from "./types.js" */

import { intoRows } from "./axis.js";
import { svg } from "./svg.js";

const HEAD_ROW = 20;

/**
 * Its height, and `draw`, which draws it with lines from the markers down to `bottom`.
 *
 * @param {TimelineEvent[]} markers
 * @param {Written} written
 * @param {TimeScale} scale
 * @param {Layout} layout
 */
export function figureHead(markers, written, scale, layout) {
  const flags = markers
    .filter((event) => scale.from <= event.start[0] && event.start[0] < scale.to + 1)
    .map((event) => {
      const x = scale(event.start[0]);
      return { label: event.marker, x, left: x - 19, right: x + 19, row: 0 };
    });
  const x = scale(written.at);
  const hasRoom = layout.isWide && x < scale.width - 150;
  const after = hasRoom ? [{ label: written.label, x: x + 26, left: x, right: scale.width, row: 0 }] : [];
  const height = Math.max(intoRows([...flags, ...after]), 1) * HEAD_ROW + 2;
  const draw = (/** @type {number} */ bottom) => [
    ...flags.map((flag) => drawFlag(flag, bottom)),
    ...after.map(({ label, x: start, row }) =>
      svg("text", { class: "rr-after-label", x: start, y: row * HEAD_ROW + 14.5 }, `${label} \u2192`),
    ),
  ];
  return { height, draw };
}

/**
 * @param {{ label: string, x: number, row: number }} flag
 * @param {number} bottom
 */
function drawFlag({ label, x, row }, bottom) {
  return svg(
    "g",
    { class: "rr-marker-line" },
    svg("line", { x1: x, x2: x, y1: row * HEAD_ROW + 18, y2: bottom }),
    svg("rect", { x: x - 18, y: row * HEAD_ROW + 1, width: 36, height: 18, rx: 3 }),
    svg("text", { x, y: row * HEAD_ROW + 14.5, "text-anchor": "middle" }, label),
  );
}
