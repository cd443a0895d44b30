// The words beside a mark: how wide they are, on which side they stand, and where they are cut. Touches no DOM.

/** @import { Mark } from "./types.js" */

const NARROW_LETTERS = /[fijlrtI.,:;'\u2018\u2019()[\]|! -]/g;
const WIDE_LETTERS = /[mwMW@%\u2026]/g;
const CAPITALS = /[A-HJ-LN-VX-Z0-9&+=]/g;
// Pixels for a letter of each kind at the figure's 12 pixels, in the widest of the fonts that systems give it.
const PIXELS = { narrow: 4.6, usual: 7.3, capital: 8.2, wide: 11.6 };
const BOLD = 1.12;
// Between a mark and its words, and behind them.
const SPACE = 14;

/**
 * How wide a text may be in the figure, in pixels; rather too wide than too narrow.
 *
 * @param {string} text
 * @param {boolean} isBold
 */
export function textWidth(text, isBold = false) {
  const count = (/** @type {RegExp} */ letters) => text.match(letters)?.length ?? 0;
  const [narrow, capital, wide] = [NARROW_LETTERS, CAPITALS, WIDE_LETTERS].map(count);
  const usual = text.length - narrow - capital - wide;
  const width = narrow * PIXELS.narrow + capital * PIXELS.capital + wide * PIXELS.wide + usual * PIXELS.usual;
  return width * (isBold ? BOLD : 1);
}

/**
 * Keep room for a mark's words beside it: to the right, or to the left where the axis ends. They are cut only where
 * neither side has room, and left out where nothing of them would be left.
 *
 * @param {Mark} mark
 * @param {string} title
 * @param {number} width of the axis
 * @returns {Mark}
 */
export function withWords(mark, title, width) {
  const isBold = Boolean(mark.event.marker);
  const room = (/** @type {string} */ words) => textWidth(words, isBold) + SPACE;
  const side = mark.right + room(title) <= width || width - mark.right >= mark.left ? "right" : "left";
  const free = side === "right" ? width - mark.right : mark.left;
  const words = room(title) <= free ? title : cut(title, (text) => room(text) <= free);
  if (!words) return mark;
  return {
    ...mark,
    words,
    side,
    left: side === "left" ? mark.left - room(words) : mark.left,
    right: side === "right" ? mark.right + room(words) : mark.right,
  };
}

/**
 * As many whole words of a text as fit, with an ellipsis; "" where not even two do.
 *
 * @param {string} text
 * @param {(text: string) => boolean} isFitting
 */
function cut(text, isFitting) {
  const words = text.split(" ");
  for (let count = words.length - 1; count >= 2; count -= 1) {
    const shorter = `${words.slice(0, count).join(" ")} \u2026`;
    if (isFitting(shorter)) return shorter;
  }
  return "";
}
