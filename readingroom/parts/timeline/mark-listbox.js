// The marks of the figure as a listbox: pointed at, walked with the arrow keys, selected.

/** @import { Tooltip } from "./tooltip.js" */
/** @import { Choose, DrawnMark, Point } from "./types.js" */

import { neighbour } from "./mark-neighbour.js";

/**
 * The listbox. `choose` is called when a mark is pressed, `point` when one is pointed at or has the focus.
 *
 * @param {Tooltip} tooltip
 * @param {Choose} choose
 * @param {Point} point
 */
export function markListbox(tooltip, choose, point) {
  /** @type {DrawnMark[]} */
  let marks = [];
  let width = 0;
  /** @type {string | null} */
  let selected = null;
  // The event whose mark was visited last.
  /** @type {string | null} */
  let active = null;

  const markOfEvent = (/** @type {string | null} */ id) => marks.find((mark) => mark.event.id === id);

  // One stop of the Tab key for the whole figure: the mark last visited, else the selected one, else the first.
  function rove() {
    const stop = markOfEvent(active) ?? markOfEvent(selected) ?? marks[0];
    marks.forEach((mark) => mark.element.setAttribute("tabindex", mark === stop ? "0" : "-1"));
  }

  /** @param {string} id */
  function visit(id) {
    active = id;
    rove();
  }

  /** @param {string} id */
  function press(id) {
    tooltip.hide();
    choose(id);
  }

  /** @param {DrawnMark} mark */
  function enter(mark) {
    point(mark.event.id);
    tooltip.show(mark, width);
  }

  /** @param {DrawnMark} mark */
  function listen(mark) {
    const { element, event } = mark;
    element.addEventListener("click", () => {
      visit(event.id);
      press(event.id);
    });
    element.addEventListener("pointerenter", (pointer) => {
      if (pointer.pointerType !== "touch") enter(mark);
    });
    element.addEventListener("pointerleave", () => {
      point(null);
      tooltip.leave();
    });
    element.addEventListener("focus", () => {
      visit(event.id);
      if (!element.matches(":focus-visible")) return;
      bringIntoView(element);
      enter(mark);
    });
    element.addEventListener("blur", () => {
      point(null);
      tooltip.hide();
    });
  }

  /** @param {string | null} id */
  function select(id) {
    selected = id;
    marks.forEach((mark) => mark.element.setAttribute("aria-selected", String(mark.event.id === id)));
    rove();
  }

  return {
    active: () => active,
    selected: () => selected,
    select,
    /**
     * Take the marks of a new figure, in the order of time.
     *
     * @param {DrawnMark[]} newMarks
     * @param {number} figureWidth
     */
    replace(newMarks, figureWidth) {
      marks = newMarks;
      width = figureWidth;
      marks.forEach(listen);
      select(selected);
    },
    highlight: (/** @type {string | null} */ id) =>
      marks.forEach((mark) => mark.element.toggleAttribute("data-lit", mark.event.id === id)),
    focus: (/** @type {string} */ id) => markOfEvent(id)?.element.focus(),
    isDrawn: (/** @type {string | null} */ id) => Boolean(markOfEvent(id)),
    /** @param {KeyboardEvent} event */
    onKey(event) {
      const mark = markOfEvent(active);
      if (!mark || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
      const isPress = event.key === "Enter" || event.key === " ";
      const next = isPress ? undefined : neighbour(marks, mark, event.key);
      if (isPress || next) event.preventDefault();
      if (isPress) press(mark.event.id);
      next?.element.focus();
    },
  };
}

/**
 * Firefox scrolls a notebook to a figure, but not to a mark within it.
 *
 * @param {SVGElement} mark
 */
function bringIntoView(mark) {
  const { top, bottom } = mark.getBoundingClientRect();
  if (top < 0 || bottom > innerHeight) mark.ownerSVGElement?.scrollIntoView({ block: "nearest" });
}
