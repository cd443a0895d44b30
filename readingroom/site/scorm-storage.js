// The browser's storage where a learning system shows the page: each learner has a record of their own, and where the
// browser keeps nothing in another site's frame, the page does as long as it is open.

import { sum } from "./scorm-sum.js";

const PROBE = "readingroom-probe";
const SUM_LENGTH = 8;

/**
 * The id of the course for one learner, so that those who share a computer do not share a record.
 *
 * @param {string} course
 * @param {string} learner what the learning system calls the learner; "" where it does not say
 */
export const courseOfLearner = (course, learner) => (learner ? `${course}@${sum(learner, SUM_LENGTH)}` : course);

/** Whether the browser keeps what this page writes. */
export function keepsAnything() {
  try {
    localStorage.setItem(PROBE, "1");
    localStorage.removeItem(PROBE);
    return true;
  } catch {
    return false;
  }
}

/** Let the page keep its record itself: all parts find the browser's storage under its usual name. */
export function keepInPage() {
  Object.defineProperty(globalThis, "localStorage", { value: new PageStorage(), configurable: true });
}

/** As the browser's storage, as far as pages use it: what is stored is listed by Object.keys. */
class PageStorage {
  /** @param {string} key */
  getItem(key) {
    return Object.hasOwn(this, key) ? /** @type {any} */ (this)[key] : null;
  }

  /**
   * @param {string} key
   * @param {string} value
   */
  setItem(key, value) {
    /** @type {any} */ (this)[key] = String(value);
  }

  /** @param {string} key */
  removeItem(key) {
    delete (/** @type {any} */ (this)[key]);
  }
}
