// Lines between boxes, drawn behind them and drawn anew when the boxes move.

const SVG = "http://www.w3.org/2000/svg";
const AWAY = 5;

/**
 * A box relative to the frame, in pixels; `middle` is its vertical centre.
 *
 * @typedef {{ left: number, right: number, top: number, bottom: number, middle: number }} Box
 * @typedef {{ x: number, y: number }} Point
 */

/**
 * Draw the links between boxes.
 *
 * @param {HTMLElement} area
 * @param {Map<string, HTMLElement>} boxes elements inside `area` by id
 * @param {[string, string][]} links pairs of ids [from, to], from left to right
 * @param {HTMLElement[][]} columns the stacked elements of each column; a line to a farther column passes between them
 */
export function connect(area, boxes, links, columns) {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("class", "rr-links");
  svg.setAttribute("aria-hidden", "true");
  const paths = links.map(([from, to]) => {
    const path = document.createElementNS(SVG, "path");
    svg.append(path);
    return { from, to, path };
  });
  area.prepend(svg);
  const watch = new ResizeObserver(draw);
  watch.observe(area);
  boxes.forEach((box) => watch.observe(box));

  /**
   * @param {string} id
   * @param {DOMRect} frame
   */
  function boxOf(id, frame) {
    return placeOf(/** @type {HTMLElement} */ (boxes.get(id)), frame);
  }

  function draw() {
    const frame = area.getBoundingClientRect();
    if (!frame.width) return;
    svg.setAttribute("viewBox", `0 0 ${frame.width} ${frame.height}`);
    const stacks = columns.map((column) => column.map((element) => placeOf(element, frame)));
    for (const { from, to, path } of paths) {
      path.setAttribute("d", route(boxOf(from, frame), boxOf(to, frame), stacks));
    }
  }

  return {
    /** @param {string | null} id */
    stress: (id) =>
      paths.forEach(({ from, to, path }) =>
        path.classList.toggle("rr-near", id !== null && (from === id || to === id)),
      ),
    /** @param {(id: string) => boolean} is */
    shake: (is) => paths.forEach(({ from, path }) => path.classList.toggle("rr-shaken-link", is(from))),
    stop: () => watch.disconnect(),
  };
}

/**
 * @param {HTMLElement} box
 * @param {DOMRect} frame
 * @returns {Box}
 */
function placeOf(box, frame) {
  const { left, right, top, bottom } = box.getBoundingClientRect();
  return {
    left: left - frame.left,
    right: right - frame.left,
    top: top - frame.top,
    bottom: bottom - frame.top,
    middle: (top + bottom) / 2 - frame.top,
  };
}

/**
 * The path of a line, as an SVG path's `d`.
 *
 * @param {Box} from
 * @param {Box} to
 * @param {Box[][]} stacks
 */
function route(from, to, stacks) {
  const passed = stacks.filter((stack) => stack.length && stack[0].left >= from.right && stack[0].right <= to.left);
  let path = `M ${from.right} ${from.middle}`;
  let at = { x: from.right, y: from.middle };
  for (const stack of passed) {
    const share = (stack[0].left - at.x) / (to.left - at.x);
    const y = gapNear(at.y + share * (to.middle - at.y), stack);
    path += bend(at, { x: stack[0].left, y }) + ` H ${stack[0].right}`;
    at = { x: stack[0].right, y };
  }
  return path + bend(at, { x: to.left, y: to.middle });
}

/**
 * @param {Point} from
 * @param {Point} to
 */
function bend(from, to) {
  const half = (from.x + to.x) / 2;
  return ` C ${half} ${from.y}, ${half} ${to.y}, ${to.x} ${to.y}`;
}

/**
 * The height nearest to `y` at which a line passes `stack` without running behind one of its boxes.
 *
 * @param {number} y
 * @param {Box[]} stack
 */
function gapNear(y, stack) {
  const edges = [-Infinity, ...stack.flatMap((box) => [box.top, box.bottom]), Infinity];
  /** @type {[number, number][]} */
  const gaps = [];
  for (let i = 0; i < edges.length; i += 2) if (edges[i + 1] - edges[i] > AWAY) gaps.push([edges[i], edges[i + 1]]);
  const within = gaps.map(([top, bottom]) => {
    const room = Math.min(AWAY, (bottom - top) / 2);
    return Math.min(bottom - room, Math.max(top + room, y));
  });
  return within.reduce((best, found) => (Math.abs(found - y) < Math.abs(best - y) ? found : best));
}
