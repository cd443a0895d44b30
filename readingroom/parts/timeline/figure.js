// The figure of the timeline: a lane for each theme, marks that show how exactly a date is known, the text's markers.

/** @import { TimeScale } from "./axis.js" */
/** @import { DrawnMark, TimelineContent, TimelineEvent, Written } from "./types.js" */

import { timeScale } from "./axis.js";
import { drawMark } from "./event-mark.js";
import { figureHead } from "./figure-head.js";
import { layoutFor } from "./figure-layout.js";
import { drawLane, lanesOf, rowMiddle, stackLanes } from "./lanes.js";
import { svg } from "../base/svg.js";
import { ticks } from "./ticks.js";

const AXIS = 28;
const SECOND_LINE = 15;

/**
 * What a figure is drawn of: `markers` are those of the whole course; it reaches from the moment `from` to the moment
 * `to` and is `width` pixels wide.
 *
 * @typedef {object} FigureView
 * @property {TimelineEvent[]} markers
 * @property {number} from
 * @property {number} to
 * @property {number} width
 * @property {string} label
 */

/**
 * The figure as an element, with its marks lane by lane.
 *
 * @param {Pick<TimelineContent, "events" | "themes" | "words" | "written"> & FigureView} view
 * @returns {{ element: SVGSVGElement, marks: DrawnMark[] }}
 */
export function drawTimeline({ events, themes, markers, words, written, from, to, width, label }) {
  const layout = layoutFor(width);
  const scale = timeScale(from, to, width - layout.gutter - layout.side);
  const head = figureHead(markers, written, scale, layout);
  const lanes = lanesOf(events, themes, scale, layout);
  const bottom = stackLanes(lanes, head.height + 8, layout);
  const marks = lanes.flatMap((lane, i) =>
    lane.marks.map((mark) => {
      const y = rowMiddle(lane, mark.row, layout);
      const element = drawMark(mark, y, layout, lane.theme, words.text);
      return { event: mark.event, lane: i, x: mark.middle + layout.gutter, y, element };
    }),
  );
  const labels = ticks(scale);
  const height = bottom + AXIS + (labels.coarse.length ? SECOND_LINE : 0);
  const transform = `translate(${layout.gutter} 0)`;
  const element = svg(
    "svg",
    {
      class: "rr-figure",
      viewBox: `0 0 ${width} ${height}`,
      width,
      height,
      role: marks.length ? "listbox" : "img",
      tabindex: marks.length ? null : "0",
      "aria-label": label,
      "aria-orientation": "horizontal",
    },
    svg(
      "g",
      { "aria-hidden": "true", transform },
      drawAfter(written, scale, head.height, bottom),
      drawAxis(scale, labels, head.height, bottom),
      head.draw(bottom),
    ),
    svg(
      "g",
      { "aria-hidden": "true" },
      lanes.map((lane) => drawLane(lane, width, layout)),
    ),
    svg(
      "g",
      { role: "presentation", transform },
      marks.map((mark) => mark.element),
    ),
  );
  return { element, marks };
}

/**
 * The shade over the time after the text was written.
 *
 * @param {Written} written
 * @param {TimeScale} scale
 * @param {number} top
 * @param {number} bottom
 */
function drawAfter(written, scale, top, bottom) {
  const x = scale(written.at);
  return svg("rect", { class: "rr-after", x, y: top, width: scale.width - x, height: bottom - top });
}

/**
 * @param {TimeScale} scale
 * @param {ReturnType<typeof ticks>} labels
 * @param {number} top
 * @param {number} bottom
 */
function drawAxis(scale, { fine, coarse }, top, bottom) {
  return svg(
    "g",
    { class: "rr-axis" },
    svg("line", { class: "rr-axis-line", x1: 0, x2: scale.width, y1: bottom, y2: bottom }),
    fine.map(({ at, label }) =>
      svg(
        "g",
        { class: coarse.length ? "rr-minor" : null },
        svg("line", { class: "rr-grid", x1: scale(at), x2: scale(at), y1: top, y2: bottom + 5 }),
        svg("text", { x: scale(at), y: bottom + 19, "text-anchor": "middle" }, label),
      ),
    ),
    coarse.map(({ at, label }) => [
      at > scale.from
        ? svg("line", { class: "rr-grid", x1: scale(at), x2: scale(at), y1: top, y2: bottom + 34 })
        : null,
      svg("text", { class: "rr-coarse", x: scale(at), y: bottom + 19 + SECOND_LINE, dx: 3 }, label),
    ]),
  );
}
