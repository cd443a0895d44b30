// Types that the front ends share, as JSDoc: nothing here runs.

/**
 * What a front end speaks to: an anywidget's model in a notebook, on a plain page a stand-in over the browser's
 * storage.
 *
 * @typedef {object} Model
 * @property {(name: string) => any} get the value of a trait
 * @property {(name: string, value: any) => void} set give a trait a value; `save_changes` sends it
 * @property {() => void} save_changes
 * @property {(message: any) => void} send a message of its own to the kernel
 * @property {(event: string, listener: (...values: any[]) => void) => void} on
 * @property {(event: string, listener?: (...values: any[]) => void) => void} off
 */

/**
 * What render is called with, and what it may return: a function that undoes it.
 *
 * @typedef {{ model: Model, el: HTMLElement }} RenderArguments
 * @typedef {(host: RenderArguments) => (() => void) | void} Render
 */

/**
 * An entry of the record: one thing that a reader did. `id` and `at` (ISO time, UTC) are added when it is saved; what
 * else it holds depends on `what`.
 *
 * @typedef {{ what: string, id?: string, at?: string, [field: string]: any }} Entry
 * @typedef {Entry & { id: string, at: string }} SavedEntry
 */

/**
 * How saving goes: kind is "trouble", "saving" or "saved"; the message is for the reader.
 *
 * @typedef {{ kind: string, message: string }} SaveStatus
 * @typedef {(status: SaveStatus) => void} StatusListener
 */

/**
 * Saves what a reader does in one part.
 *
 * @typedef {object} Saver
 * @property {(entry: Entry, place?: string, subject?: string) => SavedEntry} save `place` and `subject` say where the
 *   entry stands in the state that the part shows
 * @property {(listener: StatusListener) => () => void} watch returns what stops watching
 * @property {DownloadOffer | null} offered where the disk is not kept
 * @property {() => void} stop
 */

/**
 * An offer to download the record in time.
 *
 * @typedef {{ after: (line: HTMLElement) => void, stop: () => void }} DownloadOffer
 */

/**
 * A paragraph that something is about: its id, its section, and what it and its lesson are called.
 *
 * @typedef {{ id: string, section: string, label: string, lesson: string }} Paragraph
 */

export {};
