// Says so where the kernel does not answer what a button asked it, and asks it again.

/** @import { Model } from "./types.js" */

import { sendAgain } from "./send-again.js";

const KERNEL_PATIENCE = 8000; // milliseconds
const KERNEL_SILENT =
  "The notebook's kernel does not answer. Choose Run, then Run All Cells, and try again; " + "your answers are kept.";

/**
 * Watch over one thing at a time that was asked of the kernel.
 *
 * @param {(says: string) => void} say
 * @param {Model} model
 * @param {string} asks the trait that asks
 * @param {{ patience?: number, isSentAgain?: boolean }} [options] milliseconds until it is called silent; whether what
 *   was asked is sent again, which a large file is not
 */
export function kernelWatch(say, model, asks, { patience = KERNEL_PATIENCE, isSentAgain = true } = {}) {
  /** @type {any} */
  let asked = null;
  const asking = sendAgain(model, asks, () => asked);
  let waiting = 0;
  return {
    /** Ask, and say so. @param {string} says @param {any} value of the trait */
    ask(says, value) {
      say(says);
      asked = value;
      clearTimeout(waiting);
      if (isSentAgain) asking.untilAnswered();
      waiting = setTimeout(() => say(KERNEL_SILENT), patience);
      // Where the page itself is asked, the answer comes at once.
      model.set(asks, value);
      model.save_changes();
    },
    /** An answer came, or nobody waits for one any more. */
    end() {
      clearTimeout(waiting);
      asking.answered();
    },
  };
}
