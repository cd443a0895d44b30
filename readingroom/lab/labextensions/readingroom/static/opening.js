// A lesson opens ready: the course's own cells are run when a notebook is opened, when its kernel was restarted, and
// when it got another one. Nothing else is: see course-cells.js for what is read as the course's own, guard.py for what
// the kernel is asked before.

/** @import { Jupyter, Panel } from "./types.js" */

import { startKernel } from "./kernel-start.js";
import { clearSavedWidgets, hasLearnersWidgets, lessonIn, markOpeningCell, modelsShownIn } from "./lesson-cells.js";
import { LessonOpening } from "./lesson-opening.js";
import { followWays } from "./lesson-ways.js";
import { forgetLeft, rememberLeft } from "./left-parts.js";
import { createNotice } from "./notice.js";
import { closeReplaced } from "./replaced-parts.js";

const SETTINGS = "readingroom:opening";

/**
 * Open every lesson that is shown, now and later.
 *
 * @param {Jupyter} jupyter
 */
export function openLessons(jupyter) {
  const guard = fetch(new URL("guard.py", jupyter.here)).then((answer) => answer.text());
  const settings = jupyter.settings?.load(SETTINGS).catch(() => null);
  const isOn = async () => (await settings)?.composite.opensReady !== false;
  /** @type {WeakMap<object, Promise<LessonOpening | null>>} */
  const lessons = new WeakMap();
  /**
   * Lessons that show only what this page ran: what was saved with them, another tab may show.
   *
   * @type {WeakSet<Panel>}
   */
  const cleared = new WeakSet();

  /** @param {Panel} panel */
  function attend(panel) {
    lessons.set(panel, attended(panel));
  }

  /** @param {Panel} panel */
  async function attended(panel) {
    await panel.context.ready;
    const asSaved = lessonIn(panel);
    if (panel.isDisposed || !asSaved) return null;
    const { sessions } = jupyter.app.serviceManager;
    const isAlive = hasLearnersWidgets(panel, asSaved.cells) && Boolean(await sessions.findByPath(panel.context.path));
    startKernel(jupyter, panel);
    const isWanted = await isOn();
    const lesson = lessonIn(panel);
    if (!isWanted || panel.isDisposed || !lesson) return null;
    markOpeningCell(lesson.cells);
    clearSavedWidgets(panel, lesson.cells, isAlive);
    cleared.add(panel);
    closeReplaced(jupyter, panel);
    const opening = new LessonOpening(jupyter, panel, guard, createNotice(jupyter.Widget, panel));
    opening.begin();
    return opening;
  }

  /** @param {(kernel: string, models: string[]) => void} act - is given what each lesson on the page shows */
  function withShown(act) {
    jupyter.tracker.forEach((panel) => {
      const kernel = panel.sessionContext.session?.kernel;
      const lesson = cleared.has(panel) && !panel.isDisposed ? lessonIn(panel) : null;
      if (kernel && lesson) act(kernel.id, modelsShownIn(lesson.cells));
    });
  }

  followWays(jupyter);
  addEventListener("pagehide", () => withShown(rememberLeft));
  addEventListener("pageshow", ({ persisted }) => persisted && withShown(forgetLeft)); // the page came back as it was
  jupyter.tracker.forEach(attend);
  jupyter.tracker.widgetAdded.connect((_, panel) => attend(panel));
  jupyter.app.commands.addCommand("readingroom:opened", {
    label: "Wait until the lesson in front has opened",
    execute: async () => {
      const panel = jupyter.app.shell.currentWidget;
      const lesson = panel && (await lessons.get(panel));
      return lesson ? lesson.finished : false;
    },
  });
}
