// The annotated reading: what each paragraph says, notes on it that a reader turns on and off, and a place for the
// reader's own.

/** @import { Model, RenderArguments, Saver } from "../base/types.js" */
/** @import { Terms } from "./terms.js" */

import { debounce, h, live, plural, prose, unique } from "../base/dom.js";
import { failingInPlace } from "../base/failure.js";
import { currentWay } from "../base/fold.js";
import { createSaver, showSaveStatus } from "../base/save.js";
import { explainTerms } from "./terms.js";

// A first reading is given its background; the argument and the sources are one press away.
const FIRST_DEPTH = 1;
const NO_NOTES = "The short way has no notes. Choose how deep to see some.";
const MARKS = { clear: "Clear", puzzling: "Puzzling" };

/**
 * A note on a paragraph; `html` is HTML, `sources` are lines of HTML, `habit` may be empty.
 *
 * @typedef {{ kind: string, level: string, habit: string, html: string, sources: string[] }} Note
 */

/**
 * A paragraph of the section; `gist` is HTML.
 *
 * @typedef {{ id: string, number: number, role: string, gist: string, notes: Note[] }} ReaderParagraph
 */

/**
 * What the text and its author are called; `mark` stands before a paragraph's number.
 *
 * @typedef {{ capitalised: string, mark: string }} ReaderWords
 */

/**
 * What reader.py sends; `counts` is the number of notes of each kind.
 *
 * @typedef {object} ReaderContent
 * @property {string} title
 * @property {string} section
 * @property {ReaderWords} words
 * @property {ReaderParagraph[]} paragraphs
 * @property {string[]} kinds
 * @property {Record<string, number>} counts
 * @property {string[]} levels
 * @property {number[]} [depths] on each way through the lesson: the index of the deepest level, -1 for no notes
 * @property {Terms} terms
 */

/**
 * Which notes are shown: kinds, and the index of the deepest level.
 *
 * @typedef {{ kinds: Set<string>, depth: number }} ShownNotes
 * @typedef {Record<string, { at?: string, value?: { kinds?: string[], depth?: number } }>} Settings by name
 */

/** @param {RenderArguments} host */
function renderPart({ model, el }) {
  /** @type {ReaderContent} */
  const content = model.get("content");
  const keep = createSaver(model);
  const shown = shownNotes(content, model.get("state").settings);
  const paragraphs = content.paragraphs.map((paragraph) => paragraphCard(paragraph, content.words, model, keep));
  const chosen = chooser(content, shown, remember);
  const kept = h("p", { class: "rr-kept" });
  showSaveStatus(keep, kept);

  function apply() {
    for (const note of /** @type {NodeListOf<HTMLElement>} */ (el.querySelectorAll("[data-note]"))) {
      const { kind = "", level = "" } = note.dataset;
      note.hidden = !shown.kinds.has(kind) || content.levels.indexOf(level) > shown.depth;
    }
  }

  function remember() {
    apply();
    keep.save(
      { what: "setting", name: "notes", value: { kinds: [...shown.kinds], depth: shown.depth } },
      "settings",
      "notes",
    );
  }

  el.classList.add("rr");
  el.append(
    h(
      "section",
      { class: "rr-reader", "aria-label": content.title },
      h("div", { class: "rr-reader-head" }, h("h3", {}, content.title), chosen.element, kept),
      paragraphs.map((paragraph) => paragraph.element),
    ),
  );
  explainTerms(el, content.terms);
  apply();
  const followWay = () => {
    shown.depth = content.depths?.[currentWay()] ?? shown.depth;
    chosen.show();
    apply();
  };
  document.addEventListener("rr-way", followWay);
  const refresh = () => paragraphs.forEach((paragraph) => paragraph.refresh());
  model.on("change:state", refresh);
  const hear = (/** @type {{ words?: Record<string, string> }} */ { words }) => {
    if (words) paragraphs.forEach((paragraph) => paragraph.showOwn(words));
  };
  model.on("msg:custom", hear);
  // A plain page has no kernel to ask, and no copy.
  /** @type {Model & { send?: (message: string) => void }} */ (model).send?.("words");
  return () => {
    paragraphs.forEach((paragraph) => paragraph.flush());
    document.removeEventListener("rr-way", followWay);
    model.off("change:state", refresh);
    model.off("msg:custom", hear);
    keep.stop();
  };
}

