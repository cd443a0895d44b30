// A chart as a picture: finding, title, unit, the drawing, its sources, and the course's name.

/** @import { FootContent } from "./types.js" */

import { prose } from "../base/dom.js";
import { pictureButton } from "../base/picture.js";

const MOST_SOURCES = 2;

/**
 * @param {FootContent} content
 * @param {HTMLElement} el in the chart
 */
export function chartPicture(content, el) {
  return pictureButton("Copy the chart as a picture", () => {
    const chart = el.closest(".rr-chart");
    /** @type {SVGSVGElement[]} */
    const drawing = [...(chart?.querySelectorAll(".rr-figure :is(.main-svg, .rr-still:has(*))") ?? [])]
      .filter((svg) => svg.getClientRects().length) // of a picture's widths the one that is seen
      .map((svg) => /** @type {any} */ (svg));
    if (!drawing.length) throw new Error("it is not drawn yet; scroll to it and try again");
    const finding = chart?.querySelector(".rr-finding")?.textContent ?? "";
    return {
      above: [
        { text: finding || content.title, size: 20, bold: true },
        { text: finding ? `${content.title} (${content.unit})` : content.unit, size: 14, faint: true },
      ],
      drawing,
      below: [{ text: `${sourceLine(content.sources)} \u00b7 ${content.course}`, size: 12, faint: true }],
      file: content.file.replace(/csv$/, "png"),
    };
  });
}

/** @param {string[]} sources HTML */
export function sourceLine(sources) {
  const said = sources.slice(0, MOST_SOURCES).map((source) => (prose("span", source).textContent ?? "").trim());
  const more = sources.length - MOST_SOURCES;
  const others = more > 0 ? `; and ${more} more` : "";
  return `Source: ${said.join("; ")}${others}`;
}
