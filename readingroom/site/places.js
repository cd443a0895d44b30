// Places on a page: an address leads to them, and they stay in view while what is above them is drawn.

import { everything, underWay } from "./when-near.js";

/**
 * The element of an address. A word, a person, a chart, a claim, a document or an event gets its address when it is
 * asked for; it may wait in a part that is not there yet.
 *
 * @param {string} id
 * @returns {Promise<HTMLElement | null>}
 */
export async function findPlace(id) {
  const [, kind, name] = id.match(/^rr-(entry|chart|claim|document|event)-(.+)$/) ?? [];
  if (!kind) return document.getElementById(id);
  const mark = kind === "event" ? "button[data-event" : `[data-${kind}`;
  const find = () => /** @type {HTMLElement | null} */ (document.querySelector(`${mark}="${CSS.escape(name)}"]`));
  if (!find()) await everything();
  const place = find();
  if (!place) return null;
  place.id = id;
  if (kind === "event") showEvent(place);
  else place.tabIndex = -1;
  return place;
}

/**
 * An event outside the years of its lesson is brought in first.
 *
 * @param {HTMLElement} event
 */
function showEvent(event) {
  if (event.closest("[hidden]")) {
    /** @type {HTMLElement | null | undefined} */
    const bringIn = event.closest(".rr-timeline")?.querySelector(".rr-outside button");
    bringIn?.click();
  }
  if (event.getAttribute("aria-pressed") !== "true") event.click();
}

/**
 * Hold a place in view until the parts above it, which are drawn as they come near and push it away, stand, or until
 * the reader does something.
 *
 * @param {Element} place
 */
export async function stayAt(place) {
  const hold = new ResizeObserver(() => place.scrollIntoView({ block: "start", behavior: "instant" }));
  const leave = () => hold.disconnect();
  for (const act of ["wheel", "touchstart", "pointerdown", "keydown"]) {
    addEventListener(act, leave, { once: true, passive: true });
  }
  hold.observe(/** @type {HTMLElement} */ (document.querySelector("main")));
  await underWay();
  leave();
}
