// Zooming and going along by wheel, by dragging and by two fingers. The page scrolls as ever: a wheel zooms only with
// Ctrl or Command, and one finger scrolls up and down.

// Pixels that a pointer moves before a press becomes a drag.
const DRAG = 6;
const WHEEL = 300; // pixels of a wheel for one doubling
const LINE = 16; // pixels in a line, where a wheel counts lines

/**
 * `at` turns a place on the screen into a share of the axis, `width` is the axis on the screen in pixels.
 *
 * @param {HTMLElement} element
 * @param {{ zoomAt: (factor: number, share: number) => void, pan: (share: number) => void,
 *   at: (clientX: number) => number, width: () => number, isWhole: () => boolean }} figure
 */
export function zoomGestures(element, figure) {
  /** @type {Map<number, number>} where each pressed pointer is */
  const pressed = new Map();
  let isDragging = false;

  element.addEventListener(
    "wheel",
    (event) => {
      const unit = event.deltaMode === 1 ? LINE : 1;
      if (event.ctrlKey || event.metaKey) {
        event.preventDefault();
        figure.zoomAt(2 ** ((-event.deltaY * unit) / WHEEL), figure.at(event.clientX));
      } else if (Math.abs(event.deltaX) > Math.abs(event.deltaY) && !figure.isWhole()) {
        event.preventDefault();
        figure.pan((event.deltaX * unit) / figure.width());
      }
    },
    { passive: false },
  );

  element.addEventListener("pointerdown", (event) => {
    if (event.button !== 0) return;
    pressed.set(event.pointerId, event.clientX);
    if (pressed.size > 1) isDragging = true;
  });

  element.addEventListener("pointermove", (event) => {
    const before = pressed.get(event.pointerId);
    if (before === undefined) return;
    const moved = event.clientX - before;
    if (!isDragging && (Math.abs(moved) < DRAG || figure.isWhole())) return;
    if (!isDragging) {
      isDragging = true;
      element.setPointerCapture(event.pointerId);
    }
    if (pressed.size === 1) figure.pan(-moved / figure.width());
    else pinch(event.pointerId, event.clientX);
    pressed.set(event.pointerId, event.clientX);
  });

  /**
   * What lies between the two fingers stays between them.
   *
   * @param {number} id
   * @param {number} x
   */
  function pinch(id, x) {
    const other = [...pressed].find(([key]) => key !== id)?.[1] ?? x;
    const [apart, wasApart] = [Math.abs(x - other), Math.abs((pressed.get(id) ?? x) - other)];
    if (apart > DRAG && wasApart > DRAG) figure.zoomAt(apart / wasApart, figure.at((x + other) / 2));
  }

  const release = (/** @type {PointerEvent} */ event) => pressed.delete(event.pointerId);
  element.addEventListener("pointerup", release);
  element.addEventListener("pointercancel", release);
  element.addEventListener("pointerleave", (event) => {
    if (!isDragging) release(event);
  });
  // What ends a drag is no press of a mark.
  element.addEventListener(
    "click",
    (event) => {
      if (!isDragging) return;
      event.stopPropagation();
      event.preventDefault();
    },
    true,
  );
  element.addEventListener("pointerup", () => {
    setTimeout(() => {
      if (!pressed.size) isDragging = false;
    });
  });
  element.addEventListener("pointercancel", () => {
    if (!pressed.size) isDragging = false;
  });
}
