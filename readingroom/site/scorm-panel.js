// What a lesson says of its learning system: what is still to do, the score so far, when all was kept, and what was
// not.

/** @import { SavedEntry } from "../parts/base/types.js" */
/** @import { ReportStatus } from "./scorm-types.js" */

import { h, live, plural } from "../parts/base/dom.js";

const NO_SYSTEM =
  "This page found no learning system around it, so nothing is reported. What you do is kept in this browser.";
const REVIEW = "You are looking at this lesson again, or only trying it: nothing that you do now is reported.";
const FOREIGN =
  "Your learning system holds a record that this page cannot read. It was left as it is; what you do now is reported " +
  "as far as that goes, and your record is kept in this browser.";
const IN_BROWSER = "What you do is kept in this browser, and this page tries again with your next step.";
const IN_PAGE =
  "This browser keeps nothing here either: before you close the page, download your record at the end of the lesson.";
/** @type {Record<string, [string, string?]>} */
const NAMES = {
  answer: ["earlier answer"],
  draft: ["draft"],
  note: ["note"],
  mark: ["mark on a paragraph", "marks on paragraphs"],
  guess: ["guess", "guesses"],
  vote: ["vote"],
  weighing: ["weighing of a claim", "weighings of claims"],
  probability: ["forecast"],
  doubt: ["doubt"],
  setting: ["setting"],
  reset: ["new start of a quiz", "new starts of a quiz"],
};

/**
 * @param {HTMLElement} panel
 * @param {boolean} isKept whether the browser keeps the record too
 */
export function createPanel(panel, isKept) {
  const now = h("p", { class: "rr-lms-now" });
  const says = live({ class: "rr-lms-says" });
  const left = live({ class: "rr-lms-left" });
  panel.append(now, says, left);
  let isComplete = false;

  /** @param {string} sentence */
  function say(sentence) {
    if (says.textContent !== sentence) says.textContent = sentence;
  }

  return {
    /** @param {ReportStatus} status */
    show({ complete, open, score, at, trouble, left: leftOut }) {
      now.textContent = [
        complete ? "Complete." : `Still to do: ${open.join("; ")}.`,
        score === null ? "" : `Score so far: ${score} of 100.`,
        at ? `Sent to your learning system at ${clock(at)}.` : "",
      ]
        .filter(Boolean)
        .join(" ");
      if (trouble) say(`Your learning system did not take everything: ${trouble}. ${isKept ? IN_BROWSER : IN_PAGE}`);
      else if (complete && !isComplete) say("This lesson is complete.");
      else if (!complete || says.textContent !== "This lesson is complete.") say("");
      isComplete = complete;
      if (leftOut.length && !left.textContent) left.textContent = leftOutText(leftOut, isKept);
      if (!leftOut.length) left.textContent = "";
    },

    /** @param {string} [refusal] what the run-time says, where there is one */
    showNoSystem(refusal) {
      const why = refusal ? `Your learning system did not open this lesson: ${refusal}. ` : "";
      const where = isKept ? "What you do is kept in this browser." : IN_PAGE;
      say(
        refusal
          ? `${why}Nothing is reported. ${where}`
          : isKept
            ? NO_SYSTEM
            : `${NO_SYSTEM.split(" What")[0]} ${IN_PAGE}`,
      );
    },

    showReview: () => say(REVIEW),
    showForeign: () => left.after(h("p", {}, FOREIGN)),
  };
}

/**
 * What the system has no room for, by kind.
 *
 * @param {SavedEntry[]} entries
 * @param {boolean} isKept
 */
export function leftOutText(entries, isKept) {
  const kinds = [...new Set(entries.map(({ what }) => what))];
  const counts = kinds.map((what) => {
    const [one, many] = NAMES[what] ?? ["entry", "entries"];
    return plural(entries.filter((entry) => entry.what === what).length, one, many);
  });
  const where = isKept ? "They are kept in this browser alone." : "This browser keeps nothing here.";
  return (
    `Your learning system has no room for all of your record. Left out there: ${counts.join(", ")}. ${where} ` +
    "To take all along, download your record at the end of the lesson."
  );
}

/** @param {string} at */
const clock = (at) => new Date(at).toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" });
