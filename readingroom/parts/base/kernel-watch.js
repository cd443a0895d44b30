// Says so where the kernel does not answer what a button asked it.

const KERNEL_PATIENCE = 8000; // milliseconds
const KERNEL_SILENT =
  "The notebook's kernel does not answer. Choose Run, then Run All Cells, and press the button again; " +
  "your answers are kept.";

/**
 * Watch over one thing at a time that was asked of the kernel.
 *
 * @param {HTMLElement} status where it is said
 */
export function kernelWatch(status) {
  let waiting = 0;
  return {
    /** What was asked is on its way. @param {string} says */
    begin(says) {
      status.textContent = says;
      clearTimeout(waiting);
      waiting = setTimeout(() => {
        status.textContent = KERNEL_SILENT;
      }, KERNEL_PATIENCE);
    },
    /** An answer came, or nobody waits for one any more. */
    end() {
      clearTimeout(waiting);
    },
  };
}
