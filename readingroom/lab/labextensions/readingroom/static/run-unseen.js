// Code that a kernel runs for the page alone: it leaves no trace in the notebook.

/** @import { Kernel } from "./types.js" */

/**
 * @param {Kernel} kernel
 * @param {string} code
 */
export const runUnseen = (kernel, code) =>
  kernel.requestExecute({ code, silent: true, store_history: false, allow_stdin: false });

/**
 * Have a kernel close parts, with all that stands in them.
 *
 * @param {Kernel} kernel
 * @param {string[]} models - ids; those that the kernel does not know are passed over
 */
export function closeParts(kernel, models) {
  const module = '__import__("readingroom.parts.base.widget", fromlist=["close_parts"])';
  const asked = runUnseen(kernel, `${module}.close_parts(${JSON.stringify(models)})`);
  asked.done.catch(() => {}); // a kernel that ends meanwhile has closed them with all else
}
