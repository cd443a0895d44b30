// One lesson on its way to being ready: it follows the notebook's kernel, and runs the course's own cells once for each
// start of it.

/** @import { Cell, Jupyter, Kernel, Notice, Panel } from "./types.js" */

import { takeLeft } from "./left-parts.js";
import { lessonIn, sourcesOf } from "./lesson-cells.js";
import { closeParts, runUnseen } from "./run-unseen.js";

const SLOW = 2000; // milliseconds until a reader is told what is waited for
const AFTER_RESTART = 300; // in which whoever restarts and runs all cells has begun to
const TOGETHER = 3; // cells: the one that opens the lesson, the ways through it, the first question
const DRAWN = 1000; // for the first question to be drawn, before the browser is busy with what stands below it
const SETTLED = 1500; // until parts that came anew have their height
const WAITING =
  "The lesson is opening. Its questions and charts appear by themselves once Python has started; read on meanwhile.";
const NO_KERNEL =
  "Python is not running, so questions and charts are missing or do not answer. In the menu choose Kernel, then " +
  "Restart " +
  "Kernel; if that does not help, save what you wrote and load this page again.";
const BY_HAND = "In the menu choose Run, then Run All Cells.";

/** @param {number} milliseconds */
const pause = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));

/** Wait for the next frame, but not for long: a page in the background draws none. */
const frame = () => Promise.race([new Promise(requestAnimationFrame), pause(DRAWN)]);

/**
 * Wait until a cell's part is on the screen; what shows no part in DRAWN is not waited for any longer.
 *
 * @param {Cell} cell
 */
async function drawn({ node }) {
  const end = Date.now() + DRAWN;
  do await frame();
  while (!node.querySelector(".rr") && Date.now() < end);
  await frame();
}

/**
 * Have a kernel close the parts of pages that are gone. Another tab's parts, and those of a learner's cells, stay.
 *
 * @param {Kernel} kernel
 */
function closeLeft(kernel) {
  const left = takeLeft(kernel.id);
  if (left.length) closeParts(kernel, left);
}

export class LessonOpening {
  /** Whether the course's cells were run, once that is known. @type {Promise<boolean>} */
  finished;
  /** @type {(wereRun: boolean | Promise<boolean>) => void} */
  #finish = () => {};
  /** The kernel that the lesson was opened in. @type {Kernel | null} */
  #kernel = null;
  #starts = 0;
  /** Cells that somebody else has run since the kernel started. @type {Set<Cell>} */
  #taken = new Set();

  /**
   * @param {Jupyter} jupyter
   * @param {Panel} panel
   * @param {Promise<string>} guard
   * @param {Notice} notice
   */
  constructor(jupyter, panel, guard, notice) {
    this.jupyter = jupyter;
    this.panel = panel;
    this.guard = guard;
    this.notice = notice;
    /** What the reader would have to save, were it another by now; "" if there was something before. */
    this.saved = panel.context.model.dirty ? "" : sourcesOf(panel);
    this.finished = new Promise((done) => {
      this.#finish = done;
    });
  }

  /** Follow the notebook's kernel from now on. */
  begin() {
    const { sessionContext, content } = this.panel;
    this.jupyter.NotebookActions.executionScheduled.connect((_, { notebook, cell }) => {
      if (notebook === content) this.#taken.add(cell);
    });
    const follow = () => this.#follow();
    sessionContext.statusChanged.connect(follow);
    sessionContext.kernelChanged.connect(() => {
      this.#taken.clear();
      follow();
    });
    setTimeout(() => {
      if (!this.#kernel && !this.#isLost()) this.notice.say(WAITING);
    }, SLOW);
    sessionContext.ready.then(follow);
    follow();
  }

  #isLost() {
    const { kernelDisplayStatus, session } = this.panel.sessionContext;
    return kernelDisplayStatus === "dead" || (kernelDisplayStatus === "unknown" && !session?.kernel);
  }

