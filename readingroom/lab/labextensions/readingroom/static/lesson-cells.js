// The cells of an open notebook: which are the course's own, and what of an earlier day must go before it is drawn.

/** @import { Cell, Panel } from "./types.js" */

import { courseCells } from "./course-cells.js";

const WIDGET = "application/vnd.jupyter.widget-view+json";

/** @param {Panel} panel */
export const codeCells = (panel) => panel.content.widgets.filter(({ model }) => model.type === "code");

/** @param {Panel} panel */
export const sourcesOf = (panel) => panel.content.widgets.map(({ model }) => model.sharedModel.getSource()).join("\0");

/**
 * The course's own cells of a notebook; null where it is no lesson, or shows outputs that Jupyter does not trust.
 *
 * @param {Panel} panel
 */
export function lessonIn(panel) {
  const cells = codeCells(panel);
  if (cells.some(({ model }) => model.outputs.length && !model.trusted)) return null;
  const found = courseCells(cells.map(({ model }) => model.sharedModel.getSource()));
  return found && { cells: found.places.map((place) => cells[place]), names: found.names };
}

/**
 * Mark the cell that opens the lesson: folded, it shows plain words and not the beginning of its code (ways.css).
 *
 * @param {Cell[]} own
 */
export const markOpeningCell = ([first]) => first.node.classList.add("rr-cell-opens");

/**
 * What a cell's outputs say of the widgets that they show.
 *
 * @param {Cell} cell
 */
function widgetsOf({ model: { outputs } }) {
  const views = Array.from({ length: outputs.length }, (_, place) => outputs.get(place).data?.[WIDGET]);
  return /** @type {{ model_id?: string }[]} */ (views.filter((view) => view !== undefined));
}

/**
 * The models of the widgets that these cells show.
 *
 * @param {Cell[]} cells
 */
export const modelsShownIn = (cells) =>
  cells.flatMap(widgetsOf).flatMap(({ model_id: id }) => (id === undefined ? [] : [id]));

/**
 * @param {Panel} panel
 * @param {Cell[]} own
 */
const learnersWidgets = (panel, own) =>
  codeCells(panel).filter((cell) => !own.includes(cell) && widgetsOf(cell).length);

/**
 * Whether a cell of the learner's was saved with a widget.
 *
 * @param {Panel} panel
 * @param {Cell[]} own
 */
export const hasLearnersWidgets = (panel, own) => learnersWidgets(panel, own).length > 0;

/**
 * Take away the widgets that were saved with a notebook: where their kernel is gone they would read "model not found".
 * The course's own come back at once. The learner's stay where `isAlive` says that their kernel is still there.
 *
 * @param {Panel} panel
 * @param {Cell[]} own
 * @param {boolean} isAlive
 */
export function clearSavedWidgets(panel, own, isAlive) {
  keepingClean(panel, () => {
    own.filter(({ model }) => model.outputs.length).forEach(({ model }) => model.clearExecution());
    if (!isAlive) learnersWidgets(panel, own).forEach(({ model }) => model.outputs.clear());
  });
}

/**
 * @param {Panel} panel
 * @param {() => void} change
 */
function keepingClean(panel, change) {
  const { model } = panel.context;
  const wasDirty = model.dirty;
  change();
  if (!wasDirty) model.dirty = false;
}
