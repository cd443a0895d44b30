// A chart's picture: SVG that was made when the page was built, in several widths, of which the style shows one.

/** @import { LatestGuess, StillFigure } from "./types.js" */

const WIDTHS = { wide: 860, middle: 600, narrow: 360 }; // pixels, as in drawn.py

/**
 * Keep the room of a picture until it comes.
 *
 * @param {HTMLElement} place
 * @param {number} height
 */
export function keepRoom(place, height) {
  place.innerHTML = Object.entries(WIDTHS)
    .map(([name, width]) => `<svg class="rr-still rr-still-${name}" viewBox="0 0 ${width} ${height}"></svg>`)
    .join("");
}

/**
 * @param {HTMLElement} place
 * @param {StillFigure} figure
 * @param {LatestGuess | null | undefined} guess
 */
export async function showPicture(place, figure, guess) {
  place.innerHTML = figure.picture;
  if (figure.guess && guess) (await import("./still-guess.js")).markGuess(place, figure, guess);
}
