// The lanes of the figure: one for each theme that has events to show, its marks in rows.

/** @import { TimeScale } from "./axis.js" */
/** @import { Layout } from "./figure-layout.js" */
/** @import { Mark, Theme, TimelineEvent } from "./types.js" */

import { intoRows, markOf } from "./axis.js";
import { svg } from "../base/svg.js";
import { withWords } from "./words-beside.js";

/** @typedef {{ theme: Theme, marks: Mark[], rows: number, top: number }} Lane */

/**
 * Lanes with their marks in rows. Words stand beside all marks where the figure stays low enough; else beside the
 * markers, then beside as many others as there is room for.
 *
 * @param {TimelineEvent[]} events
 * @param {Theme[]} themes
 * @param {TimeScale} scale
 * @param {Layout} layout
 */
export function lanesOf(events, themes, scale, layout) {
  /** @param {(marks: Mark[]) => Mark[]} named gives marks their words */
  const arrange = (named) =>
    themes
      .map((theme) => {
        const own = events.filter((event) => event.theme === theme.id);
        const marks = named(own.map((event) => markOf(event, scale, layout.least)));
        return { theme, marks, rows: intoRows(marks), top: 0 };
      })
      .filter((lane) => lane.marks.length);
  const nameOne = (/** @type {Mark} */ mark) => withWords(mark, mark.event.title, scale.width);
  const all = arrange((marks) => marks.map(nameOne));
  return isLow(all, layout) ? all : arrange((marks) => someNamed(marks, nameOne, layout));
}

/**
 * Give words to the markers where the figure is wide, and to each further mark that with its words leaves the lane as
 * low as it is, or low enough.
 *
 * @param {Mark[]} marks
 * @param {(mark: Mark) => Mark} nameOne
 * @param {Layout} layout
 */
function someNamed(marks, nameOne, layout) {
  const found = [...marks];
  const rows = (/** @type {Mark[]} */ tried) => intoRows([...tried]);
  const most = Math.max(rows(found), layout.fewRows);
  const isMarker = (/** @type {number} */ place) => Boolean(marks[place].event.marker);
  const places = [...marks.keys()].sort((a, b) => Number(isMarker(b)) - Number(isMarker(a)));
  for (const place of places) {
    const tried = [...found];
    tried[place] = nameOne(found[place]);
    if ((isMarker(place) && layout.isWide) || rows(tried) <= most) found[place] = tried[place];
  }
  return found;
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
