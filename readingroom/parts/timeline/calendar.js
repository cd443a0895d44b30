// Between days of the calendar and moments: years with their fraction, as in timeline.py. Touches no DOM.

const MONTH_NAMES = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];
const DAY_LENGTH = 86_400_000; // milliseconds

/**
 * Milliseconds of a day; Date.UTC would take a year below 100 for one of the last century.
 *
 * @param {number} year
 * @param {number} month from 0
 * @param {number} day
 */
const timestamp = (year, month = 0, day = 1) => new Date(0).setUTCFullYear(year, month, day);

/**
 * The moment at which a day begins.
 *
 * @param {number} year
 * @param {number} month from 0; beyond 11 it lies in a later year
 * @param {number} day from 1; beyond the month's end it lies in a later month
 */
export function momentOf(year, month = 0, day = 1) {
  const date = new Date(timestamp(year, month, day));
  const begun = date.getUTCFullYear();
  const [first, next] = [timestamp(begun), timestamp(begun + 1)];
  return begun + (date.getTime() - first) / (next - first);
}

/**
 * The day in which a moment lies; one within a second of midnight lies in the day that begins.
 *
 * @param {number} moment
 */
export function dayOf(moment) {
  const year = Math.floor(moment);
  const [first, next] = [timestamp(year), timestamp(year + 1)];
  const date = new Date(first + (moment - year) * (next - first) + 1000);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth(), day: date.getUTCDate() };
}

/**
 * The days from one moment to another.
 *
 * @param {number} from
 * @param {number} to
 */
export function daysBetween(from, to) {
  const days = [from, to].map((moment) => {
    const { year, month, day } = dayOf(moment);
    return timestamp(year, month, day) / DAY_LENGTH;
  });
  return days[1] - days[0];
}

/**
 * A month's name, whole or short.
 *
 * @param {number} month from 0
 * @param {number} [letters]
 */
export const monthName = (month, letters) => MONTH_NAMES[month].slice(0, letters);

/**
 * A stretch of time in words, as exactly as it is wide: years, months or days.
 *
 * @param {number} from
 * @param {number} to
 */
export function stretchInWords(from, to) {
  const [first, last] = [dayOf(from), dayOf(to - 1e-6)];
  const inWords = (/** @type {ReturnType<typeof dayOf>} */ { year, month, day }) => {
    if (to - from >= 3) return String(year);
    return to - from >= 0.6 ? `${monthName(month)} ${year}` : `${day} ${monthName(month)} ${year}`;
  };
  const [begin, end] = [inWords(first), inWords(last)];
  return begin === end ? begin : `${begin} to ${end}`;
}
