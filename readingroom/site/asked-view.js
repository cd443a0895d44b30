// A view that a reader asks of a chart of trade, made from the figure with all partners and years: what is not asked
// for is left out, and scale, labels, table and finding follow.

/** @import { Asked } from "../parts/charts/types.js" */
/** @import { Annotation, AskedLine, AskedFigure, Trace } from "./types.js" */

import { dateLabels } from "./date-labels.js";
import { spread } from "./label-places.js";

const LABEL = 34; // pixels: two lines of a label, with the gap to the next
const STEPS = [1, 2, 5, 10, 20, 50];
const MOST_STEPS = 4.5;

/**
 * @param {AskedFigure} whole
 * @param {Asked} asked
 */
export function askedView(whole, asked) {
  const { since, until } = asked;
  const kept = whole.lines
    .map((line, i) => ({ line, trace: within(whole.data[i], since, until) }))
    .filter(({ line, trace }) => asked.partners.includes(line.partner) && trace.y.some(isKnown));
  const values = kept.flatMap(({ trace }) => trace.y).filter(isKnown);
  const top = 1.1 * Math.max(...values, ...whole.levels.map(({ value }) => value), 0);
  const { layout } = whole;
  return {
    figure: {
      data: kept.map(({ trace }) => trace),
      config: whole.config,
      layout: {
        ...layout,
        xaxis: { ...layout.xaxis, range: [since - 0.5, until + 0.5], tickvals: yearTicks(since, until) },
        yaxis: { ...layout.yaxis, range: [0, top] },
        shapes: layout.shapes.filter(({ x0, xref }) => xref.includes("domain") || isBetween(x0, asked)),
        annotations: labels(whole, kept, asked, top),
      },
    },
    finding: finding(kept, whole.unit),
    table: tableOf(kept),
  };
}

/** @param {number | null} value */
const isKnown = (value) => value !== null;

/**
 * @param {number} year
 * @param {Asked} asked
 */
const isBetween = (year, { since, until }) => year >= since - 0.5 && year <= until + 0.5;

/**
 * @param {Trace} trace
 * @param {number} since
 * @param {number} until
 * @returns {Trace}
 */
function within(trace, since, until) {
  const places = trace.x.map((/** @type {number} */ _, /** @type {number} */ i) => i);
  const kept = places.filter((/** @type {number} */ i) => trace.x[i] >= since && trace.x[i] <= until);
  const only = (/** @type {any[]} */ list) => kept.map((/** @type {number} */ i) => list[i]);
  const y = only(trace.y);
  const size = only(trace.marker.size);
  const last = y.findLastIndex(isKnown);
  if (last >= 0) size[last] = 8;
  return { ...trace, x: only(trace.x), y, hovertext: only(trace.hovertext), marker: { ...trace.marker, size } };
}

/**
 * The years written on the axis, as scales.py has them.
 *
 * @param {number} first
 * @param {number} last
 */
export function yearTicks(first, last) {
  const step = STEPS.find((each) => last - first <= MOST_STEPS * each) ?? 100;
  const years = Array.from({ length: last - first + 1 }, (_, i) => first + i);
  return years.filter(
    (year) => year === first || year === last || (year % step === 0 && year >= first + step && year <= last - step),
  );
}

/**
 * @typedef {{ line: AskedLine, trace: Trace }} Kept
 *
 * @param {Kept} kept
 */
function lastOf({ line, trace }) {
  const i = trace.y.findLastIndex(isKnown);
  return { label: line.label, year: trace.x[i], value: trace.y[i], said: written(trace.y[i], line.decimals) };
}

/**
 * @param {number} value
 * @param {number} decimals
 */
const written = (value, decimals) =>
  value
    .toLocaleString("en-GB", { minimumFractionDigits: decimals, maximumFractionDigits: decimals })
    .replace("-", "\u2212");

/**
 * @param {AskedFigure} whole
 * @param {Kept[]} kept
 * @param {Asked} asked
 * @param {number} top of the scale
 */
function labels({ layout, levels }, kept, asked, top) {
  const { domain } = layout.yaxis;
  const room = (domain[1] - domain[0]) * layout.height;
  const isBeside = (/** @type {Annotation} */ { x, yref }) => x === 1 && yref === "y domain";
  const beside = layout.annotations.filter(isBeside);
  const ofLevels = levels.length ? beside.slice(-levels.length) : [];
  const ends = kept.map(lastOf);
  const latest = Math.max(...ends.map(({ year }) => year));
  const named = kept.map(({ line }, i) => {
    const date = ends[i].year < latest ? " (" + ends[i].year + ")" : "";
    return { ...beside[0], text: `${line.sign}${line.label}<br><b>${ends[i].said}</b>${date}` };
  });
  const places = spread(
    [...ends.map(({ value }) => value), ...levels.map(({ value }) => value)].map((value) => (value / top) * room),
    [...kept.map(() => LABEL), ...levels.map(({ height }) => height)],
    room,
  );
  const others = layout.annotations.filter((label) => !isBeside(label));
  const dates = others.filter(({ xref, x }) => xref === "x" && isBetween(Number(x), asked));
  return [
    ...others.filter(({ xref }) => xref !== "x"),
    ...dateLabels(dates, layout.margin.r, top, asked),
    ...[...named, ...ofLevels].map((label, i) => ({ ...label, y: places[i] / room })),
  ];
}

/**
 * The last figures in a sentence, the largest first, as asking.py writes it.
 *
 * @param {Kept[]} kept
 * @param {string} unit
 */
function finding(kept, unit) {
  if (!kept.length) return "Nothing is known of these years.";
  const ends = kept.map(lastOf);
  const year = Math.max(...ends.map((end) => end.year));
  const last = ends.filter((end) => end.year === year).sort((a, b) => b.value - a.value);
  // No template within another: the pages' scripts are made smaller by a tool that takes its spaces away.
  const figures = last.map(({ label, said }) => [label, said].join(" ")).join(", ");
  return `In ${year}: ${figures} ${unit}`;
}

/**
 * @param {Trace} trace
 * @returns {number[]}
 */
const knownYears = ({ x, y }) => x.filter((/** @type {number} */ _, /** @type {number} */ i) => isKnown(y[i]));

/** @param {Kept[]} kept */
function tableOf(kept) {
  const years = [...new Set(kept.flatMap(({ trace }) => knownYears(trace)))].sort();
  const cell = (/** @type {Kept} */ { trace }, /** @type {number} */ year) => trace.y[trace.x.indexOf(year)] ?? null;
  const head = ["Year", ...kept.map(({ line }) => line.head)];
  const rows = years.map((year) => [
    String(year),
    ...kept.map((each) => (isKnown(cell(each, year)) ? written(cell(each, year), each.line.decimals) : "")),
  ]);
  const lines = years.map((year) =>
    [
      year,
      ...kept.map((each) =>
        isKnown(cell(each, year)) ? Number(cell(each, year).toFixed(each.line.decimals + 2)) : "",
      ),
    ].join(","),
  );
  const quoted = head.map((text) => (/[",]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)).join(",");
  return { head, rows, csv: [quoted, ...lines, ""].join("\n") };
}
