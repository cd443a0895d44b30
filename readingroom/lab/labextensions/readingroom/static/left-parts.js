// The parts of a lesson that a reader has left: the kernel goes on, and would give every later visit all of them again.

const KEY = "readingroom:left";
const KERNELS = 20; // of which something is remembered; the oldest are forgotten

/** @typedef {Record<string, string[]>} Left - ids of models, by the id of their kernel */

/** @returns {Left} */
function read() {
  try {
    return JSON.parse(localStorage.getItem(KEY) ?? "{}") ?? {};
  } catch {
    return {};
  }
}

/** @param {Left} left */
function write(left) {
  try {
    localStorage.setItem(KEY, JSON.stringify(Object.fromEntries(Object.entries(left).slice(-KERNELS))));
  } catch {
    // A browser that keeps nothing: the parts stay until their kernel ends.
  }
}

/**
 * Remember what of a kernel's is shown no more.
 *
 * @param {string} kernel
 * @param {string[]} models
 */
export function rememberLeft(kernel, models) {
  const { [kernel]: before = [], ...others } = read();
  if (models.length) write({ ...others, [kernel]: [...before, ...models] });
}

/**
 * Take back what was remembered: it is shown again.
 *
 * @param {string} kernel
 * @param {string[]} models
 */
export function forgetLeft(kernel, models) {
  const { [kernel]: before = [], ...others } = read();
  write({ ...others, [kernel]: before.filter((model) => !models.includes(model)) });
}

/**
 * The models of a kernel that were left since somebody last asked.
 *
 * @param {string} kernel
 */
export function takeLeft(kernel) {
  const { [kernel]: models, ...others } = read();
  if (models) write(others);
  return models ?? [];
}
