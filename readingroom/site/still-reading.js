// Below a chart's picture: a slider that says the figures of each date, as the pointer does over the picture, and the
// button that makes the picture one to zoom into.

import { h, live, unique } from "../parts/base/dom.js";
import { svg as drawnElement } from "../parts/base/svg.js";

const ZOOMED = "Drag over a part of the chart to enlarge it; press twice to see the whole again.";

/**
 * @param {HTMLElement} place with the picture
 * @param {(isZoomed: boolean) => Promise<void>} zoom
 */
export function belowPicture(place, zoom) {
  /** @type {[number, string][]} */
  let readings = [];
  let isZoomed = false;
  let isBusy = false; // a disabled button would lose the focus
  const id = unique("along");
  const slider = h("input", {
    type: "range",
    id,
    min: "0",
    max: "0",
    value: "0",
    oninput: () => say(Number(slider.value)),
  });
  const said = h("p", { "aria-hidden": "true" }); // the slider's own value says it
  const told = live({ class: "rr-hint" });
  const along = h("div", {}, h("label", { for: id }, "Read along the chart", slider), said);
  const button = h("button", { type: "button", class: "rr-quiet", onclick: press }, "Zoom into this chart");
  const element = h("div", { class: "rr rr-along" }, along, h("p", { class: "rr-buttons" }, button), told);

  /** @param {number} i */
  function say(i) {
    if (!readings[i]) return;
    slider.value = String(i);
    slider.setAttribute("aria-valuetext", readings[i][1]);
    said.textContent = readings[i][1];
    place.querySelectorAll(".rr-still").forEach((svg) => stand(/** @type {SVGSVGElement} */ (svg), readings[i][0]));
  }

  /** @param {PointerEvent} event */
  function follow({ clientX }) {
    const svg = /** @type {SVGSVGElement | undefined} */ (
      [...place.querySelectorAll(".rr-still")].find((each) => each.getClientRects().length)
    );
    if (!svg || !readings.length) return;
    const { left, width } = svg.getBoundingClientRect();
    const [from, to] = [Number(svg.dataset.left), Number(svg.dataset.right)];
    const part = (((clientX - left) / width) * svg.viewBox.baseVal.width - from) / (to - from);
    const far = readings.map(([at]) => Math.abs(at - part));
    const nearest = far.indexOf(Math.min(...far));
    if (String(nearest) !== slider.value || !said.textContent) say(nearest);
  }

  async function press() {
    if (isBusy) return;
    isBusy = true;
    isZoomed = !isZoomed;
    told.textContent = "";
    await zoom(isZoomed);
    isBusy = false;
    button.textContent = isZoomed ? "Back to the picture" : "Zoom into this chart";
    told.textContent = isZoomed ? ZOOMED : "";
  }

  place.addEventListener("pointermove", follow);
  place.addEventListener("pointerdown", follow);
  return {
    element,
    /** @param {[number, string][]} found for a picture; none for a figure that says its values itself */
    show(found) {
      readings = found;
      along.hidden = !found.length;
      slider.max = String(Math.max(0, found.length - 1));
      slider.value = slider.max;
      slider.setAttribute("aria-valuetext", found.at(-1)?.[1] ?? "");
      said.textContent = "";
    },
    /** @param {boolean} isAsked whether another view is shown, which is no picture */
    set asks(isAsked) {
      button.hidden = isAsked;
    },
  };
}

/**
 * A ruler across the picture at a part of its width.
 *
 * @param {SVGSVGElement} svg
 * @param {number} part
 */
function stand(svg, part) {
  const ruler = svg.querySelector(".rr-still-ruler") ?? drawnElement("path", { class: "rr-still-ruler" });
  const [left, right] = [Number(svg.dataset.left), Number(svg.dataset.right)];
  const x = left + part * (right - left);
  ruler.setAttribute("d", `M${x} 20V${svg.viewBox.baseVal.height - 34}`);
  svg.prepend(ruler);
}
