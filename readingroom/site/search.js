// Search over prose, notes, charts, claims, events, words and people: it all comes when it is first asked for.

/** @import { IndexEntry } from "./search-index.js" */

import { h, live, plural } from "../parts/base/dom.js";
import { hitItem } from "./search-hit.js";
import { fetchIndex, findEntries, searchWords } from "./search-index.js";

const MOST = 40;
/** @type {Record<string, string>} */
const KINDS = {
  lesson: "lesson",
  note: "note",
  chart: "chart",
  claim: "claim",
  document: "document",
  event: "event",
  word: "word",
  person: "person",
};
/** @type {Record<string, number>} */
const STEPS = { ArrowDown: 1, ArrowUp: -1 };

/** @type {ReturnType<typeof searchPanel> | null} */
let panel = null;

/** @param {string} text what the course calls its text */
export function openSearch(text) {
  panel ??= searchPanel({ ...KINDS, reading: `${text}, in our words` });
  panel.show();
}

/** @param {Record<string, string>} kinds what the kinds of entries are called */
function searchPanel(kinds) {
  const status = live({ class: "found" });
  const list = h("ul", { class: "hits" });
  const input = h("input", {
    type: "search",
    id: "search-words",
    autocomplete: "off",
    spellcheck: "false",
    oninput: () => look(),
  });
  const box = h(
    "dialog",
    { class: "search", "aria-label": "Search the course" },
    h(
      "div",
      { class: "search-head" },
      h("label", { for: "search-words" }, "Search the course"),
      input,
      h("button", { type: "button", onclick: () => box.close() }, "Close"),
    ),
    status,
    list,
  );
  /** @type {Promise<IndexEntry[]> | null} one for all that is typed while it comes: a later one would take the focus */
  let coming = null;
  document.body.append(box);
  box.addEventListener("keydown", walk);
  list.addEventListener("click", (event) => {
    if (/** @type {Element} */ (event.target).closest("a")) box.close();
  });

  async function look() {
    /** @type {IndexEntry[]} */
    let index;
    try {
      coming ??= fetchIndex();
      index = await coming;
    } catch {
      coming = null;
      status.textContent = "The index of the search did not come. Reload the page to try again.";
      return;
    }
    const words = searchWords(input.value);
    const hits = words.length ? findEntries(index, words) : [];
    status.textContent = !words.length
      ? "Type two letters or more."
      : hits.length > MOST
        ? `The first ${MOST} of ${hits.length} places.`
        : `${plural(hits.length, "place")} found.`;
    list.replaceChildren(...hits.slice(0, MOST).map((entry) => hitItem(entry, words, kinds[entry.kind])));
  }

  /**
   * The arrow keys walk from the field through what was found and back.
   *
   * @param {KeyboardEvent} event
   */
  function walk(event) {
    const step = STEPS[event.key];
    if (!step) return;
    /** @type {(Element | null)[]} */
    const stops = [input, ...list.querySelectorAll("a")];
    const next = /** @type {HTMLElement | undefined} */ (stops[stops.indexOf(document.activeElement) + step]);
    if (next) {
      event.preventDefault();
      next.focus();
    }
  }

  return {
    show() {
      if (!box.open) box.showModal();
      input.focus();
      input.select();
      look();
    },
  };
}
