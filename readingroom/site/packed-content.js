// The content of a part as a page or a file of its own holds it: each source is written once, and lists of sources hold
// numbers.

/** @import { Content } from "./types.js" */

import { loadJson } from "./late-file.js";

/** @typedef {{ content: Content, sources: string[] }} PackedContent */

/**
 * The content that a part of the page holds itself.
 *
 * @param {HTMLElement} part
 */
export function contentOf(part) {
  return unpacked(JSON.parse(part.querySelector(":scope > script")?.textContent ?? ""));
}

/**
 * The content that several pages share.
 *
 * @param {string} address
 */
export async function fetchContent(address) {
  return unpacked(await loadJson(address));
}

/**
 * @param {PackedContent} packed
 * @returns {Content}
 */
function unpacked({ content, sources }) {
  /**
   * @param {any} value
   * @param {string} [name] of the field it stands in
   * @returns {any}
   */
  const fill = (value, name) => {
    if (Array.isArray(value)) {
      return name === "sources" ? value.map((n) => sources[n]) : value.map((inner) => fill(inner));
    }
    return value && typeof value === "object"
      ? Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, fill(inner, key)]))
      : value;
  };
  return fill(content);
}
