// Types of the review, as JSDoc: nothing here runs. review.py makes the content.

/** @import { Item } from "../quiz/types.js" */

/**
 * A quiz item that is due: its card's name, what stands in the card's heading, its quiz.
 *
 * @typedef {{ card: string, kind: "item", about: string, quiz: string, item: Item }} DueItem
 */

/**
 * A term or a date that is due: `front`, `answer` and `more` are HTML.
 *
 * @typedef {object} DueFlashcard
 * @property {string} card its name
 * @property {"term" | "date"} kind
 * @property {string} about what stands in the card's heading
 * @property {string} front
 * @property {string} ask
 * @property {string} answer
 * @property {string} more
 */

/**
 * @typedef {DueItem | DueFlashcard} DueCard
 * @typedef {{ day: string, cards: number }} DayAhead how many cards are due on a day to come
 */

/**
 * The first of the cards that are due, and how many these are in all.
 *
 * @typedef {{ today: string, due: number, cards: DueCard[], ahead: DayAhead[] }} ReviewContent
 */

/**
 * A card on the page.
 *
 * @typedef {{ parts: HTMLElement[], refresh: () => void }} CardView
 */

export {};
