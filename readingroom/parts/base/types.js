// Types that the front ends share, as JSDoc: nothing here runs.

/**
 * What a front end is given to speak to: an anywidget's model in a notebook, a stand-in over the browser's storage on a plain page.
 *
 * @typedef {object} Model
 * @property {(name: string) => any} get the value of a trait
 * @property {(name: string, value: any) => void} set give a trait a value; `save_changes` sends it
 * @property {() => void} save_changes
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
 * An entry of the record: one thing that a reader did. `id` and `at` (ISO time, UTC) are added when it is saved; what else it holds depends on `what`.
 *
 * @typedef {{ what: string, id?: string, at?: string, [field: string]: any }} Entry
 */

export {};
