// Search over prose, notes, charts, claims, events, words and people: it all comes when it is first asked for.

import { h, live, plural } from "../parts/base/dom.js";

const MOST = 40,
  AROUND = 70;
const KINDS = {
  lesson: "lesson",
  note: "note",
  chart: "chart",
  claim: "claim",
  event: "event",
  word: "word",
  person: "person",
};

let panel = null;

/** @param {string} text what the course calls its text */
export function openSearch(text) {
  panel ??= searchPanel({ ...KINDS, reading: `${text}, in our words` });
  panel.show();
}

function searchPanel(kinds) {
  const said = live({ class: "found" });
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
    said,
    list,
  );
  let index = null;
  document.body.append(box);
  box.addEventListener("keydown", walk);
  list.addEventListener("click", (event) => {
    if (event.target.closest("a")) box.close();
  });

  async function look() {
    try {
      index ??= prepared(await (await fetch("search.json")).json());
    } catch {
      said.textContent = "The index of the search did not come. Reload the page to try again.";
      return;
    }
    const words = plain(input.value)
      .split(/\s+/)
      .filter((word) => word.length > 1);
    const hits = words.length ? found(index, words) : [];
    said.textContent = !words.length
      ? "Type two letters or more."
      : hits.length > MOST
        ? `The first ${MOST} of ${hits.length} places.`
        : `${plural(hits.length, "place")} found.`;
    list.replaceChildren(...hits.slice(0, MOST).map((entry) => hit(entry, words, kinds)));
  }

  // The arrow keys walk from the field through what was found and back.
  function walk(event) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step) return;
    const stops = [input, ...list.querySelectorAll("a")];
    const next = stops[stops.indexOf(document.activeElement) + step];
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

// Small letters and digits without accents, a space for all else; each letter keeps its place, so that what is found can be marked in the text itself.
const letter = (sign) =>
  /[\p{L}\p{N}]/u.test(sign)
    ? sign.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().slice(0, sign.length) || sign
    : " ".repeat(sign.length);
const plain = (text) => [...text].map(letter).join("");
const prepared = (entries) =>
  entries.map((entry) => ({
    ...entry,
    head: plain(entry.title),
    body: plain(entry.text),
    also: plain(entry.also ?? ""),
  }));

// Where a word of the text begins with `word`, or -1.
function place(text, word, from = 0) {
  if (from === 0 && text.startsWith(word)) return 0;
  const before = text.indexOf(` ${word}`, Math.max(0, from - 1));
  return before < 0 ? -1 : before + 1;
}

// Every word must begin somewhere; what has them in its title comes first.
function found(index, words) {
  const titled = ({ head }) => words.filter((word) => place(head, word) >= 0).length;
  return index
    .filter((entry) =>
      words.every((word) => [entry.head, entry.body, entry.also].some((text) => place(text, word) >= 0)),
    )
    .map((entry) => [entry, titled(entry)])
    .sort((a, b) => b[1] - a[1])
    .map(([entry]) => entry);
}

function hit(entry, words, kinds) {
  const at = Math.min(...words.map((word) => place(entry.body, word)).filter((n) => n >= 0), entry.text.length);
  const from = at === entry.text.length ? 0 : Math.max(0, entry.text.lastIndexOf(" ", Math.max(0, at - AROUND)) + 1);
  const to = endOfWord(entry.text, from + 3 * AROUND);
  return h(
    "li",
    {},
    h(
      "a",
      { href: entry.place },
      h("span", { class: "hit-title" }, ...marked(entry.title, entry.head, words)),
      h("span", { class: "hit-kind" }, kinds[entry.kind]),
      h(
        "span",
        { class: "hit-text" },
        from ? "… " : "",
        ...marked(entry.text.slice(from, to), entry.body.slice(from, to), words),
        to < entry.text.length ? " …" : "",
      ),
    ),
  );
}

const endOfWord = (text, near) =>
  near >= text.length ? text.length : Math.max(text.lastIndexOf(" ", near), 0) || near;

function marked(text, body, words) {
  const parts = [];
  let at = 0;
  while (at < text.length) {
    const next = words
      .map((word) => [place(body, word, at), word.length])
      .filter(([n]) => n >= 0)
      .sort((a, b) => a[0] - b[0])[0];
    if (!next) break;
    parts.push(text.slice(at, next[0]), h("mark", {}, text.slice(next[0], next[0] + next[1])));
    at = next[0] + next[1];
  }
  return [...parts, text.slice(at)];
}
