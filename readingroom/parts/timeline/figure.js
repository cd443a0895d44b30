// The figure of the timeline: a lane for each theme, marks that show how exactly a date is known, the article's markers across.

import { unique } from "../base/dom.js";
import { intoRows, markOf, ticks, timeScale, withWords } from "./axis.js";
import { svg } from "./svg.js";
import { hatching, shapeOf } from "./symbols.js";

const WIDE = { gutter: 124, side: 16, row: 24, least: 24, laneHead: 0, laneGap: 12, wordRows: 26, laneWordRows: 9 };
const NARROW = { gutter: 14, side: 16, row: 17, least: 15, laneHead: 24, laneGap: 8, wordRows: 0, laneWordRows: 0 };
const HEAD_ROW = 20,
  AXIS = 28;

// Draw `events` `width` pixels wide; return { element, marks }, each mark with its event, element, lane, x and y.
export function drawTimeline({ events, themes, markers, words, written, from, to, width, label }) {
  const form = width < 620 ? NARROW : WIDE;
  const scale = timeScale(from, to, width - form.gutter - form.side);
  const hatch = unique("hatch");
  const head = headOf(markers, written, scale, form);
  const lanes = lanesOf(events, themes, scale, form);
  let bottom = head.height + 8;
  for (const lane of lanes) {
    lane.top = bottom;
    bottom += form.laneHead + Math.max(lane.rows * form.row, form.laneHead ? 0 : 36) + form.laneGap;
  }
  const marks = lanes.flatMap((lane, i) =>
    lane.marks.map((mark) => {
      const y = lane.top + form.laneHead + 5 + (mark.row + 0.5) * form.row;
      return {
        event: mark.event,
        lane: i,
        x: mark.middle + form.gutter,
        y,
        element: drawMark(mark, y, form, `${hatch}-${mark.event.theme}`, lane.theme, words),
      };
    }),
  );
  const height = bottom + AXIS;
  const element = svg(
    "svg",
    {
      class: "rr-figure",
      viewBox: `0 0 ${width} ${height}`,
      width,
      height,
      role: "listbox",
      "aria-label": label,
      "aria-orientation": "horizontal",
    },
    svg(
      "defs",
      { "aria-hidden": "true" },
      themes.map((theme) => hatching(`${hatch}-${theme.id}`, theme)),
    ),
    svg(
      "g",
      { "aria-hidden": "true", transform: `translate(${form.gutter} 0)` },
      drawAfter(written, scale, head.height, bottom),
      drawAxis(scale, head.height, bottom),
      head.draw(bottom),
    ),
    svg(
      "g",
      { "aria-hidden": "true" },
      lanes.map((lane) => drawLane(lane, width, form)),
    ),
    svg(
      "g",
      { role: "presentation", transform: `translate(${form.gutter} 0)` },
      marks.map((mark) => mark.element),
    ),
  );
  return { element, marks };
}

// Marks in rows, lane by lane. Words stand beside them where the figure stays low enough; the markers have theirs wherever it is wide.
function lanesOf(events, themes, scale, form) {
  const arranged = (wordsOf) =>
    themes
      .map((theme) => {
        const marks = events
          .filter((event) => event.theme === theme.id)
          .map((event) => {
            const mark = markOf(event, scale, form.least);
            const words = wordsOf(event);
            return words ? withWords(mark, words, scale.width) : mark;
          });
        return { theme, marks, rows: intoRows(marks) };
      })
      .filter((lane) => lane.marks.length);
  const low = (all) =>
    all.reduce((sum, lane) => sum + lane.rows, 0) <= form.wordRows &&
    all.every((lane) => lane.rows <= form.laneWordRows);
  const all = arranged((event) => event.title);
  return low(all) ? all : arranged((event) => (event.marker && form === WIDE ? event.title : ""));
}

// The labels above the lanes: the article's markers, and where the article's own time ends.
function headOf(markers, written, scale, form) {
  const shown = markers
    .filter((event) => scale.from <= event.start[0] && event.start[0] < scale.to + 1)
    .map((event) => {
      const x = scale(event.start[0]);
      return { marker: event.marker, x, left: x - 19, right: x + 19 };
    });
  const x = scale(written.at);
  const after = form === WIDE && x < scale.width - 150 ? [{ x: x + 26, left: x, right: scale.width }] : [];
  const height = Math.max(intoRows([...shown, ...after]), 1) * HEAD_ROW + 2;
  const draw = (bottom) => [
    shown.map(({ marker, x: at, row }) =>
      svg(
        "g",
        { class: "rr-marker-line" },
        svg("line", { x1: at, x2: at, y1: row * HEAD_ROW + 18, y2: bottom }),
        svg("rect", { x: at - 18, y: row * HEAD_ROW + 1, width: 36, height: 18, rx: 3 }),
        svg("text", { x: at, y: row * HEAD_ROW + 14.5, "text-anchor": "middle" }, marker),
      ),
    ),
    after.map((label) =>
      svg("text", { class: "rr-after-label", x: label.x, y: label.row * HEAD_ROW + 14.5 }, `${written.label} \u2192`),
    ),
  ];
  return { height, draw };
}

function drawAfter(written, scale, top, bottom) {
  const x = scale(written.at);
  return svg("rect", { class: "rr-after", x, y: top, width: scale.width - x, height: bottom - top });
}

function drawAxis(scale, top, bottom) {
  return svg(
    "g",
    { class: "rr-axis" },
    svg("line", { class: "rr-axis-line", x1: 0, x2: scale.width, y1: bottom, y2: bottom }),
    ticks(scale).map(({ at, label, minor }) =>
      svg(
        "g",
        { class: minor ? "rr-minor" : null },
        svg("line", { class: "rr-grid", x1: scale(at), x2: scale(at), y1: top, y2: bottom + 5 }),
        svg("text", { x: scale(at), y: bottom + 19, "text-anchor": "middle" }, label),
      ),
    ),
  );
}

function drawLane(lane, width, form) {
  const { sign, label, id } = lane.theme;
  const lines = form.laneHead ? [label] : inTwo(label);
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

// A long label on two lines, parted as near its middle as a space allows.
function inTwo(label) {
  const spaces = [...label.matchAll(/ /g)]
    .map((found) => found.index)
    .sort((a, b) => Math.abs(a - label.length / 2) - Math.abs(b - label.length / 2));
  return spaces.length ? [label.slice(0, spaces[0]), label.slice(spaces[0] + 1)] : [label];
}

function drawMark(mark, y, form, hatch, theme, { text }) {
  const { event, x0, x1, left, right, side, words } = mark;
  const half = Math.max(x1 - x0, form.least) / 2;
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
      "aria-label": `${event.words}: ${event.title}${event.marker ? `, ${text}\u2019s marker ${event.marker}` : ""}${event.unverified ? ", unverified in part" : ""}`,
    },
    svg("rect", { class: "rr-halo", x: left, y: y - form.row / 2, width: right - left, height: form.row, rx: 6 }),
    shapeOf(event, { x0, x1, y, size: form === WIDE ? 1 : 0.8 }, hatch, mark.short),
    words ? svg("text", { x: at, y: y + 4, "text-anchor": side === "left" ? "end" : "start" }, words) : null,
  );
}
