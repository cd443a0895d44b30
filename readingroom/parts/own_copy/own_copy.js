// Your own copy: a file or pasted text goes to the kernel, which finds the paragraphs in it and keeps their words on
// this machine.

/** @import { RenderArguments } from "../base/types.js" */

import { h, live, plural, unique } from "../base/dom.js";
import { failingInPlace } from "../base/failure.js";
import { kernelWatch } from "../base/kernel-watch.js";

const MOST_MEGABYTES = 9;
// Milliseconds: the kernel answers nothing while a file is read, which may take 18 seconds.
const READING_PATIENCE = 30_000;

/**
 * What own_copy.py sends: the folder the copy is kept in, the number of paragraphs, and what the text is called.
 *
 * @typedef {{ folder: string, paragraphs: number, words: { text: string } }} OwnCopyContent
 */

/**
 * The outcome of the last request; `held` counts the paragraphs that the course has words of.
 *
 * @typedef {{ says: string, kind: string, held: number, number: number }} CopyAnswer
 */

/** @param {RenderArguments} host */
function renderPart({ model, el }) {
  /** @type {OwnCopyContent} */
  const { folder, paragraphs, words } = model.get("content");
  const said = live({ class: "rr-feedback" });
  const ask = (/** @type {string} */ says) => tell(says, "ask");
  // A large file that is sent again and again would only hold up the line.
  const reading = kernelWatch(ask, model, "upload", { patience: READING_PATIENCE, isSentAgain: false });
  const removing = kernelWatch(ask, model, "removals");
  const held = h("p", { class: "rr-own-held", tabindex: "-1" });
  const file = h("input", {
    type: "file",
    id: unique("copy"),
    accept: ".pdf,.html,.htm,.xhtml,.txt,text/plain,text/html,application/pdf",
    onchange: choose,
  });
  const area = h("textarea", { id: unique("paste"), rows: 4, placeholder: `Paste the text of ${words.text} here` });
  const remove = h(
    "button",
    {
      type: "button",
      onclick: () => {
        removing.ask("Removing your copy \u2026", model.get("removals") + 1);
      },
    },
    "Remove my copy",
  );

  /**
   * @param {string} says
   * @param {string} kind
   */
  function tell(says, kind) {
    said.dataset.kind = kind;
    said.textContent = says;
  }

  /**
   * @param {string} name
   * @param {number} bytes
   */
  function fits(name, bytes) {
    if (bytes <= MOST_MEGABYTES * 1e6) return true;
    tell(
      `${name} has more than ${MOST_MEGABYTES} MB, too much to send from this page. ` +
        "In a terminal in the course's folder run: python3 -m readingroom copy FILE",
      "wrong",
    );
    return false;
  }

  /**
   * @param {string} name
   * @param {ArrayBuffer} bytes
   */
  function give(name, bytes) {
    if (!fits(name, bytes.byteLength)) return;
    model.set("name", name);
    reading.ask(`Reading ${name} \u2026`, new DataView(bytes));
  }

  async function choose() {
    const chosen = file.files?.[0];
    if (!chosen) return;
    if (!chosen.size) tell(`${chosen.name} is empty. Choose another file.`, "wrong");
    else if (fits(chosen.name, chosen.size)) await send(chosen); // one too large is not even read
    file.value = ""; // so that the same file, chosen again, is read again
  }

  /** @param {File} chosen */
  async function send(chosen) {
    /** @type {ArrayBuffer} */
    let bytes;
    try {
      bytes = await chosen.arrayBuffer();
    } catch {
      tell(`${chosen.name} could not be read. It may have been moved or changed; choose it again.`, "wrong");
      return;
    }
    give(chosen.name, bytes);
  }

  function paste() {
    if (area.value.trim()) give("the pasted text", new TextEncoder().encode(area.value).buffer);
    else {
      tell("The box is empty. Paste the text into it first.", "ask");
      area.focus();
    }
  }

  function hear() {
    reading.end();
    removing.end();
    /** @type {CopyAnswer} */
    const answer = model.get("answer");
    if (answer.says) tell(answer.says, answer.kind);
    if (answer.says && answer.kind === "right") area.value = "";
    // The button is about to go: its focus stays near.
    const root = /** @type {Document | ShadowRoot} */ (remove.getRootNode());
    if (!answer.held && root.activeElement === remove) held.focus();
    held.textContent = answer.held
      ? `The course has a copy of yours, with the words of ${plural(answer.held, "paragraph")} of ${paragraphs}. ` +
        "Run a lesson's reading cell again to see them."
      : "The course has no copy yet. The lessons work without one.";
    remove.hidden = !answer.held;
  }

  model.on("change:answer", hear);
  el.classList.add("rr");
  el.append(
    h(
      "section",
      { class: "rr-own-copy", "aria-label": `Your own copy of ${words.text}` },
      h("h3", {}, `Your own copy of ${words.text}`),
      h(
        "p",
        {},
        `The course does not bring the words of ${words.text}. If you have a copy, give it to the ` +
          "course, and the reader shows each paragraph's own words beside its notes. It is compared on the machine " +
          "that runs the course (your own, unless you opened the course on a server). Its words are kept there in " +
          "the folder " +
          `${folder}, and in no download of your record.`,
      ),
      held,
      h("p", {}, h("label", { for: file.id }, "Choose a file (PDF, web page or plain text)"), file),
      h("p", {}, h("label", { for: area.id }, "Or paste the text"), area),
      h(
        "div",
        { class: "rr-buttons" },
        h("button", { type: "button", class: "rr-main", onclick: paste }, "Use the pasted text"),
        remove,
      ),
      said,
    ),
  );
  hear();
  return () => {
    model.off("change:answer", hear);
    reading.end();
    removing.end();
  };
}

const render = failingInPlace(renderPart);

export default { render };
