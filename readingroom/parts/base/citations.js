// Paragraph numbers that lead to the paragraph where it is on the page, and sources that fold away.

/** @import { Paragraph } from "./types.js" */

import { goTo, h, plural, prose, spokenLabel } from "./dom.js";

/**
 * Links to paragraphs. Paragraphs outside `section`, the one on this page, are named with their lesson.
 *
 * @param {Paragraph[]} places
 * @param {string | null} section null where the page shows no single section
 */
export function whereRead(places, section) {
  const here = places.filter((place) => place.section === section);
  /** @type {Map<string, string[]>} */
  const lessons = new Map();
  for (const place of places) {
    if (place.section !== section) lessons.set(place.lesson, [...(lessons.get(place.lesson) ?? []), place.label]);
  }
  const named = [
    ...here.map(toParagraph),
    ...[...lessons].map(([lesson, labels]) => `${labels.join(", ")} (${lesson})`),
  ];
  return h(
    "span",
    { class: "rr-where" },
    named.flatMap((part, i) => (i ? [", ", part] : [part])),
  );
}

/** @param {Paragraph} place */
function toParagraph(place) {
  const missing = h("span", { "aria-live": "polite" }); // with a role it would be named where it is empty
  return h(
    "span",
    {},
    h(
      "button",
      {
        type: "button",
        class: "rr-link",
        "aria-label": `Go to ${spokenLabel(place.label)}`,
        onclick() {
          missing.textContent = goTo(`rr-p-${place.id}`) ? "" : " (run the reading cell first)";
        },
      },
      place.label,
    ),
    missing,
  );
}

/**
 * A list of sources that folds away; null where there are none.
 *
 * @param {string[]} sources lines of HTML
 */
export function citationList(sources) {
  if (!sources.length) return null;
  return h(
    "details",
    { class: "rr-sources" },
    h("summary", {}, plural(sources.length, "source")),
    h(
      "ul",
      {},
      sources.map((source) => prose("li", source)),
    ),
  );
}
