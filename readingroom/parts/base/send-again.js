// What got no answer is sent again. Where the connection to a kernel broke, ipywidgets takes the kernel's old values
// for the page's new ones, or waits for an answer that was lost and holds all later changes of that part back. A
// message of its own, with the value as the page has it, gets through.

/** @import { Model } from "./types.js" */

const FIRST_WAIT = 4000; // milliseconds; each wait after it is twice as long
const LONGEST_WAIT = 64_000;

/**
 * Send a trait again until it is answered.
 *
 * @param {Model} model
 * @param {string} name the trait
 * @param {() => any} valueNow what it should be
 */
export function sendAgain(model, name, valueNow) {
  let timer = 0;

  /** @param {number} wait */
  function later(wait) {
    clearTimeout(timer);
    timer = setTimeout(() => {
      model.send({ again: { [name]: valueNow() } });
      later(Math.min(2 * wait, LONGEST_WAIT));
    }, wait);
  }
  return { untilAnswered: () => later(FIRST_WAIT), answered: () => clearTimeout(timer) };
}