  #follow() {
    const { isDisposed, sessionContext } = this.panel;
    if (isDisposed) return;
    const kernel = sessionContext.session?.kernel ?? null;
    if (/restarting/.test(sessionContext.kernelDisplayStatus)) {
      if (this.#kernel) this.#starts++;
      this.#kernel = null;
      this.#taken.clear();
    } else if (this.#isLost()) {
      this.#kernel = null;
      setTimeout(() => {
        if (!this.panel.isDisposed && this.#isLost()) this.notice.say(NO_KERNEL);
      }, SLOW);
    } else if (kernel && kernel !== this.#kernel && sessionContext.isReady) {
      this.#kernel = kernel;
      this.#finish(this.#open(kernel, ++this.#starts));
    }
  }

  /**
   * Run the course's cells in `kernel`, if it lets them; return whether they were run.
   *
   * @param {Kernel} kernel
   * @param {number} start
   */
  async #open(kernel, start) {
    const isCurrent = () => start === this.#starts && !this.panel.isDisposed && !this.#taken.size;
    const slow = setTimeout(() => isCurrent() && this.notice.say(WAITING), SLOW);
    try {
      if (start > 1) await pause(AFTER_RESTART);
      const names = lessonIn(this.panel)?.names ?? [];
      const refusal = await this.#refusal(kernel, names);
      // Read again: while the kernel was asked, the reader may have changed a cell.
      const lesson = lessonIn(this.panel);
      const isSame = names.length > 0 && lesson?.names.join() === names.join();
      if (!isCurrent() || !isSame) {
        this.notice.clear();
        return false;
      }
      if (refusal) {
        this.notice.say(`This lesson does not open by itself: ${refusal}. ${BY_HAND}`);
        return false;
      }
      closeLeft(kernel);
      await this.#run(lesson.cells, start);
      return true;
    } finally {
      clearTimeout(slow);
    }
  }

  /**
   * Why the kernel must not run the course's cells unasked; "" if it may.
   *
   * @param {Kernel} kernel
   * @param {string[]} names
   */
  async #refusal(kernel, names) {
    const { language_info: language } = await kernel.info;
    if (language.name !== "python") return "its kernel does not speak Python";
    const call = `try:\n    _readingroom_guard(${JSON.stringify(names)})\nfinally:\n    del _readingroom_guard\n`;
    const { content } = await runUnseen(kernel, `${await this.guard}\n${call}`).done;
    return content.status === "ok" ? "" : content.evalue || "its kernel did not answer";
  }

  /**
   * @param {Cell[]} cells
   * @param {number} start
   */
  async #run(cells, start) {
    const { content, context, sessionContext } = this.panel;
    cells.forEach(({ node, model }) => {
      // Parts that come anew keep their height meanwhile, so that the page stays where the reader is.
      if (model.outputs.length) node.style.minHeight = `${node.offsetHeight}px`;
    });
    const { deletedCells } = content.model;
    const last = Math.min(TOGETHER, cells.length) - 1;
    for (const [place, cell] of cells.entries()) {
      // One after the other: a slow browser gets its time between them, and whoever runs them by hand takes over. Only
      // what leads to the first question is asked for together with it, for it to be there sooner.
      if (this.panel.isDisposed || start !== this.#starts || this.#taken.has(cell)) break;
      const run = this.jupyter.CodeCell.execute(cell, sessionContext, { deletedCells }).catch(() => null);
      if (place < last) continue;
      const reply = await run;
      if (place === last) this.notice.clear();
      if (!reply || (place === last && reply.content.status !== "ok")) break;
      if (place === last) await drawn(cell);
    }
    this.notice.clear();
    const isUntouched = !this.panel.isDisposed && !this.#taken.size && sourcesOf(this.panel) === this.saved;
    if (isUntouched) context.model.dirty = false;
    this.saved = "";
    setTimeout(() => cells.forEach(({ node }) => (node.style.minHeight = "")), SETTLED);
  }
}
