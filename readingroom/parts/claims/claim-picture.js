// A claim with its verdict as a picture, with the source line and the course's name.

/** @import { Claim } from "./types.js" */

import { prose } from "../base/dom.js";
import { pictureButton } from "../base/picture.js";

const MOST_SOURCES = 2;

/**
 * @param {Claim} claim
 * @param {string} course its name
 */
export function claimPicture(claim, course) {
  const plain = (/** @type {string} */ html) => (prose("span", html).textContent ?? "").trim();
  return pictureButton("Copy claim and verdict as a picture", () => ({
    above: [
      { text: plain(claim.claim), size: 20, bold: true },
      ...claim.ended.map((end) => ({ text: `${plain(end.forecast)} By ${end.by}: ${end.outcome}.`, size: 16 })),
      ...(claim.ended.length ? [] : [{ text: `Verdict: ${claim.verdict}`, size: 18, bold: true }]),
      { text: plain(claim.why), size: 15 },
    ],
    drawing: [],
    below: [
      {
        text: `Sources: ${claim.sources.slice(0, MOST_SOURCES).map(plain).join("; ")} \u00b7 ${course}`,
        size: 12,
        faint: true,
      },
    ],
    file: `${claim.id}.png`,
  }));
}
