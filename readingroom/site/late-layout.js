// On a phone the browser leaves out at first what stands far below (site.css), so that the first words stand sooner.
// Here it is laid out, piece by piece while the page has nothing else to do: then a place that is asked for is where it
// seems to be.

import { whenIdle } from "./when-near.js";

const PIECES = "main > .rr-part, .rr-paragraph";
const PHONE = "(max-width: 600px)"; // as in site.css

/**
 * Lay out a piece in each idle moment, from the top; all at once where none was left out, or where a place is asked for
 * already.
 *
 * @param {boolean} isPlaceAskedFor
 */
export async function layOutInTurn(isPlaceAskedFor) {
  const hasTime = matchMedia(PHONE).matches && !isPlaceAskedFor;
  for (const piece of document.querySelectorAll(PIECES)) {
    if (hasTime) await new Promise((done) => whenIdle(() => done(null)));
    piece.classList.add("laid-out");
  }
}
