// Lines between boxes, drawn behind them and drawn anew when the boxes move.

const SVG = "http://www.w3.org/2000/svg";
const AWAY = 5;

// `boxes` is a Map of id to element inside `area`; `links` are pairs [from, to], from left to right; `columns` are the stacked
// elements of each column, which a line on its way to a farther column passes between.
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

  function draw() {
    const frame = area.getBoundingClientRect();
    if (!frame.width) return;
    svg.setAttribute("viewBox", `0 0 ${frame.width} ${frame.height}`);
    const stacks = columns.map((column) => column.map((element) => placeOf(element, frame)));
    for (const { from, to, path } of paths) {
      path.setAttribute("d", route(placeOf(boxes.get(from), frame), placeOf(boxes.get(to), frame), stacks));
    }
  }

  return {
    stress: (id) =>
      paths.forEach(({ from, to, path }) =>
        path.classList.toggle("rr-near", id !== null && (from === id || to === id)),
      ),
    shake: (is) => paths.forEach(({ from, path }) => path.classList.toggle("rr-shaken-link", is(from))),
    stop: () => watch.disconnect(),
  };
}

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

function route(from, to, stacks) {
  const passed = stacks.filter((stack) => stack.length && stack[0].left >= from.right && stack[0].right <= to.left);
  let path = `M ${from.right} ${from.middle}`,
    at = { x: from.right, y: from.middle };
  for (const stack of passed) {
    const share = (stack[0].left - at.x) / (to.left - at.x);
    const y = gapNear(at.y + share * (to.middle - at.y), stack);
    path += bend(at, { x: stack[0].left, y }) + ` H ${stack[0].right}`;
    at = { x: stack[0].right, y };
  }
  return path + bend(at, { x: to.left, y: to.middle });
}

function bend(from, to) {
  const half = (from.x + to.x) / 2;
  return ` C ${half} ${from.y}, ${half} ${to.y}, ${to.x} ${to.y}`;
}

// The height nearest to `y` at which a line passes `stack` without running behind one of its boxes.
function gapNear(y, stack) {
  const edges = [-Infinity, ...stack.flatMap((box) => [box.top, box.bottom]), Infinity];
  const gaps = [];
  for (let i = 0; i < edges.length; i += 2) if (edges[i + 1] - edges[i] > AWAY) gaps.push([edges[i], edges[i + 1]]);
  const within = gaps.map(([top, bottom]) => {
    const room = Math.min(AWAY, (bottom - top) / 2);
    return Math.min(bottom - room, Math.max(top + room, y));
  });
  return within.reduce((best, found) => (Math.abs(found - y) < Math.abs(best - y) ? found : best));
}
