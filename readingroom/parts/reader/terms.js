// Glossary terms explained where they stand: a button opens its meaning behind it, Escape or a second press closes it.

import { h, live, prose } from "../base/dom.js";

export function explainTerms(root, terms) {
  const said = live({ class: "rr-hidden" });
  root.append(said);
  for (const button of root.querySelectorAll("button.rr-term")) button.dataset.lmSuppressShortcuts = "true";
  root.addEventListener("click", (event) => {
    const button = event.target.closest?.("button.rr-term");
    if (button) toggle(button, terms, said);
  });
  root.addEventListener("keydown", (event) => {
    const button = event.target.closest?.("button.rr-term[aria-expanded=true]");
    if (button && event.key === "Escape") {
      event.stopPropagation();
      toggle(button, terms, said);
    }
  });
}

// What opens is also said in `said`: what comes onto the page with its words in it is not read aloud.
function toggle(button, terms, said) {
  const open = button.getAttribute("aria-expanded") === "true";
  if (open) {
    button.nextElementSibling?.remove();
    said.textContent = "";
  } else {
    const term = terms[button.dataset.term];
    const gloss = h("span", { class: "rr-gloss" }, h("strong", {}, `${term.term}: `), prose("span", term.meaning));
    button.after(gloss);
    said.textContent = gloss.textContent;
  }
  button.setAttribute("aria-expanded", String(!open));
}