/**
 * @param {ReaderContent} content
 * @param {Settings | undefined} settings
 * @returns {ShownNotes}
 */
function shownNotes(content, settings) {
  const kept = settings?.notes?.value;
  const kinds = Array.isArray(kept?.kinds) ? content.kinds.filter((kind) => kept.kinds?.includes(kind)) : content.kinds;
  // What was chosen last counts: these notes, or a way through the lessons.
  const isLatest = (settings?.notes?.at ?? "") >= (settings?.way?.at ?? "");
  const depth = isLatest ? Number(kept?.depth) : NaN;
  return {
    kinds: new Set(kinds),
    depth: content.levels[depth] ? depth : (content.depths?.[currentWay()] ?? FIRST_DEPTH),
  };
}

/**
 * @param {ReaderContent} content
 * @param {ShownNotes} shown
 * @param {() => void} changed
 */
function chooser(content, shown, changed) {
  const name = unique("depth");
  const said = live({ class: "rr-hidden" });
  const tell = () => {
    changed();
    none.hidden = shown.depth >= 0;
    said.textContent = shown.kinds.size
      ? `Shown: ${[...shown.kinds].join(", ")}; to the level ${content.levels[Math.max(0, shown.depth)]}.`
      : "All notes are off.";
  };
  const boxes = content.kinds.map((kind) =>
    h("input", {
      type: "checkbox",
      value: kind,
      checked: shown.kinds.has(kind),
      onchange(/** @type {Event & { target: HTMLInputElement }} */ event) {
        if (event.target.checked) shown.kinds.add(kind);
        else shown.kinds.delete(kind);
        tell();
      },
    }),
  );
  const all = (/** @type {boolean} */ on) => {
    boxes.forEach((box) => {
      box.checked = on;
    });
    shown.kinds = new Set(on ? content.kinds : []);
    tell();
  };
  const depths = content.levels.map((level, i) =>
    h("input", {
      type: "radio",
      name,
      checked: i === shown.depth,
      onchange: () => {
        shown.depth = i;
        tell();
      },
    }),
  );
  const none = h("p", { class: "rr-no-notes", hidden: true }, NO_NOTES);
  const show = () => {
    depths.forEach((radio, i) => {
      radio.checked = i === shown.depth;
    });
    none.hidden = shown.depth >= 0;
  };
  show();
  const element = h(
    "div",
    { class: "rr-chooser" },
    h(
      "fieldset",
      {},
      h("legend", {}, "Notes to show"),
      content.kinds.map((kind, i) =>
        h(
          "label",
          {},
          boxes[i],
          h("span", { class: "rr-kind", "data-kind": kind }, kind),
          ` (${content.counts[kind] ?? 0})`,
        ),
      ),
      h("button", { type: "button", class: "rr-quiet", onclick: () => all(true) }, "All"),
      h("button", { type: "button", class: "rr-quiet", onclick: () => all(false) }, "None"),
    ),
    h(
      "fieldset",
      {},
      h("legend", {}, "How deep"),
      content.levels.map((level, i) => h("label", {}, depths[i], i ? `+ ${level}` : level)),
    ),
    none,
    said,
  );
  return { element, show };
}

/**
 * @param {ReaderParagraph} paragraph
 * @param {ReaderWords} words
 * @param {Model} model
 * @param {Saver} keep
 */
