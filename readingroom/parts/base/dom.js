// Making elements: h("button", {type: "button", onclick}, "Check"). Every control is kept from the notebook's shortcuts.

const FOCUSABLE = new Set(["a", "button", "input", "select", "textarea", "summary"]);
// In a notebook each widget has this module for itself, so counting alone would give the same name twice.
const own = Math.random().toString(36).slice(2, 8);
let made = 0;

export function h(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  // JupyterLab and Notebook take arrow keys and letters unless the focused element itself carries this attribute.
  if (FOCUSABLE.has(tag) || "tabindex" in attributes) element.dataset.lmSuppressShortcuts = "true";
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === null || value === false) continue;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (name === "html") element.innerHTML = value;
    else if (name in element && typeof value !== "string") element[name] = value;
    else element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

// A name for `for`, `name` and `aria-…` that no other part of the page has, even where a widget is shown twice.
export const unique = (stem) => `rr-${stem}-${own}${(made += 1)}`;

// Prose from the course's files, made into HTML and escaped by the package: never a reader's own words.
export const prose = (tag, html, attributes = {}) => h(tag, { ...attributes, html });

export const plural = (n, one, many = `${one}s`) => `${n} ${n === 1 ? one : many}`;

// A live region: what is put into it is read aloud.
export function live(attributes = {}) {
  return h("div", { role: "status", "aria-live": "polite", ...attributes });
}

export function debounce(wait, act) {
  let timer = 0,
    last = null;
  const flush = () => {
    clearTimeout(timer);
    if (last) {
      const args = last;
      last = null;
      act(...args);
    }
  };
  const later = (...args) => {
    last = args;
    clearTimeout(timer);
    timer = setTimeout(flush, wait);
  };
  return Object.assign(later, { flush });
}

// Bring an element of this page into view and put the focus on it.
export function goTo(id) {
  const there = document.getElementById(id);
  // Where a whole site stands around the page, it may know the way: see site/page.js.
  if (!there) return !document.dispatchEvent(new CustomEvent("rr-elsewhere", { detail: id, cancelable: true }));
  there.scrollIntoView({
    block: "start",
    behavior: matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth",
  });
  there.focus({ preventScroll: true });
  return true;
}
