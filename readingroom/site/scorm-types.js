// Types of the scripts that stand in packages for learning systems, as JSDoc: nothing here runs.

/** @import { SavedEntry } from "../parts/base/types.js" */

/**
 * What a learning system puts into a window; its functions differ by version.
 *
 * @typedef {Record<string, (...words: string[]) => unknown>} RuntimeApi
 */

/**
 * An open run-time. Fields go by the names of scorm-runtime.js, or by their own where they begin with `cmi.`.
 *
 * @typedef {object} Runtime
 * @property {"1.2" | "2004"} version
 * @property {number} most the characters it keeps of a record
 * @property {string} refusal why it did not open, or ""
 * @property {(field: string) => { value: string, problem: string }} read
 * @property {(field: string, value: string) => string} write returns the problem, or "" where there is none
 * @property {() => string} commit the same
 * @property {() => void} close
 */

/**
 * One thing that a lesson must have before it counts as complete: something of the kind `what` on one of `ids`, or on
 * all of them.
 *
 * @typedef {{ what: string, ids: string[], all: boolean, says: string }} Requirement
 */

/**
 * A question as a report names it: its text without tags, and the ids of the lines and of the places for them, as
 * shown.
 *
 * @typedef {{ prompt: string, key: string, lines: string[], places: string[] }} ReportedItem
 */

/**
 * What a package knows of its lesson: `scorm_page.py` writes it.
 *
 * @typedef {object} Lesson
 * @property {string} version of SCORM
 * @property {Record<string, string[]>} subjects by kind of entry: all that the lesson asks about
 * @property {Requirement[]} requirements
 * @property {string[]} scored items
 * @property {Record<string, ReportedItem>} items
 */

/**
 * A record as suspend data keeps it.
 *
 * @typedef {object} PackedRecord
 * @property {string} text
 * @property {SavedEntry[]} left entries of the lesson that do not fit
 */

/**
 * How reporting goes.
 *
 * @typedef {object} ReportStatus
 * @property {boolean} complete
 * @property {string[]} open what is still to do
 * @property {number | null} score of 100, null where nothing that counts was answered
 * @property {string} at when the system took it last, "" where it did not yet
 * @property {string} trouble a sentence, or ""
 * @property {SavedEntry[]} left what the system has no room for
 */

export {};