function paragraphCard(paragraph, words, model, keep) {
  const mine = ownNote(paragraph, model, keep);
  const mark = marking(paragraph, model, keep);
  const own = h("p");
  const fromCopy = h(
    "details",
    { class: "rr-own", open: true, hidden: true },
    h("summary", {}, `${words.capitalised}'s words, from your copy`),
    own,
  );
  const element = h(
    "article",
    { class: "rr-paragraph", id: `rr-p-${paragraph.id}`, tabindex: "-1", "aria-labelledby": `rr-h-${paragraph.id}` },
    h(
      "div",
      { class: "rr-text" },
      h(
        "h4",
        { id: `rr-h-${paragraph.id}` },
        h("span", { class: "rr-number" }, `${words.mark}${paragraph.number}`),
        " ",
        h("span", { class: "rr-role" }, paragraph.role),
      ),
      fromCopy,
      prose("p", paragraph.gist, { class: "rr-gist" }),
      mark.element,
      mine.element,
    ),
    h("div", { class: "rr-notes" }, paragraph.notes.map(noteCard)),
  );
  return {
    element,
    refresh() {
      mine.refresh();
      mark.refresh();
    },
    flush: mine.flush,
    /** @param {Record<string, string>} words by paragraph */
    showOwn(words) {
      fromCopy.hidden = !Object.keys(words).length;
      own.textContent = words[paragraph.id] ?? "Your copy lacks this paragraph.";
    },
  };
}

/** @param {Note} note */
function noteCard(note) {
  return h(
    "aside",
    {
      class: "rr-note",
      "data-note": "",
      "data-kind": note.kind,
      "data-level": note.level,
      role: "note",
      "aria-label": note.kind,
    },
    h(
      "p",
      { class: "rr-note-head" },
      h("span", { class: "rr-kind", "data-kind": note.kind }, note.kind),
      note.habit ? h("span", { class: "rr-habit" }, `habit: ${note.habit}`) : null,
    ),
    prose("p", note.html),
    sourceList(note.sources),
  );
}

/** @param {string[]} sources lines of HTML */
function sourceList(sources) {
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

/**
 * @param {ReaderParagraph} paragraph
 * @param {Model} model
 * @param {Saver} keep
 */
function ownNote(paragraph, model, keep) {
  const id = unique(paragraph.id);
  const text = () => model.get("state").notes?.[paragraph.id]?.text ?? "";
  const area = h("textarea", { id, rows: 2, placeholder: "What do you make of it?" });
  const later = debounce(400, () =>
    keep.save({ what: "note", paragraph: paragraph.id, text: area.value }, "notes", paragraph.id),
  );
  area.addEventListener("input", () => {
    grow();
    later();
  });
  area.addEventListener("blur", () => later.flush());
  const grow = () => {
    area.rows = Math.min(12, Math.max(2, area.value.split("\n").length + Math.floor(area.value.length / 70)));
  };
  const refresh = () => {
    // In a window behind another, or a tab behind another, nobody types: what was written there counts.
    const isTypedIn = document.activeElement === area && document.hasFocus();
    if (!isTypedIn && area.value !== text()) {
      area.value = text();
      grow();
    }
  };
  refresh();
  return {
    element: h("p", { class: "rr-mine" }, h("label", { for: id }, "Your note"), area),
    refresh,
    flush: later.flush,
  };
}

/**
 * @param {ReaderParagraph} paragraph
 * @param {Model} model
 * @param {Saver} keep
 */
function marking(paragraph, model, keep) {
  const marked = () => model.get("state").marks?.[paragraph.id]?.mark ?? "";
  const buttons = Object.entries(MARKS).map(([mark, says]) => ({
    mark,
    button: h(
      "button",
      {
        type: "button",
        class: "rr-mark",
        "data-mark": mark,
        onclick() {
          keep.save(
            { what: "mark", paragraph: paragraph.id, mark: marked() === mark ? "" : mark },
            "marks",
            paragraph.id,
          );
          refresh();
        },
      },
      says,
    ),
  }));
  const refresh = () =>
    buttons.forEach(({ mark, button }) => button.setAttribute("aria-pressed", String(marked() === mark)));
  refresh();
  return {
    element: h(
      "p",
      { class: "rr-marks", role: "group", "aria-label": `Paragraph ${paragraph.number} is` },
      "Read, and: ",
      buttons.map(({ button }) => button),
    ),
    refresh,
  };
}

const render = failingInPlace(renderPart);

export default { render };
