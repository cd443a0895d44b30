// Glossary terms explained where they stand: a button opens its meaning behind it, Escape or a second press closes it.

import { h, prose } from "./dom.js";

export function explainTerms(root, terms) {
  for (const button of root.querySelectorAll("button.rr-term")) button.dataset.lmSuppressShortcuts = "true";
  root.addEventListener("click", (event) => {
    const button = event.target.closest?.("button.rr-term");
    if (button) toggle(button, terms);
  });
  root.addEventListener("keydown", (event) => {
    const button = event.target.closest?.("button.rr-term[aria-expanded=true]");
    if (button && event.key === "Escape") { event.stopPropagation(); toggle(button, terms); }
  });
}

function toggle(button, terms) {
  const open = button.getAttribute("aria-expanded") === "true";
  if (open) button.nextElementSibling?.remove();
  else {
    const term = terms[button.dataset.term];
    button.after(h("span", { class: "rr-gloss", role: "status" }, h("strong", {}, `${term.term}: `), prose("span", term.meaning)));
  }
  button.setAttribute("aria-expanded", String(!open));
}
