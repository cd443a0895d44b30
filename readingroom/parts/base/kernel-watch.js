// Says so where the kernel does not answer what a button asked it, and asks it again.

/** @import { Model } from "./types.js" */

import { sendAgain } from "./send-again.js";

const KERNEL_PATIENCE = 8000; // milliseconds
const KERNEL_SILENT =
  "The notebook's kernel does not answer. Choose Run, then Run All Cells, and press the button again; " +
  "your answers are kept.";

/**
 * Watch over one thing at a time that was asked of the kernel.
 *
 * @param {HTMLElement} status where it is said
 * @param {Model} model
 * @param {string} asks the trait that asks
 */
export function kernelWatch(status, model, asks) {
  /** @type {any} */
  let asked = null;
  const asking = sendAgain(model, asks, () => asked);
  let waiting = 0;
  return {
    /** Ask, and say so. @param {string} says @param {any} value of the trait */
    ask(says, value) {
      status.textContent = says;
      asked = value;
      model.set(asks, value);
      model.save_changes();
      clearTimeout(waiting);
      asking.untilAnswered();
      waiting = setTimeout(() => {
        status.textContent = KERNEL_SILENT;
      }, KERNEL_PATIENCE);
    },
    /** An answer came, or nobody waits for one any more. */
    end() {
      clearTimeout(waiting);
      asking.answered();
    },
  };
}
