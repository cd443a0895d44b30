// Types of the glossary and of the list of people, as JSDoc: nothing here runs. glossary.py makes the content.

/** @import { Paragraph } from "../base/types.js" */

/**
 * A word or a person: `also` are other names it is found by, the sources are HTML.
 *
 * @typedef {object} LookupEntry
 * @property {string} id
 * @property {string} name
 * @property {string[]} also
 * @property {Paragraph[]} places
 * @property {string[]} sources
 * @property {{ label: string, html: string }[]} parts of the explanation; the label may be empty
 */

/**
 * @typedef {object} LookupContent
 * @property {string} title
 * @property {string} one what an entry is called
 * @property {string} many
 * @property {string} find the label of the box
 * @property {string} section of the lesson; "" for the whole course
 * @property {LookupEntry[]} entries
 */

export {};
