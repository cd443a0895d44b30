// Types of the lesson's hand-in, as JSDoc: nothing here runs.

/**
 * What can be handed in of a lesson: ids of its claims and items, paragraphs with the label that readers see.
 * `writes` says that a kernel writes the file beside the notebook.
 *
 * @typedef {object} LessonContent
 * @property {string} lesson
 * @property {string} title
 * @property {{ id: string, label: string }[]} paragraphs
 * @property {string[]} claims
 * @property {string[]} items
 * @property {boolean} writes
 */

/**
 * The progress, as far as a lesson's hand-in needs it: the latest entries by their subject.
 *
 * @typedef {Record<string, Record<string, Record<string, any>>>} LessonState
 */

/** @typedef {{ name: string, receipt: string, text: string, bytes: number }} LessonFile */

/** What the kernel says of the file it wrote. @typedef {{ receipt: string, path: string }} WrittenFile */

export {};
