// Types of the documents, as JSDoc: nothing here runs. documents.py makes the content.

/** @import { Paragraph } from "../base/types.js" */
/** @import { Item } from "../quiz/types.js" */

/**
 * A document that lies elsewhere. The title, the text about it, the facts, what to look for, the claims and the sources
 * are HTML.
 *
 * @typedef {object} SourceDocument
 * @property {string} id
 * @property {string} title
 * @property {string} kind
 * @property {string} date
 * @property {string} about
 * @property {{ label: string, html: string }[]} facts
 * @property {string} lookFor
 * @property {string} address
 * @property {string} host the site of the address
 * @property {Paragraph[]} places
 * @property {{ html: string, lesson: string }[]} claims with their lesson, where it is another
 * @property {string[]} sources
 * @property {Item} item
 */

/**
 * @typedef {object} DocumentsContent
 * @property {string} quiz under which the record keeps the answers
 * @property {string} section of the lesson; "" for the whole course
 * @property {string} title
 * @property {SourceDocument[]} documents
 */

export {};
