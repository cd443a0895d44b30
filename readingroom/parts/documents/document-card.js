// One document: what it is, then the way to it: where it lies, what to look for, and the question.

/** @import { SourceDocument } from "./types.js" */

import { citationList, whereRead } from "../base/citations.js";
import { h, prose, unique } from "../base/dom.js";

/**
 * @param {SourceDocument} source
 * @param {string} section of the lesson
 * @param {HTMLElement} question
 */
export function documentCard(source, section, question) {
  const title = unique("document");
  return h(
    "article",
    { class: "rr-document", "data-document": source.id, "aria-labelledby": title },
    h(
      "div",
      { class: "rr-document-text" },
      h("p", { class: "rr-document-kind" }, `${source.kind}, ${source.date}`),
      prose("h4", source.title, { id: title }),
      prose("div", source.about, { class: "rr-document-about" }),
      factList(source),
      bearing(source, section),
      citationList(source.sources),
    ),
    h("div", { class: "rr-document-way" }, wayThere(source, title), question),
  );
}

/** @param {SourceDocument} source */
function factList(source) {
  return h(
    "dl",
    { class: "rr-document-facts" },
    source.facts.map(({ label, html }) => h("div", {}, h("dt", {}, label), prose("dd", html))),
  );
}

/**
 * The paragraphs and the claims that the document bears on.
 *
 * @param {SourceDocument} source
 * @param {string} section
 */
function bearing({ places, claims }, section) {
  const lines = claims.map(({ html, lesson }) => h("li", {}, prose("span", html), lesson ? ` (${lesson})` : null));
  return h(
    "div",
    { class: "rr-document-bearing" },
    h(
      "p",
      {},
      "Bears on ",
      whereRead(places, section || null),
      claims.length === 1 ? ", and on this claim:" : claims.length ? ", and on these claims:" : "",
    ),
    claims.length ? h("ul", {}, lines) : null,
  );
}

/**
 * @param {SourceDocument} source
 * @param {string} title the id of the title
 */
function wayThere(source, title) {
  const link = unique("open");
  return h(
    "div",
    { class: "rr-document-steps" },
    h(
      "p",
      {},
      h(
        "a",
        {
          id: link,
          class: "rr-open",
          href: source.address,
          target: "_blank",
          rel: "noopener noreferrer",
          "aria-labelledby": `${link} ${title}`,
        },
        "Open the document",
      ),
      h("span", { class: "rr-hint" }, `Another site, in a new tab: ${source.host}`),
    ),
    h("p", {}, h("strong", {}, "Look for: "), prose("span", source.lookFor)),
  );
}
