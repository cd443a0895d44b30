// The file of a lesson's hand-in: learning/submission/lesson_format.py says what it holds, and reads it.

/** @import { LessonContent, LessonFile, LessonState } from "./types.js" */

import { sha256 } from "./sha256.js";

const FORMAT = "reading-room lesson hand-in";
const VERSION = 1;
const LONGEST_FILE_NAME = 99; // letters of a file's name: platforms put names and numbers before it
const LEAST_OF_STUDENT = 12;
const BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

/** The most bytes that the reader of hand-ins takes. */
export const LARGEST = 2_000_000;

/**
 * What of the record goes into the file, a value for each line.
 *
 * @param {LessonContent} content
 * @param {LessonState} state
 * @param {boolean} withNotes
 * @returns {Record<string, any>[]}
 */
export function lessonLines({ paragraphs, claims, items }, { marks, votes, weighings, answers, notes }, withNotes) {
  const own = (/** @type {Record<string, any>} */ place, /** @type {string} */ name) =>
    Object.hasOwn(place ?? {}, name) ? place[name] : {};
  return [
    ...paragraphs.map(({ id }) => [own(marks, id).mark, { paragraph: id, mark: own(marks, id).mark }]),
    ...claims.map((id) => [own(votes, id).vote, { claim: id, vote: own(votes, id).vote }]),
    ...claims.map((id) => {
      const { materiality } = own(weighings, id);
      return [materiality, { weighed: id, materiality }];
    }),
    ...items.map((id) => [Object.hasOwn(answers ?? {}, id), answerLine(id, own(answers, id))]),
    ...paragraphs.map(({ id }) => {
      const text = own(notes, id).text ?? "";
      return [withNotes && text.trim(), { note: id, text }];
    }),
  ].flatMap(([isThere, line]) => (isThere ? [line] : []));
}

/**
 * @param {string} item
 * @param {Record<string, any>} answer
 */
function answerLine(item, { response = null, certainty, fraction, first, tries, text }) {
  return {
    item,
    response,
    sure: certainty ?? 0,
    fraction,
    first: first ?? fraction,
    tries: tries ?? 1,
    ...(text ? { text } : {}),
  };
}

/**
 * @param {{ lesson: string, student: string, made: string }} about
 * @param {Record<string, any>[]} lines
 * @returns {LessonFile}
 */
export function lessonFile({ lesson, student, made }, lines) {
  const heading = { format: FORMAT, version: VERSION, lesson, student, made, parts: lines.length };
  const body = [heading, ...lines].map((line) => `${JSON.stringify(line)}\n`).join("");
  const sum = hex(sha256(body));
  const text = `${body}${JSON.stringify({ sum })}\n`;
  const receipt = receiptOf(sum);
  return { name: fileName(lesson, student, receipt), receipt, text, bytes: new TextEncoder().encode(text).length };
}

/** The short form of a checksum, as in K7QD-2M9X-F4TZ-6LWA. @param {string} sum */
function receiptOf(sum) {
  const bits = [...sha256(sum).slice(0, 10)].map((byte) => byte.toString(2).padStart(8, "0")).join("");
  const letters = (bits.match(/.{5}/g) ?? []).map((five) => BASE32[parseInt(five, 2)]).join("");
  return (letters.match(/.{4}/g) ?? []).join("-");
}

/**
 * @param {string} lesson
 * @param {string} student
 * @param {string} receipt
 */
function fileName(lesson, student, receipt) {
  const most = Math.max(LEAST_OF_STUDENT, LONGEST_FILE_NAME - `lesson-${lesson}----${receipt}.jsonl`.length);
  const plain = student.replace(/[^A-Za-z0-9._-]+/g, "-").slice(0, most);
  return `lesson-${lesson}--${plain.replace(/^[-.]+|[-.]+$/g, "") || "student"}--${receipt}.jsonl`;
}

/** @param {Uint8Array} bytes */
const hex = (bytes) => [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
