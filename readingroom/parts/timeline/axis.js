// Geometry of the time axis: scale, ticks, marks and rows. Touches no DOM.

/** @import { Mark, Stretch, TimelineEvent } from "./types.js" */

/**
 * @typedef {ReturnType<typeof timeScale>} TimeScale
 * @typedef {{ at: number, label: string, minor?: boolean }} Tick
 */

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const NARROWEST = { day: 12, month: 12, year: 18 };
// A span narrower than this on the axis is drawn as a point: its two ends would touch.
const SHORT = 14;
const POINT = 12;

/**
 * From years to pixels; the year `to` is shown to its end.
 *
 * @param {number} from
 * @param {number} to
 * @param {number} width
 */
export function timeScale(from, to, width) {
  const scale = (/** @type {number} */ at) => ((Math.min(Math.max(at, from), to + 1) - from) / (to + 1 - from)) * width;
  return Object.assign(scale, { perYear: width / (to + 1 - from), width, from, to });
}

/**
 * The years to write on the axis, as many as have room, and quarters between them where a year is wide.
 *
 * @param {TimeScale} scale
 */
export function ticks(scale) {
  const step = [1, 2, 5, 10, 20, 50].find((years) => years * scale.perYear >= 46) ?? 100;
  /** @type {Tick[]} */
  const labels = [];
  for (let year = Math.ceil(scale.from / step) * step; year <= scale.to; year += step) {
    labels.push({ at: year, label: String(year) });
  }
  if (scale.perYear < 130) return labels;
  for (let year = scale.from; year <= scale.to; year += 1) {
    for (const month of [3, 6, 9]) labels.push({ at: year + month / 12, label: MONTHS[month], minor: true });
  }
  return labels;
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
 * Whether an event lies in the years `from` to the end of `to`.
 *
 * @param {Pick<TimelineEvent, "start" | "end">} event
 * @param {number} from
 * @param {number} to
 */
export const within = (event, from, to) => event.end[1] > from && event.start[0] < to + 1;

/**
 * An event's mark on the axis, alone in its row over `least` pixels or more.
 *
 * @param {TimelineEvent} event
 * @param {TimeScale} scale
 * @param {number} least
 * @returns {Mark}
 */
export function markOf(event, scale, least) {
  const [begin, end] = [scale(event.start[0]), scale(event.end[1])];
  const middle = (begin + end) / 2;
  const short = event.span && end - begin < SHORT;
  const half = (short ? POINT : event.span ? end - begin : Math.max(end - begin, NARROWEST[event.precision])) / 2;
  const free = Math.max(half, least / 2);
  return {
    event,
    short,
    middle,
    x0: middle - half,
    x1: middle + half,
    left: middle - free,
    right: middle + free,
    row: 0,
  };
}

/**
 * Keep room for a mark's words beside it: to the right, or to the left where the axis ends. They are cut only where
 * neither side has room.
 *
 * @param {Mark} mark
 * @param {string} title
 * @param {number} width of the axis
 * @param {number} perLetter pixels
 * @returns {Mark}
 */
export function withWords(mark, title, width, perLetter = mark.event.marker ? 7 : 6.2) {
  const room = (/** @type {string} */ words) => words.length * perLetter + 14;
  const side = mark.right + room(title) <= width || width - mark.right >= mark.left ? "right" : "left";
  const free = side === "right" ? width - mark.right : mark.left;
  const words = room(title) <= free ? title : shorten(title, Math.floor((free - 14) / perLetter) - 2);
  return {
    ...mark,
    words,
    side,
    left: side === "left" ? mark.left - room(words) : mark.left,
    right: side === "right" ? mark.right + room(words) : mark.right,
  };
}

/**
 * Cut a text at a space, to `most` characters and an ellipsis.
 *
 * @param {string} text
 * @param {number} most
 */
export function shorten(text, most) {
  return text.length <= most ? text : `${text.slice(0, most).replace(/\s+\S*$/, "")} \u2026`;
}
