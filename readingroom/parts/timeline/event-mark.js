// The mark of one event in the figure, as an option of a listbox.

/** @import { Layout } from "./figure-layout.js" */
/** @import { Mark, Theme, TimelineEvent } from "./types.js" */

import { svg } from "../base/svg.js";
import { shapeOf } from "./symbols.js";

/**
 * @param {Mark} mark
 * @param {number} y middle of its row
 * @param {Layout} layout
 * @param {Theme} theme
 * @param {string} text how the course calls its text
 */
export function drawMark(mark, y, layout, theme, text) {
  const { event, x0, x1, left, right, side, words } = mark;
  const half = Math.max(x1 - x0, layout.least) / 2;
  const gap = event.marker ? 6 : 3;
  const at = side === "left" ? mark.middle - half - gap : mark.middle + half + gap;
  return svg(
    "g",
    {
      class: "rr-event-mark",
      role: "option",
      tabindex: "-1",
      "aria-selected": "false",
      "data-theme": event.theme,
      "data-lane": theme.lane,
      "data-event": event.id,
      "data-unverified": event.unverified ? "" : null,
      "data-marker": event.marker || null,
      "aria-label": accessibleName(event, text),
    },
    svg("rect", { class: "rr-halo", x: left, y: y - layout.row / 2, width: right - left, height: layout.row, rx: 6 }),
    shapeOf(mark, y, layout.symbolSize),
    words ? svg("text", { x: at, y: y + 4, "text-anchor": side === "left" ? "end" : "start" }, words) : null,
  );
}

/**
 * @param {TimelineEvent} event
 * @param {string} text
 */
function accessibleName(event, text) {
  const marker = event.marker ? `, ${text}\u2019s marker ${event.marker}` : "";
  const doubt = event.unverified ? ", unverified in part" : "";
  return `${event.words}: ${event.title}${marker}${doubt}`;
}
