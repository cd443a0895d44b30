// Types of the ways through a lesson, as JSDoc: nothing here runs.

/**
 * A way, with how long the lesson takes on it.
 *
 * @typedef {{ id: string, label: string, about: string, minutes: number }} Way
 */

/**
 * What a reader does in a step: its place in the progress, its subject there, the first way on which it stands.
 *
 * @typedef {[place: string, subject: string, from: number]} Act
 */

/**
 * A step of a lesson: its heading, and its minutes on each way.
 *
 * @typedef {{ title: string, minutes: number[], acts: Act[] }} Step
 */

/**
 * Cells of a notebook that fold in before the way with the number `from`.
 *
 * @typedef {{ from: number, title: string, cells: string[] }} CellFold
 */

/**
 * What ways.py sends; `usual` is the number of the way that somebody is given who chose none.
 *
 * @typedef {{ ways: Way[], usual: number, steps: Step[], folds: CellFold[] }} WaysContent
 */

/**
 * A lesson with its steps, each with where it stands: what go_on.py sends.
 *
 * @typedef {{ title: string, address: string, acts: [place: string, subject: string][] }} StepAddress
 * @typedef {{ title: string, steps: StepAddress[] }} LessonSteps
 * @typedef {{ lessons: LessonSteps[] }} GoOnContent
 */

/**
 * What is known of a reader, by place and subject.
 *
 * @typedef {Record<string, Record<string, { [field: string]: any }>>} ReaderState
 */

export {};
