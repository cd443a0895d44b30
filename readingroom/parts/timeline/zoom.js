// The window of time that the figure shows, within the bounds that the years set. Touches no DOM.

/** @typedef {{ from: number, to: number }} TimeWindow */

// A figure is never closer than about two weeks.
const CLOSEST = 15 / 365.25;
/** By how much one press of a button or a key zooms, and which part of the window one step goes along. */
export const ZOOM_STEP = 2;
export const PAN_STEP = 0.4;

/**
 * The window as long as `length`, moved into the bounds.
 *
 * @param {number} from
 * @param {number} length
 * @param {TimeWindow} bounds
 * @returns {TimeWindow}
 */
function windowAt(from, length, bounds) {
  const whole = bounds.to - bounds.from;
  if (length >= whole) return { ...bounds };
  const begin = Math.min(Math.max(from, bounds.from), bounds.to - length);
  return { from: begin, to: begin + length };
}

/**
 * Closer by `factor`, or further where it is below 1; the moment `at` stays in its place.
 *
 * @param {TimeWindow} view
 * @param {TimeWindow} bounds
 * @param {number} factor
 * @param {number} at
 */
export function zoomed(view, bounds, factor, at = (view.from + view.to) / 2) {
  const whole = bounds.to - bounds.from;
  const length = Math.min(Math.max((view.to - view.from) / factor, Math.min(CLOSEST, whole)), whole);
  const share = (at - view.from) / (view.to - view.from);
  return windowAt(at - share * length, length, bounds);
}

/**
 * Later by a share of the window, or earlier where it is below 0.
 *
 * @param {TimeWindow} view
 * @param {TimeWindow} bounds
 * @param {number} share
 */
export function panned(view, bounds, share) {
  const length = view.to - view.from;
  return windowAt(view.from + share * length, length, bounds);
}

/**
 * The window moved so far that a stretch of time lies in it; in its middle, where it was outside.
 *
 * @param {TimeWindow} view
 * @param {TimeWindow} bounds
 * @param {number} start
 * @param {number} end
 */
export function revealing(view, bounds, start, end) {
  if (end > view.from && start < view.to) return view;
  const length = view.to - view.from;
  return windowAt((start + end) / 2 - length / 2, length, bounds);
}

/**
 * @param {TimeWindow} view
 * @param {TimeWindow} bounds
 */
export const isWhole = (view, bounds) => view.from <= bounds.from && view.to >= bounds.to;

/**
 * Whether the window cannot come closer.
 *
 * @param {TimeWindow} view
 */
export const isClosest = (view) => view.to - view.from <= CLOSEST * 1.001;

/**
 * What a key means for the window: how far to zoom, or to go along; null where it means nothing.
 *
 * @param {Pick<KeyboardEvent, "key" | "shiftKey">} event
 * @returns {{ zoom?: number, pan?: number } | null}
 */
export function zoomOfKey({ key, shiftKey }) {
  if (key === "+" || key === "=") return { zoom: ZOOM_STEP };
  if (key === "-" || key === "_") return { zoom: 1 / ZOOM_STEP };
  if (key === "0") return { zoom: 0 };
  if (shiftKey && key === "ArrowRight") return { pan: PAN_STEP };
  if (shiftKey && key === "ArrowLeft") return { pan: -PAN_STEP };
  return null;
}
