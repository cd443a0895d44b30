// Types of the steps, as JSDoc: nothing here runs. turns.py makes the content.

/** @import { Item } from "../quiz/types.js" */

/**
 * @typedef {object} SmallTable
 * @property {string} title
 * @property {string} date what heads the first column
 * @property {string[]} columns
 * @property {{ date: string, figures: string[] }[]} rows
 */

/**
 * A step. The formula, the hint and what the result shows are HTML; the solution is code.
 *
 * @typedef {object} TurnContent
 * @property {string} quiz under which the record keeps the answer
 * @property {string} section of the lesson; "" for the whole course
 * @property {string} id
 * @property {SmallTable} table
 * @property {string} formula
 * @property {string} hint
 * @property {string} shows
 * @property {string} solution
 * @property {Item} item
 */

export {};
