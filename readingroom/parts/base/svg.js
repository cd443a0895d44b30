// Making SVG elements: svg("circle", { cx: 5, cy: 5, r: 2 }).

/** @import { Child } from "./dom.js" */

/** @typedef {Child | Child[] | (Child | Child[])[]} SvgChildren */

/**
 * Make an SVG element. Numbers are rounded to tenths; null, undefined and false are left out, among the children too.
 *
 * @template {keyof SVGElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Record<string, string | number | null | undefined | false>} attributes
 * @param {...SvgChildren} children
 * @returns {SVGElementTagNameMap[Tag]}
 */
export function svg(tag, attributes = {}, ...children) {
  const element = document.createElementNS("http://www.w3.org/2000/svg", tag);
  // As in h(): the notebook must not take the keys of what can have the focus.
  if ("tabindex" in attributes) element.setAttribute("data-lm-suppress-shortcuts", "true");
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === null || value === false) continue;
    element.setAttribute(name, typeof value === "number" ? String(Math.round(value * 10) / 10) : value);
  }
  element.append(...children.flat(2).filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}
