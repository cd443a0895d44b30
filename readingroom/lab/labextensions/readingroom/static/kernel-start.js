// The kernel of a lesson starts while the lesson's cells are drawn.

/** @import { Jupyter, Panel } from "./types.js" */

// JupyterLite's kernels run in the page itself: there is no server to ask for one.
const isWithoutServer = () => document.querySelector("[data-jupyter-lite-root]") !== null;

/**
 * Have the server start a lesson's kernel now. Jupyter itself asks for it a second later: when it has the file's
 * checkpoints, and its cells are drawn. It then finds this one; what goes wrong here, it meets again and shows.
 *
 * @param {Pick<Jupyter, "app" | "SessionAPI">} jupyter
 * @param {Panel} panel
 */
export function startKernel({ app, SessionAPI }, { context, sessionContext }) {
  const { path, name, type, kernelPreference } = sessionContext;
  const { id, canStart, shouldStart } = kernelPreference;
  const kernel = context.model.defaultKernelName;
  const isForJupyter = id || [canStart, shouldStart].includes(false);
  if (!kernel || isForJupyter || isWithoutServer()) return;
  const asked = { path, name, type, kernel: { name: kernel } };
  const started = SessionAPI.startSession(asked, app.serviceManager.serverSettings).catch(() => null);
  // Jupyter waits for the answer: asked twice at once, the server would start two kernels.
  const initialize = sessionContext.initialize.bind(sessionContext);
  sessionContext.initialize = () => started.then(initialize);
}
