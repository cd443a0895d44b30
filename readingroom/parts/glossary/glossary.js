// Words or people, explained, with a box to find them by.

/** @import { RenderArguments } from "../base/types.js" */
/** @import { LookupContent, LookupEntry } from "./types.js" */

import { citationList, whereRead } from "../base/citations.js";
import { debounce, h, prose, unique } from "../base/dom.js";
import { failingInPlace } from "../base/failure.js";

/** @param {RenderArguments} host */
function renderPart({ model, el }) {
  /** @type {LookupContent} */
  const content = model.get("content");
  const entries = content.entries.map((entry) => entryRow(entry, content));
  const count = h("p", { class: "rr-hint", role: "status" });
  const id = unique("find");
  const input = h("input", { type: "text", id, autocomplete: "off", spellcheck: "false", oninput: () => later() });
  const later = debounce(150, find);

  function find() {
    const wanted = plainText(input.value).trim();
    const found = entries.filter((entry) => {
      entry.element.hidden = !entry.text.includes(wanted);
      return !entry.element.hidden;
    });
    count.textContent =
      found.length === entries.length ? counted(entries.length) : `${found.length} of ${counted(entries.length)}`;
  }

  const counted = (/** @type {number} */ n) => `${n} ${n === 1 ? content.one : content.many}`;
  find();
  el.classList.add("rr");
  el.append(
    h(
      "section",
      { class: "rr-lookup", "aria-label": content.title },
      h(
        "div",
        { class: "rr-ledger-head" },
        h("h3", {}, content.title),
        h("p", { class: "rr-find" }, h("label", { for: id }, content.find), input),
        count,
      ),
      h(
        "dl",
        { class: "rr-entries" },
        entries.map((entry) => entry.element),
      ),
    ),
  );
  return () => later.flush();
}

/**
 * @param {LookupEntry} entry
 * @param {LookupContent} content
 */
function entryRow(entry, content) {
  const element = h(
    "div",
    { class: "rr-entry", "data-entry": entry.id },
    h("dt", {}, entry.name),
    entry.parts.map((part) =>
      h("dd", {}, part.label ? h("span", { class: "rr-role" }, `${part.label}: `) : null, prose("span", part.html)),
    ),
    entry.places.length ? h("dd", { class: "rr-hint" }, whereRead(entry.places, content.section || null)) : null,
    entry.sources.length ? h("dd", {}, citationList(entry.sources)) : null,
  );
  const texts = entry.parts.map((part) => h("span", { html: part.html }).textContent);
  return { element, text: plainText([entry.name, ...entry.also, ...texts].join(" ")) };
}

/**
 * Small letters without accents: "Schroder" finds Schröder.
 *
 * @param {string} text
 */
const plainText = (text) => text.toLowerCase().normalize("NFKD").replace(/\p{M}/gu, "");

const render = failingInPlace(renderPart);

export default { render };
