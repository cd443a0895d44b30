// A cell of the course that is run again shows new parts: those that it showed before are closed in the kernel, which
// would give every later visit all of them again.

/** @import { Cell, Jupyter, Panel } from "./types.js" */

import { codeCells, lessonIn, modelsShownIn } from "./lesson-cells.js";
import { closeParts } from "./run-unseen.js";

/**
 * Close what a course's own cell showed, once it was run again. What another cell shows stays, and so does all that a
 * learner's cell made.
 *
 * @param {Jupyter} jupyter
 * @param {Panel} panel - shows only what this page ran
 */
export function closeReplaced({ NotebookActions: { executed, executionScheduled } }, panel) {
  /** What each cell has shown and nobody closed yet. @type {Map<Cell, Set<string>>} */
  const shown = new Map();
  /** @param {Cell} cell */
  const isOwn = (cell) => Boolean(lessonIn(panel)?.cells.includes(cell));

  executionScheduled.connect((_, { notebook, cell }) => {
    if (notebook !== panel.content || panel.isDisposed || !isOwn(cell)) return;
    shown.set(cell, new Set([...(shown.get(cell) ?? []), ...modelsShownIn([cell])]));
  });
  // Only now: what was typed into a part is on its way to the kernel until its view is gone.
  executed.connect((_, { notebook, cell }) => {
    const before = shown.get(cell);
    const kernel = panel.sessionContext.session?.kernel;
    if (notebook !== panel.content || panel.isDisposed || !before || !kernel) return;
    const still = new Set(modelsShownIn(codeCells(panel)));
    shown.set(cell, new Set(modelsShownIn([cell])));
    const replaced = [...before].filter((model) => !still.has(model));
    if (replaced.length) closeParts(kernel, replaced);
  });
}
