// The labels above the lanes: the text's markers, and where the text's own time ends.

/** @import { TimeScale } from "./axis.js" */
/** @import { Layout } from "./figure-layout.js" */
/** @import { TimelineEvent, Written } from "./types.js" */

import { intoRows } from "./axis.js";
import { svg } from "../base/svg.js";
import { textWidth } from "./words-beside.js";

const HEAD_ROW = 20;
const LEAST_FLAG = 36;

/**
 * Its height, the boxes of its labels, and `draw`, which draws it with lines from the markers down to `bottom`.
 *
 * @param {TimelineEvent[]} markers
 * @param {Written} written
 * @param {TimeScale} scale
 * @param {Layout} layout
 */
export function figureHead(markers, written, scale, layout) {
  const flags = markers
    .filter((event) => scale.from <= event.start[0] && event.start[0] < scale.to)
    .map((event) => flagOf(event, scale, layout));
  const x = scale(written.at);
  const hasRoom = x + 26 + textWidth(written.label) + 22 < scale.width && written.at < scale.to;
  const after = hasRoom
    ? [{ label: written.label, x: x + 26, left: x, right: x + 48 + textWidth(written.label), row: 0 }]
    : [];
  const height = Math.max(intoRows([...flags, ...after]), 1) * HEAD_ROW + 2;
  const draw = (/** @type {number} */ bottom) => [
    ...flags.map((flag) => drawFlag(flag, bottom)),
    ...after.map(({ label, x: start, row }) =>
      svg("text", { class: "rr-after-label", x: start, y: row * HEAD_ROW + 14.5 }, `${label} \u2192`),
    ),
  ];
  return { height, boxes: [...flags, ...after], draw };
}

/**
 * The flag of a marker, as wide as its label and kept within the figure.
 *
 * @param {TimelineEvent} event
 * @param {TimeScale} scale
 * @param {Layout} layout
 */
function flagOf(event, scale, layout) {
  const x = scale(event.start[0]);
  const width = Math.max(textWidth(event.marker, true) + 8, LEAST_FLAG);
  const at = Math.min(Math.max(x, width / 2 - layout.gutter), scale.width + layout.side - width / 2);
  return { label: event.marker, x, at, width, left: at - width / 2 - 1, right: at + width / 2 + 1, row: 0 };
}

/**
 * @param {ReturnType<typeof flagOf>} flag
 * @param {number} bottom
 */
function drawFlag({ label, x, at, width, row }, bottom) {
  return svg(
    "g",
    { class: "rr-marker-line" },
    svg("line", { x1: x, x2: x, y1: row * HEAD_ROW + 18, y2: bottom }),
    svg("rect", { x: at - width / 2, y: row * HEAD_ROW + 1, width, height: 18, rx: 3 }),
    svg("text", { x: at, y: row * HEAD_ROW + 14.5, "text-anchor": "middle" }, label),
  );
}
