// The way through a lesson: the cells that are not on it fold in behind a line. The top of the lesson says which they
// are (parts/ways/ways.js). Cells that the course did not bring are left alone.

/** @import { Cell, Content, Jupyter } from "./types.js" */

/** @typedef {{ from: number, title: string, cells: string[] }} CellFold */

const FOLDED = "rr-cell-folded";
const LINE = "rr-cell-line";

/**
 * Follow what the lessons on the page say of their ways.
 *
 * @param {Jupyter} jupyter
 */
export function followWays(jupyter) {
  /** @param {Event} event */
  function contentOf(event) {
    /** @type {Content | null} */
    let found = null;
    jupyter.tracker.forEach(({ content }) => {
      if (content.node.contains(/** @type {Node} */ (event.target))) found = content;
    });
    return /** @type {Content | null} */ (found);
  }

  document.addEventListener("rr-cells", (event) => {
    const content = contentOf(event);
    /** @type {{ folds: CellFold[], way: number }} */
    const { folds, way } = /** @type {CustomEvent} */ (event).detail;
    if (content) folds.forEach((fold) => setFolded(content, fold, fold.from > way));
  });
  document.addEventListener("rr-step", (event) => {
    const content = contentOf(event);
    if (content && goToHeading(content, /** @type {CustomEvent} */ (event).detail)) event.preventDefault();
  });
}

/**
 * @param {Content} content
 * @param {CellFold} fold
 * @param {boolean} isFolded
 */
function setFolded(content, fold, isFolded) {
  const cells = content.widgets.filter(({ model }) => fold.cells.includes(model.id));
  const [first, ...rest] = cells;
  if (!first) return;
  rest.forEach((cell) => cell.setHidden(isFolded));
  first.node.classList.toggle(FOLDED, isFolded);
  const line = lineOf(first);
  // Whoever opens it by keyboard goes on from what has opened, and not from nowhere.
  if (line && line === document.activeElement) focusOn(first.node);
  line?.remove();
  if (isFolded) first.node.append(openingLine(fold.title, () => setFolded(content, fold, false)));
}

/** @param {HTMLElement} node */
function focusOn(node) {
  if (!node.hasAttribute("tabindex")) node.tabIndex = -1;
  node.focus({ preventScroll: true });
}

/** @param {Cell} cell */
const lineOf = (cell) => cell.node.querySelector(`:scope > .${LINE}`);

/**
 * @param {string} title
 * @param {() => void} open
 */
function openingLine(title, open) {
  const line = document.createElement("button");
  line.type = "button";
  line.className = LINE;
  line.dataset.lmSuppressShortcuts = "true"; // a key pressed here is no shortcut of the notebook
  line.setAttribute("aria-expanded", "false");
  line.textContent = `${title}: open`;
  line.addEventListener("click", open);
  return line;
}

/**
 * Lead to a heading of the second rank, also where its cell is not drawn; return whether there is one.
 *
 * @param {Content} content
 * @param {string} title
 */
function goToHeading(content, title) {
  const isThere = (/** @type {Cell} */ { model }) => model.sharedModel.getSource().split("\n")[0] === `## ${title}`;
  const place = content.widgets.findIndex(isThere);
  if (place < 0) return false;
  const line = /** @type {HTMLButtonElement | null} */ (lineOf(content.widgets[place]));
  line?.click();
  content.activeCellIndex = place;
  content.scrollToItem(place, "start");
  return true;
}
