// Making elements: h("button", {type: "button", onclick}, "Check"). A key pressed in a control is no shortcut of the
// notebook.

/** @typedef {Node | string | false | null | undefined} Child */

const FOCUSABLE = new Set(["a", "button", "input", "select", "textarea", "summary"]);
// In a notebook each widget has this module for itself, so counting alone would give the same name twice.
const instance = Math.random().toString(36).slice(2, 8);
let namesGiven = 0;

/**
 * Make an element. Attributes that begin with "on" are listeners, `html` is HTML, other values that are no text are
 * properties of the element where it has them; null, undefined and false are left out, among the children too.
 *
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Record<string, any>} attributes
 * @param {...(Child | Child[])} children
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function h(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  // JupyterLab and Notebook take arrow keys and letters unless the focused element itself carries this attribute.
  if (FOCUSABLE.has(tag) || "tabindex" in attributes) element.dataset.lmSuppressShortcuts = "true";
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === null || value === false) continue;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (name === "html") element.innerHTML = value;
    else if (name in element && typeof value !== "string") Object.assign(element, { [name]: value });
    else element.setAttribute(name, value === true ? "" : value);
  }
  for (const child of children.flat()) {
    if (child !== null && child !== undefined && child !== false) element.append(child);
  }
  return element;
}

/**
 * A name for `for`, `name` and `aria-…` that no other part of the page has, even where a widget is shown twice.
 *
 * @param {string} stem
 */
export const unique = (stem) => `rr-${stem}-${instance}${(namesGiven += 1)}`;

/**
 * Prose from the course's files, made into HTML and escaped by the package: never a reader's own words.
 *
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {string} html
 * @param {Record<string, any>} attributes
 */
export const prose = (tag, html, attributes = {}) => h(tag, { ...attributes, html });

const SIGN = /([\u2190\u2192\u2713\u2717\u2260\u25CB\u25D0])/;

/**
 * Words whose signs are seen and not heard: a tick or an arrow beside words that say the same.
 *
 * @param {string} text
 */
export const withSigns = (text) =>
  text.split(SIGN).map((part, i) => (i % 2 ? h("span", { "aria-hidden": "true" }, part) : part));

/**
 * A paragraph's label as it is said: the sign before its number has no name that a listener knows.
 *
 * @param {string} label
 */
export const spokenLabel = (label) => label.replace(/^[^\p{L}\p{N}\s]+(?=\d)/u, "paragraph ");

/**
 * @param {number} n
 * @param {string} one
 * @param {string} many
 */
export const plural = (n, one, many = `${one}s`) => `${n} ${n === 1 ? one : many}`;

/**
 * A live region: what is put into it is read aloud.
 *
 * @param {Record<string, any>} attributes
 */
export function live(attributes = {}) {
  return h("div", { role: "status", "aria-live": "polite", ...attributes });
}

/**
 * Put a sentence into an element.
 *
 * @param {HTMLElement} element
 * @returns {(says: string) => void}
 */
export const saysIn = (element) => (says) => {
  element.textContent = says;
};

/**
 * Call `act` once nothing has been asked for `wait` milliseconds, with the last arguments; `flush` calls it now.
 *
 * @template {unknown[]} Arguments
 * @param {number} wait
 * @param {(...values: Arguments) => void} act
 */
export function debounce(wait, act) {
  let timer = 0;
  /** @type {Arguments | null} */
  let last = null;
  const flush = () => {
    clearTimeout(timer);
    if (!last) return;
    const values = last;
    last = null;
    act(...values);
  };
  const later = (/** @type {Arguments} */ ...values) => {
    last = values;
    clearTimeout(timer);
    timer = setTimeout(flush, wait);
  };
  return Object.assign(later, { flush });
}

/**
 * Bring an element of this page into view and put the focus on it; false where the page has no such element.
 *
 * @param {string} id
 */
export function goTo(id) {
  const element = document.getElementById(id);
  // Where a whole site stands around the page, it may know the way: see site/page.js.
  if (!element) return !document.dispatchEvent(new CustomEvent("rr-elsewhere", { detail: id, cancelable: true }));
  let folded = element.parentElement?.closest("details:not([open])");
  while (folded) {
    folded.setAttribute("open", "");
    folded = folded.parentElement?.closest("details:not([open])");
  }
  element.scrollIntoView({
    block: "start",
    behavior: matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth",
  });
  element.focus({ preventScroll: true });
  return true;
}
