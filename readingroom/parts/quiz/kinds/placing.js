// What matching and sorting share: each card gets a place from a list.

/** @import { Control, Item, Line, Place, Scorer, Sentence } from "../types.js" */

import { h, unique } from "../../base/dom.js";

// Between a card and its place: seen as an arrow, heard as a pause.
const ARROW = '<span aria-hidden="true">\u2192</span><span class="rr-hidden">:</span>';
const SIDES = 44; // the control's padding and its arrow, in pixels

/**
 * Whether a response is a table of values by name.
 *
 * @param {unknown} response
 * @returns {response is Record<string, unknown>}
 */
export const isPlain = (response) => typeof response === "object" && response !== null && !Array.isArray(response);

/** @param {unknown} response */
export const hasValues = (response) =>
  isPlain(response) && Object.values(response).some((value) => value !== "" && value !== null && value !== undefined);

/**
 * Whether a response has a place for each of these cards, or says that it has none yet.
 *
 * @param {Line[]} cards
 * @param {Place[]} places
 * @param {unknown} response
 */
export function arePlaced(cards, places, response) {
  if (!isPlain(response) || Object.keys(response).length !== cards.length) return false;
  const known = ["", ...places.map(({ id }) => id)];
  return cards.every(({ id }) => Object.hasOwn(response, id) && known.some((place) => place === response[id]));
}

/**
 * The share of cards in their place.
 *
 * @type {Scorer}
 */
export const placed = {
  name: "place",
  fraction(key, response) {
    if (!isPlain(response)) return 0;
    const cards = Object.entries(key.right);
    return cards.length ? cards.filter(([card, place]) => response[card] === place).length / cards.length : 0;
  },
  isAnswered: hasValues,
};

/**
 * @param {Line[]} cards
 * @param {Place[]} places
 * @param {() => void} changed
 * @returns {Control}
 */
export function placesControl(cards, places, changed) {
  const controls = cards.map((card) => {
    const id = unique(card.id);
    const select = h(
      "select",
      {
        id,
        onchange() {
          full.update();
          changed();
        },
      },
      h("option", { value: "" }, "choose \u2026"),
      places.map((place) => h("option", { value: place.id }, place.text)),
    );
    const full = chosenInFull(select);
    const row = h(
      "div",
      { class: "rr-place" },
      h("label", { for: id, html: card.html }),
      h("div", { class: "rr-choosing" }, select, full.element),
    );
    return { card: card.id, select, full, row };
  });
  const onPaper = h(
    "ol",
    { class: "rr-on-paper", type: "A" },
    places.map((place) => h("li", {}, place.text)),
  );
  return {
    element: h(
      "div",
      { class: "rr-places" },
      controls.map(({ row }) => row),
      onPaper,
    ),
    read: () => Object.fromEntries(controls.map(({ card, select }) => [card, select.value])),
    write: (response) =>
      controls.forEach(({ card, select, full }) => {
        select.value = response?.[card] ?? "";
        full.update();
      }),
    lock: (locked) =>
      controls.forEach(({ select }) => {
        select.disabled = locked;
      }),
  };
}

/**
 * What was chosen, in full below a control too narrow for it. For the eye: a screen reader has it from the control.
 *
 * @param {HTMLSelectElement} select
 */
function chosenInFull(select) {
  const element = h("span", { class: "rr-chosen", "aria-hidden": "true" });
  function update() {
    element.textContent = select.value ? select.selectedOptions[0].text : "";
    element.dataset.length = "asked";
    element.dataset.length = element.offsetWidth + SIDES > select.offsetWidth ? "long" : "short";
  }
  new ResizeObserver(update).observe(select);
  return { element, update };
}

/**
 * @param {Line[]} cards
 * @param {Place[]} places
 * @param {Item} item
 * @param {Record<string, string>} response
 * @returns {Sentence[]}
 */
export function whyPlaced(cards, places, item, response) {
  return cards.map((card) => {
    const right = response[card.id] === item.key.right[card.id];
    const place = places.find(({ id }) => id === response[card.id]);
    const html = place?.decoy ? (place.why ?? "") : card.why;
    const verdict = right ? "\u2713 Right:" : "\u2717 Not right:";
    const about = `${card.html} ${ARROW} ${place?.text || "nowhere yet"}`;
    return { about, verdict, html, kind: right ? "right" : "wrong" };
  });
}

/**
 * The right place of each card that is not in it.
 *
 * @param {Line[]} cards
 * @param {Place[]} places
 * @param {Item} item
 * @param {Record<string, string>} response
 * @returns {Sentence[]}
 */
export function rightPlaces(cards, places, item, response) {
  const misplaced = cards.filter((card) => response[card.id] !== item.key.right[card.id]);
  return misplaced.map((card) => {
    const place = places.find(({ id }) => id === item.key.right[card.id]);
    return { about: `${card.html} ${ARROW} ${place?.text ?? ""}`, html: card.why, kind: "right" };
  });
}
