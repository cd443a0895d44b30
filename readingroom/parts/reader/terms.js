// Glossary terms explained where they stand: a button opens its meaning behind it, Escape or a second press closes it.

/** @typedef {Record<string, { term: string, meaning: string }>} Terms by id; the meaning is HTML */

import { h, live, prose } from "../base/dom.js";

const TEXT_NODE = 3;

/**
 * Make the term buttons below `root` open and close their explanations.
 *
 * @param {HTMLElement} root
 * @param {Terms} terms
 */
export function explainTerms(root, terms) {
  const said = live({ class: "rr-hidden" });
  root.append(said);
  for (const button of /** @type {NodeListOf<HTMLButtonElement>} */ (root.querySelectorAll("button.rr-term"))) {
    button.dataset.lmSuppressShortcuts = "true";
  }
  root.addEventListener("click", (event) => {
    const button = termButton(event, "button.rr-term");
    if (button) toggle(button, terms, said);
  });
  root.addEventListener("keydown", (event) => {
    const button = termButton(event, "button.rr-term[aria-expanded=true]");
    if (button && event.key === "Escape") {
      event.stopPropagation();
      toggle(button, terms, said);
    }
  });
}

/**
 * The button matching `selector` that an event happened in, if any.
 *
 * @param {Event} event
 * @param {string} selector
 * @returns {HTMLButtonElement | null}
 */
function termButton(event, selector) {
  return event.target instanceof Element ? event.target.closest(selector) : null;
}

/**
 * Open or close an explanation. Its text also goes into the live region: a new element with text is not read aloud.
 *
 * @param {HTMLButtonElement} button
 * @param {Terms} terms
 * @param {HTMLElement} said live region
 */
function toggle(button, terms, said) {
  const open = button.getAttribute("aria-expanded") === "true";
  if (open) {
    button.nextElementSibling?.remove();
    said.textContent = "";
  } else {
    const term = terms[button.dataset.term ?? ""];
    const gloss = h("span", { class: "rr-gloss" }, h("strong", {}, `${term.term}: `), prose("span", term.meaning));
    afterItsSigns(button).after(gloss);
    said.textContent = gloss.textContent;
  }
  button.setAttribute("aria-expanded", String(!open));
}

/**
 * What the meaning of a term goes behind: its button, or the full stop or other signs that stand right behind that.
 *
 * @param {HTMLButtonElement} button
 */
function afterItsSigns(button) {
  const next = button.nextSibling;
  if (next?.nodeType !== TEXT_NODE) return button;
  const text = /** @type {Text} */ (next);
  const signs = /^\S*/.exec(text.data)?.[0].length ?? 0;
  if (!signs) return button;
  if (signs < text.length) text.splitText(signs);
  return text;
}
