// What a hand-in of the lesson holds, in words, before it is made.

/** @import { LessonContent, LessonState } from "./types.js" */

import { plural } from "../base/dom.js";

/**
 * A sentence for each kind of thing that is sent.
 *
 * @param {LessonContent} content
 * @param {Record<string, any>[]} lines as lesson-file.js makes them
 */
export function sentInWords({ paragraphs, claims, items }, lines) {
  const marked = lines.filter((line) => line.paragraph);
  const answered = lines.filter((line) => line.item);
  const label = (/** @type {string} */ id) => paragraphs.find((each) => each.id === id)?.label ?? id;
  const marks = marked.map((line) => `${label(line.paragraph)} ${line.mark}`).join(", ");
  const weighed = lines.filter((line) => line.weighed).length;
  const sure = answered.filter((line) => line.sure).length;
  // No template in a template: what packs the scripts for a plain page loses white space in them.
  const votes = lines.filter((line) => line.claim).length;
  const ofMarks = marks && ` (${marks})`;
  const ofVotes = weighed ? `, and what hangs on ${weighed} of them, as you judge` : "";
  const ofAnswers = sure ? `, ${sure} of them with how sure you were` : "";
  return [
    paragraphs.length ? `Paragraphs that you marked: ${marked.length} of ${paragraphs.length}${ofMarks}.` : "",
    claims.length ? `Votes on claims: ${votes} of ${claims.length}${ofVotes}.` : "",
    `Answers: ${answered.length} of ${items.length}${ofAnswers}.`,
  ].filter(Boolean);
}

/**
 * @param {LessonContent} content
 * @param {LessonState} state
 */
export const countNotes = ({ paragraphs }, { notes = {} }) =>
  paragraphs.filter(({ id }) => Object.hasOwn(notes, id) && notes[id].text?.trim()).length;

/**
 * @param {number} count
 * @param {boolean} areSent
 */
export function notesInWords(count, areSent) {
  if (!count) return "Notes of your own: none on this lesson\u2019s paragraphs.";
  return `${plural(count, "note of your own", "notes of your own")}: ${areSent ? "sent, word for word." : "not sent."}`;
}
