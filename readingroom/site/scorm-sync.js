// Keeps the run-time of a learning system up with the record: what changed is sent soon after, and once more on
// leaving.

/** @import { SavedEntry } from "../parts/base/types.js" */
/** @import { Lesson, ReportStatus, Runtime } from "./scorm-types.js" */
/** @import { RecordStore } from "./types.js" */

import { readEntry } from "../parts/base/entry-schema.js";
import { oldestFirst } from "./progress.js";
import { interactionOf } from "./scorm-interactions.js";
import { packRecord } from "./scorm-pack.js";
import { openRequirements, scoreOf, timespan } from "./scorm-report.js";

const MOST_INTERACTIONS = 250; // as many as each system of version 2004 must take
const FINISHED = ["completed", "passed", "failed"];

/**
 * @param {Runtime} runtime
 * @param {Lesson} lesson
 * @param {RecordStore} record
 * @param {object} before what was there when the lesson was opened
 * @param {SavedEntry[]} before.entries the system's own
 * @param {string[]} before.unread rows of another edition
 * @param {boolean} before.isUnreadable whether the system's record could not be read, so that it must stay as it is
 */
export function createSync(runtime, lesson, record, { entries: kept, unread, isUnreadable }) {
  const begun = Date.now();
  const wasFinished = FINISHED.includes(runtime.read("status").value);
  const reported = new Set(kept.filter(({ what }) => what === "answer").map(({ id }) => id));
  /** @type {Map<string, string>} field -> the value that the system took */
  const taken = new Map();
  let interactions = Number(runtime.read("cmi.interactions._count").value) || 0;
  let takesInteractions = true;
  let takenAt = "";

  /** Send what changed; the status says how it went. @returns {ReportStatus} */
  function send() {
    const entries = oldestFirst(record.entries());
    const readable = entries.map(readEntry).filter((entry) => entry !== null);
    const open = openRequirements(lesson.requirements, record.state);
    const score = scoreOf(lesson.scored, readable);
    const { text, left } = packRecord(entries, lesson.subjects, runtime.most, unread);
    const complete = wasFinished || open.length === 0;
    const problems = [
      isUnreadable ? "" : put("record", text),
      score === null ? "" : put("raw", String(score)),
      wasFinished ? "" : put("status", complete ? "completed" : "incomplete"),
      put("time", timespan(Date.now() - begun, runtime.version)),
      put("exit", "suspend"),
    ];
    if (score !== null) putBounds(score);
    sendAnswers(readable);
    const problem = [...problems, runtime.commit()].find(Boolean) ?? "";
    if (!problem) takenAt = new Date().toISOString();
    return { complete, open: complete ? [] : open, score, at: takenAt, trouble: problem, left };
  }

  /**
   * @param {string} field
   * @param {string} value
   */
  function put(field, value) {
    if (taken.get(field) === value || (!value && !taken.has(field) && !kept.length)) return "";
    const problem = runtime.write(field, value);
    if (!problem) taken.set(field, value);
    return problem;
  }

  /** What a system need not know: nobody is told where it does not. @param {number} score */
  function putBounds(score) {
    put("min", "0");
    put("max", "100");
    put("scaled", String(Math.round(score * 100) / 10000));
  }

  /** @param {SavedEntry[]} entries */
  function sendAnswers(entries) {
    for (const entry of entries) {
      const item = lesson.items[entry.item];
      if (!takesInteractions || interactions >= MOST_INTERACTIONS) return;
      if (entry.what !== "answer" || !item || reported.has(entry.id)) continue;
      reported.add(entry.id);
      for (const [field, value] of interactionOf(entry, item, runtime.version)) {
        const problem = runtime.write(`cmi.interactions.${interactions}.${field}`, value);
        if (problem && field === "id") takesInteractions = false;
        if (!takesInteractions) return;
      }
      interactions++;
    }
  }

  return { send };
}
