// What of the record is not shown, and why: it is kept all the same.

import { h, plural } from "../base/dom.js";

/**
 * @param {number} unread how many entries do not fit their kind
 * @param {number} gone how many answers and notes are about nothing that the course has
 */
export function leftOut(unread, gone) {
  const sentences = [unread ? unreadText(unread) : "", gone ? goneText(gone) : ""].filter(Boolean);
  return sentences.map((sentence) => h("p", { class: "rr-left-out" }, sentence));
}

/** @param {number} count */
const unreadText = (count) =>
  `${plural(count, "entry", "entries")} could not be read and ${count === 1 ? "is" : "are"} left out. ` +
  "Nothing is lost: " +
  `${count === 1 ? "it stays" : "they stay"} in your record, and another version of the course may read ` +
  `${count === 1 ? "it" : "them"}.`;

/** @param {number} count */
const goneText = (count) =>
  `${plural(count, "answer or note is", "answers and notes are")} about something that is no longer in the course. ` +
  `${count === 1 ? "It stays" : "They stay"} in your record, and in the file that you download.`;
