// Types of the quizzes, as JSDoc: nothing here runs.

/** @import { Paragraph } from "../base/types.js" */

/**
 * What a scorer needs to know; `kind` names the scorer. See learning/kinds.
 *
 * @typedef {{ kind: string, right?: any, tolerance?: number, most?: Record<string, number> }} AnswerKey
 */

/**
 * A way of scoring.
 *
 * @typedef {object} Scorer
 * @property {string} name
 * @property {(key: AnswerKey, response: any) => number} fraction from 0 to 1
 * @property {(response: any) => boolean} isAnswered
 */

/**
 * A line that is chosen, moved or placed; `html` and `why` are HTML, `text` is plain. A decoy belongs to no card.
 *
 * @typedef {{ id: string, html: string, why: string }} Line
 * @typedef {{ id: string, text: string, why?: string, decoy?: boolean }} Place
 */

/**
 * A quiz item, or a task of an exercise, which has no key and no reasons. What else it holds depends on its kind.
 *
 * @typedef {object} Item
 * @property {string} id
 * @property {string} kind
 * @property {string} prompt HTML
 * @property {AnswerKey} key
 * @property {Paragraph[]} readAgain
 * @property {number} [from] the first way through the lesson on which it stands, where that is not the shortest
 * @property {Line[]} [options]
 * @property {Line[]} [lefts]
 * @property {Place[]} [rights]
 * @property {Line[]} [cards]
 * @property {Place[]} [bins]
 * @property {string} [unit]
 * @property {string} [shown] the right number as prose writes it
 * @property {string} [why] HTML
 * @property {string} [otherwise] HTML
 * @property {Mistake[]} [mistakes]
 * @property {string} [model] HTML
 * @property {Criterion[]} [criteria]
 * @property {Place[]} [rows]
 * @property {(Place & { unit: string })[]} [columns]
 */

/**
 * A foreseen mistake: a number within a tolerance, or words.
 *
 * @typedef {{ value?: number, tolerance?: number, answers?: string[], why: string }} Mistake
 * @typedef {{ id: string, html: string, levels: { points: number, html: string }[] }} Criterion
 */

/**
 * In which an item is answered.
 *
 * @typedef {object} Control
 * @property {HTMLElement} element
 * @property {() => any} read the response
 * @property {(response: any) => void} write show a response; null empties
 * @property {(locked: boolean) => void} lock
 * @property {(check: () => void) => void} [onEnter]
 * @property {() => string} [text] what was written, beside the response
 * @property {(text: string | null) => void} [setText]
 * @property {(open: boolean) => void} [reveal] the model answer
 */

/**
 * One thing that is said to an answer: about what (HTML, may be missing), a verdict on it (a sign and words) and what
 * (HTML).
 *
 * @typedef {{ about?: string, verdict?: string, html: string, kind: string }} Sentence
 */

/**
 * One kind of item, as a page answers it.
 *
 * @typedef {object} Kind
 * @property {(item: Item, changed: () => void) => Control} control
 * @property {(task: Item, changed: () => void) => Pick<Control, "element" | "read" | "write">} [taskControl]
 *   in an exercise, where it differs
 * @property {Scorer} [scorer] none for a kind that is never scored on a page
 * @property {string} empty what is said where nothing was answered
 * @property {(item: Item, response: unknown) => boolean} fits whether a stored response is one to this item as it is
 * @property {(task: Item, response: unknown) => boolean} [taskFits] in an exercise, where it differs
 * @property {boolean} [isTyped] saved when the hand rests, not at every letter
 * @property {boolean} [isSelfMarked] compared with a model answer and marked by its writer
 * @property {(item: Item, response: any) => Sentence[]} sentences what is said to a response
 * @property {(item: Item, response: any) => Sentence[]} solution the right answer, line by line
 */

export {};
