// Geometry of the time axis: scale, marks and rows. Moments are years with their fraction. Touches no DOM.

/** @import { Mark, Stretch, TimelineEvent, YearRange } from "./types.js" */

/**
 * @typedef {ReturnType<typeof timeScale>} TimeScale
 */

// A date known to the day alone is a dot; what is known less exactly, or lasts, is at least a little wider.
const NARROWEST = { day: 12, month: 16, year: 20 };
// Two moments of a date as near as this, in years, lie within a day.
const ONE_DAY = 0.01;

/**
 * From moments to pixels; what lies outside stands at the nearer end.
 *
 * @param {number} from
 * @param {number} to
 * @param {number} width
 */
export function timeScale(from, to, width) {
  const scale = (/** @type {number} */ at) => ((Math.min(Math.max(at, from), to) - from) / (to - from)) * width;
  return Object.assign(scale, { perYear: width / (to - from), width, from, to });
}

/**
 * Give each stretch the first row in which it touches no other; return how many rows. Sorts the stretches.
 *
 * @param {Stretch[]} stretches
 */
export function intoRows(stretches) {
  /** @type {number[]} */
  const ends = [];
  for (const stretch of stretches.sort((a, b) => a.left - b.left)) {
    const free = ends.findIndex((end) => end <= stretch.left);
    stretch.row = free < 0 ? ends.length : free;
    ends[stretch.row] = stretch.right;
  }
  return ends.length;
}

/**
 * Whether an event lies between two moments.
 *
 * @param {Pick<TimelineEvent, "start" | "end">} event
 * @param {number} from
 * @param {number} to
 */
export const isWithin = (event, from, to) => event.end[1] > from && event.start[0] < to;

/**
 * An event's mark on the axis, alone in its row over `least` pixels or more: as wide as the time that it may mean.
 *
 * @param {TimelineEvent} event
 * @param {TimeScale} scale
 * @param {number} least
 * @returns {Mark}
 */
export function markOf(event, scale, least) {
  const [begin, end] = [scale(event.start[0]), scale(event.end[1])];
  const middle = (begin + end) / 2;
  const half = Math.max(end - begin, NARROWEST[event.precision]) / 2;
  const free = Math.max(half, least / 2);
  const [x0, x1] = [middle - half, middle + half];
  return {
    event,
    middle,
    x0,
    x1,
    sure: surePart(event, scale, x0, x1),
    left: middle - free,
    right: middle + free,
    row: 0,
  };
}

/**
 * The part of a mark in which the event surely went on, in pixels; null where only the month or year is known.
 *
 * @param {TimelineEvent} event
 * @param {TimeScale} scale
 * @param {number} x0
 * @param {number} x1
 * @returns {YearRange | null}
 */
function surePart({ start, end, span }, scale, x0, x1) {
  const isExact = (/** @type {YearRange} */ [first, last]) => last - first < ONE_DAY;
  if (isExact(start) && isExact(end)) return [x0, x1];
  if (!span) return null;
  const from = isExact(start) ? x0 : Math.max(scale(start[1]), x0);
  const to = isExact(end) ? x1 : Math.min(scale(end[0]), x1);
  return from < to ? [from, to] : null;
}
