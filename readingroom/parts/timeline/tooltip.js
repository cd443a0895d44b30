// The tooltip of the figure.

/** @import { DrawnMark } from "./types.js" */

import { h, unique } from "../base/dom.js";
import { hoverText } from "./event-text.js";

const WIDEST = 360;
// Milliseconds in which the pointer may go from the mark to its tooltip.
const GRACE = 250;

/**
 * A tooltip beside a mark: stays while it is pointed at itself, goes with Escape.
 *
 * @typedef {ReturnType<typeof createTooltip>} Tooltip
 */
export function createTooltip() {
  const id = unique("tip");
  let timer = 0;
  /** @type {Element | null} */
  let owner = null;
  const element = h("div", {
    class: "rr-tip",
    id,
    role: "tooltip",
    hidden: true,
    onpointerenter: () => clearTimeout(timer),
    onpointerleave: () => leave(),
  });
  const onEscape = (/** @type {KeyboardEvent} */ event) => {
    if (event.key === "Escape") {
      event.stopPropagation();
      hide();
    }
  };

  /**
   * @param {DrawnMark} mark
   * @param {number} width of the figure
   */
  function show(mark, width) {
    hide();
    owner = mark.element;
    owner.setAttribute("aria-describedby", id);
    element.replaceChildren(...hoverText(mark.event));
    element.hidden = false;
    const wide = Math.min(WIDEST, width - 8);
    element.style.width = `${wide}px`;
    element.style.left = `${Math.min(Math.max(mark.x - wide / 2, 4), width - wide - 4)}px`;
    element.style.top = `${mark.y + 14}px`;
    document.addEventListener("keydown", onEscape, true);
  }

  function hide() {
    clearTimeout(timer);
    owner?.removeAttribute("aria-describedby");
    owner = null;
    element.hidden = true;
    document.removeEventListener("keydown", onEscape, true);
  }

  function leave() {
    clearTimeout(timer);
    timer = setTimeout(hide, GRACE);
  }

  return { element, show, hide, leave };
}
