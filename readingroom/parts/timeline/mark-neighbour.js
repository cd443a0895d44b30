// The way of the arrow keys through the marks of the figure.

/** @import { DrawnMark } from "./types.js" */

/**
 * The mark to which a key leads: left and right go through time, up and down to the nearest mark of the next lane.
 *
 * @param {DrawnMark[]} marks in the order of time
 * @param {DrawnMark} from
 * @param {string} key
 * @returns {DrawnMark | undefined}
 */
export function neighbour(marks, from, key) {
  const at = marks.indexOf(from);
  if (key === "ArrowRight") return marks[at + 1];
  if (key === "ArrowLeft") return marks[at - 1];
  if (key === "Home") return marks[0];
  if (key === "End") return marks.at(-1);
  const down = key === "ArrowDown" ? 1 : key === "ArrowUp" ? -1 : 0;
  if (!down) return undefined;
  const lane = marks.filter((mark) => mark.lane === from.lane + down);
  return lane.sort((a, b) => Math.abs(a.x - from.x) - Math.abs(b.x - from.x))[0];
}
