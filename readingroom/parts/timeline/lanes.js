// The lanes of the figure: one for each theme that has events to show, its marks in rows.

/** @import { TimeScale } from "./axis.js" */
/** @import { Layout } from "./figure-layout.js" */
/** @import { Mark, Theme, TimelineEvent } from "./types.js" */

import { intoRows, markOf, withWords } from "./axis.js";
import { svg } from "./svg.js";

/** @typedef {{ theme: Theme, marks: Mark[], rows: number, top: number }} Lane */

/**
 * Lanes with their marks in rows. Words stand beside the marks where the figure stays low enough; the markers have
 * theirs wherever it is wide.
 *
 * @param {TimelineEvent[]} events
 * @param {Theme[]} themes
 * @param {TimeScale} scale
 * @param {Layout} layout
 */
export function lanesOf(events, themes, scale, layout) {
  /** @param {(event: TimelineEvent) => string} wordsOf */
  const arrange = (wordsOf) =>
    themes
      .map((theme) => {
        const marks = events
          .filter((event) => event.theme === theme.id)
          .map((event) => {
            const mark = markOf(event, scale, layout.least);
            const words = wordsOf(event);
            return words ? withWords(mark, words, scale.width) : mark;
          });
        return { theme, marks, rows: intoRows(marks), top: 0 };
      })
      .filter((lane) => lane.marks.length);
  const withAllWords = arrange((event) => event.title);
  if (isLow(withAllWords, layout)) return withAllWords;
  return arrange((event) => (event.marker && layout.isWide ? event.title : ""));
}

/**
 * @param {Lane[]} lanes
 * @param {Layout} layout
 */
function isLow(lanes, layout) {
  const rows = lanes.reduce((sum, lane) => sum + lane.rows, 0);
  return rows <= layout.wordRows && lanes.every((lane) => lane.rows <= layout.laneWordRows);
}

/**
 * Give each lane its top, one below the other from `top` on; return where the last one ends.
 *
 * @param {Lane[]} lanes
 * @param {number} top
 * @param {Layout} layout
 */
export function stackLanes(lanes, top, layout) {
  let bottom = top;
  for (const lane of lanes) {
    lane.top = bottom;
    bottom += layout.laneHead + Math.max(lane.rows * layout.row, layout.laneHeight) + layout.laneGap;
  }
  return bottom;
}

/**
 * The middle of a row of a lane.
 *
 * @param {Lane} lane
 * @param {number} row
 * @param {Layout} layout
 */
export const rowMiddle = (lane, row, layout) => lane.top + layout.laneHead + 5 + (row + 0.5) * layout.row;

/**
 * A lane's upper edge, with the sign and name of its theme.
 *
 * @param {Lane} lane
 * @param {number} width
 * @param {Layout} layout
 */
export function drawLane(lane, width, layout) {
  const { sign, label, id } = lane.theme;
  const lines = layout.laneHead ? [label] : inTwo(label);
  return svg(
    "g",
    { class: "rr-lane", "data-theme": id, "data-lane": lane.theme.lane },
    svg("line", { x1: 0, x2: width, y1: lane.top, y2: lane.top }),
    svg("text", { class: "rr-sign", x: 2, y: lane.top + 20 }, sign),
    svg(
      "text",
      { y: lane.top + 20 },
      lines.map((line, i) => svg("tspan", { x: 22, dy: i * 15 }, line)),
    ),
  );
}

/**
 * A long label on two lines, split as near its middle as a space allows.
 *
 * @param {string} label
 */
function inTwo(label) {
  const spaces = [...label.matchAll(/ /g)]
    .map((space) => space.index)
    .sort((a, b) => Math.abs(a - label.length / 2) - Math.abs(b - label.length / 2));
  return spaces.length ? [label.slice(0, spaces[0]), label.slice(spaces[0] + 1)] : [label];
}
