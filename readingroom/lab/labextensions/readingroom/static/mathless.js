// What holds no mathematics is not searched for it: else each lesson would fetch MathJax, half a second's work, for
// nothing.

const MARK = /[$\\]/; // every formula begins with one of them, in every way of writing one

/**
 * @typedef {{ typeset: (element: HTMLElement) => unknown }} Typesetter
 */

/**
 * Leave elements alone in which no formula can begin.
 *
 * @param {Typesetter} typesetter - Jupyter's, which all notebooks share
 */
export function skipMathless(typesetter) {
  const typeset = typesetter.typeset.bind(typesetter);
  typesetter.typeset = (element) => (MARK.test(element.textContent ?? "") ? typeset(element) : undefined);
}
