// A picture to keep or to send: words and drawings on a white sheet, as a PNG, copied or else saved.

import { h, live } from "./dom.js";

const [WIDTH, EDGE, SCALE] = [860, 24, 2]; // pixels, and how many of the picture's stand for one of these
const INK = "#1c1b19";
const FAINT = "#5c5a55";
const FAMILY = "system-ui, -apple-system, Segoe UI, Roboto, Helvetica Neue, Arial, sans-serif";

/**
 * A paragraph of a picture.
 *
 * @typedef {{ text: string, size: number, bold?: boolean, faint?: boolean }} Words
 */

/**
 * What a picture holds, from top to bottom; a drawing is one or more SVGs, one on the other.
 *
 * @typedef {{ above: Words[], drawing: SVGSVGElement[], below: Words[], file: string }} Picture
 */

/**
 * A button that copies a picture, and what it says of it.
 *
 * @param {string} label
 * @param {() => Picture} picture
 */
export function pictureButton(label, picture) {
  const said = live({ class: "rr-hint" });
  async function press() {
    said.textContent = "";
    try {
      const made = picture();
      said.textContent = await keep(pngOf(made), made.file);
    } catch (trouble) {
      said.textContent = `The picture could not be made (${/** @type {Error} */ (trouble).message}).`;
    }
  }
  return [h("button", { type: "button", onclick: press }, label), said];
}

/**
 * Copy a picture; where the clipboard is refused save it as a file. Returns what was done.
 *
 * @param {Promise<Blob>} png
 * @param {string} file
 */
async function keep(png, file) {
  try {
    await navigator.clipboard.write([new ClipboardItem({ "image/png": png })]);
    return "The picture is copied; paste it where you like.";
  } catch {
    const address = URL.createObjectURL(await png);
    const link = h("a", { href: address, download: file, hidden: true });
    document.body.append(link);
    link.click();
    link.remove();
    setTimeout(() => URL.revokeObjectURL(address), 1000);
    return `The clipboard is closed here, so the picture is saved as ${file}.`;
  }
}

/**
 * @param {Picture} picture
 * @returns {Promise<Blob>}
 */
async function pngOf(picture) {
  const { svg, width, height } = svgOf(picture, textWidth);
  const image = new Image();
  const address = URL.createObjectURL(new Blob([svg], { type: "image/svg+xml" }));
  image.src = address;
  await image.decode();
  const canvas = h("canvas", { width: width * SCALE, height: height * SCALE });
  canvas.getContext("2d")?.drawImage(image, 0, 0, width * SCALE, height * SCALE);
  URL.revokeObjectURL(address);
  return new Promise((done, failed) => {
    canvas.toBlob((blob) => (blob ? done(blob) : failed(new Error("the browser gave no PNG"))), "image/png");
  });
}

/**
 * The width of a text in pixels.
 *
 * @param {string} text
 * @param {Words} words
 */
function textWidth(text, { size, bold }) {
  const pen = h("canvas", {}).getContext("2d");
  if (!pen) return text.length * size * 0.6;
  pen.font = `${bold ? "bold " : ""}${size}px ${FAMILY}`;
  return pen.measureText(text).width;
}

/**
 * The picture as SVG, with its size.
 *
 * @param {Picture} picture
 * @param {(text: string, words: Words) => number} measured
 */
export function svgOf({ above, drawing, below }, measured) {
  const sizes = drawing.map((svg) => [Number(svg.getAttribute("width")), Number(svg.getAttribute("height"))]);
  const wide = Math.max(0, ...sizes.map(([width]) => width));
  const width = Math.max(wide ? wide + 2 * EDGE : WIDTH, 420);
  const tall = Math.max(0, ...sizes.map(([, height]) => height));
  let top = EDGE;
  const write = (/** @type {Words} */ words) =>
    wrapped(words, width - 2 * EDGE, measured).map((line) => {
      top += Math.round(words.size * 1.35);
      const [weight, fill] = [words.bold ? 700 : 400, words.faint ? FAINT : INK];
      const look = `font-size="${words.size}" font-weight="${weight}" fill="${fill}"`;
      return `<text x="${EDGE}" y="${top}" ${look}>${escapedText(line)}</text>`;
    });
  const head = above.flatMap(write);
  top += 10;
  const middle = drawing.map((svg) => placed(svg, top));
  top += tall + (tall ? 8 : 0);
  const foot = below.flatMap(write);
  const height = top + EDGE;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" font-family="${FAMILY}">
<rect width="100%" height="100%" fill="#ffffff"/>${[...head, ...middle, ...foot].join("")}</svg>`;
  return { svg, width, height };
}

/**
 * @param {Words} words
 * @param {number} room
 * @param {(text: string, words: Words) => number} measured
 */
function wrapped(words, room, measured) {
  /** @type {string[]} */
  const lines = [];
  for (const word of words.text.split(/\s+/).filter(Boolean)) {
    const longer = lines.length ? `${lines.at(-1)} ${word}` : word;
    if (lines.length && measured(longer, words) <= room) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

/**
 * A drawing as text, at its height in the picture and in ink for a white sheet.
 *
 * @param {SVGSVGElement} svg
 * @param {number} top
 */
function placed(svg, top) {
  const copy = /** @type {SVGSVGElement} */ (svg.cloneNode(true));
  copy.setAttribute("x", String(EDGE));
  copy.setAttribute("y", String(top));
  copy.querySelectorAll("text").forEach((text) => {
    text.style.fill = INK;
  });
  return new XMLSerializer().serializeToString(copy);
}

/** @param {string} text */
const escapedText = (text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
