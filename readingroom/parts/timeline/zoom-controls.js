// The buttons that zoom the figure and go along in time, and what of it is shown, in words.

/** @import { TimeWindow } from "./zoom.js" */

import { h, live, plural } from "../base/dom.js";
import { stretchInWords } from "./calendar.js";
import { PAN_STEP, ZOOM_STEP, isClosest, isWhole } from "./zoom.js";

/**
 * `zoom` is called with a factor, 0 for the whole; `pan` with a share of what is shown.
 *
 * @param {(factor: number) => void} zoom
 * @param {(share: number) => void} pan
 */
export function zoomControls(zoom, pan) {
  const shown = live({ class: "rr-zoom-shown" });
  // A button that can do nothing now keeps the focus; so it is said, not disabled.
  const button = (/** @type {string} */ sign, /** @type {string} */ label, /** @type {() => void} */ act) =>
    h(
      "button",
      {
        type: "button",
        class: "rr-quiet",
        "aria-label": label === sign ? null : label,
        onclick: (/** @type {Event} */ event) => {
          const target = /** @type {HTMLElement} */ (event.currentTarget);
          if (target.getAttribute("aria-disabled") !== "true") act();
        },
      },
      sign,
    );
  const closer = button("+", "Zoom in", () => zoom(ZOOM_STEP));
  const further = button("\u2212", "Zoom out", () => zoom(1 / ZOOM_STEP));
  const whole = button("Whole", "Whole", () => zoom(0));
  const earlier = button("\u2190", "Go to earlier dates", () => pan(-PAN_STEP));
  const later = button("\u2192", "Go to later dates", () => pan(PAN_STEP));
  const element = h(
    "div",
    { class: "rr-zoom", role: "group", "aria-label": "Zoom of the figure" },
    h("span", { class: "rr-zoom-buttons" }, closer, further, whole, earlier, later),
    shown,
  );

  /**
   * @param {TimeWindow} view
   * @param {TimeWindow} bounds
   * @param {number} drawn how many events the figure shows
   * @param {number} all how many it would show
   */
  function show(view, bounds, drawn, all) {
    const isAll = isWhole(view, bounds);
    const disable = (/** @type {HTMLElement} */ target, /** @type {boolean} */ isDisabled) =>
      target.setAttribute("aria-disabled", String(isDisabled));
    disable(closer, isClosest(view));
    [further, whole].forEach((target) => disable(target, isAll));
    disable(earlier, view.from <= bounds.from);
    disable(later, view.to >= bounds.to);
    const count = isAll ? "" : `: ${drawn} of ${plural(all, "event")}`;
    const text = `${stretchInWords(view.from, view.to)}${count}`;
    if (shown.textContent !== text) shown.textContent = text;
  }

  return { element, show };
}
