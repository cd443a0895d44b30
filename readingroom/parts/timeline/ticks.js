// What is written below the axis: years; or months, with the year in a second line; or days, with their month. Touches
// no DOM.

/** @import { TimeScale } from "./axis.js" */

import { dayOf, momentOf, monthName } from "./calendar.js";
import { textWidth } from "./words-beside.js";

/** @typedef {{ at: number, label: string }} Tick */

// Pixels that a year must have for its quarters, its months, the weeks of a month and the days to be written.
const LEAST = { quarters: 130, months: 400, weeks: 1600, days: 7500 };
const YEAR_STEPS = [1, 2, 5, 10, 20, 50];
const YEAR_ROOM = 46;
const WEEKS = [1, 8, 15, 22];

/**
 * The ticks, with `fine` and, in a second line, `coarse` labels; these stand to the right of their tick, and the first
 * one stays at the left edge.
 *
 * @param {TimeScale} scale
 * @returns {{ fine: Tick[], coarse: Tick[] }}
 */
export function ticks(scale) {
  if (scale.perYear < LEAST.quarters) return { fine: yearTicks(scale), coarse: [] };
  if (scale.perYear < LEAST.weeks) {
    const step = scale.perYear < LEAST.months ? 3 : 1;
    return { fine: monthTicks(scale, step, shortMonth), coarse: pinned(scale, monthTicks(scale, 12, yearOfTick)) };
  }
  return { fine: dayTicks(scale), coarse: pinned(scale, monthTicks(scale, 1, monthAndYear)) };
}

const shortMonth = (/** @type {number} */ month) => monthName(month, 3);
const yearOfTick = (/** @type {number} */ _, /** @type {number} */ year) => String(year);
const monthAndYear = (/** @type {number} */ month, /** @type {number} */ year) => `${monthName(month)} ${year}`;

/**
 * The years to write, as many as have room.
 *
 * @param {TimeScale} scale
 */
function yearTicks(scale) {
  const step = YEAR_STEPS.find((years) => years * scale.perYear >= YEAR_ROOM) ?? 100;
  /** @type {Tick[]} */
  const found = [];
  for (let year = Math.ceil(scale.from / step) * step; year < scale.to; year += step) {
    found.push({ at: year, label: String(year) });
  }
  return found;
}

/**
 * Every month by `step` that begins on the axis.
 *
 * @param {TimeScale} scale
 * @param {number} step
 * @param {(month: number, year: number) => string} label
 */
function monthTicks(scale, step, label) {
  /** @type {Tick[]} */
  const found = [];
  for (let month = 0; ; month += step) {
    const year = Math.floor(scale.from) + Math.floor(month / 12);
    const at = momentOf(year, month % 12);
    if (at >= scale.to) return found;
    if (at >= scale.from) found.push({ at, label: label(month % 12, year) });
  }
}

/** @param {TimeScale} scale */
function dayTicks(scale) {
  /** @type {Tick[]} */
  const found = [];
  const { year, month, day } = dayOf(scale.from);
  for (let next = day; ; next += 1) {
    const at = momentOf(year, month, next);
    if (at >= scale.to) return found;
    const number = dayOf(at).day;
    if (at >= scale.from && (scale.perYear >= LEAST.days || WEEKS.includes(number))) {
      found.push({ at, label: String(number) });
    }
  }
}

/**
 * With a label at the left edge for what began before it, where there is room up to the next; without one that would
 * be cut off at the right.
 *
 * @param {TimeScale} scale
 * @param {Tick[]} found
 */
function pinned(scale, found) {
  const { year, month } = dayOf(scale.from);
  const inMonths = scale.perYear >= LEAST.weeks;
  const label = inMonths ? monthAndYear(month, year) : String(year);
  const begun = { at: scale.from, label };
  const next = found.length ? scale(found[0].at) : scale.width;
  const all = next > textWidth(label) + 8 ? [begun, ...found] : found;
  return all.filter((tick) => scale(tick.at) + textWidth(tick.label) <= scale.width);
}
