// The two pieces of a stop: what stands above its chart, and what stands below it.

/** @import { Model, Saver } from "../base/types.js" */
/** @import { Stop, StoryContent } from "./types.js" */

import { citationList } from "../base/citations.js";
import { h, prose } from "../base/dom.js";
import { itemCard } from "../quiz/item.js";
import { stopStrip } from "./stop-strip.js";

/**
 * What happened, and its weeks on the timeline.
 *
 * @param {Stop} stop
 * @param {number} number from 0
 * @param {StoryContent} story
 * @param {string} heading id for the heading
 */
export function stopAbove(stop, number, story, heading) {
  const strip = stopStrip(stop, story);
  const element = h(
    "div",
    { class: "rr-stop-above" },
    h("p", { class: "rr-stop-count" }, `Stop ${number + 1} of ${story.stops.length}`),
    prose("h4", stop.heading, { id: heading, tabindex: "-1" }),
    prose("div", stop.text, { class: "rr-stop-text" }),
    citationList(stop.sources),
    strip.element,
  );
  return { element, show: strip.show, forPaper: strip.forPaper, stop: strip.stop };
}

/**
 * What nobody could know, and the question.
 *
 * @param {Stop} stop
 * @param {StoryContent} story
 * @param {Model} model
 * @param {Saver} saver
 */
export function stopBelow(stop, story, model, saver) {
  const quiz = { quiz: story.quiz, section: story.section, isOpenBook: true };
  const question = itemCard(stop.item, 0, quiz, model, saver);
  const element = h(
    "div",
    { class: "rr-stop-below" },
    h("div", { class: "rr-stop-unknown" }, h("h5", {}, "What nobody could know"), prose("p", stop.unknown)),
    h("div", { class: "rr-stop-question" }, h("h5", {}, "Before you go on"), question.element),
  );
  return { element, refresh: question.refresh, isAnswered: () => Boolean(question.answer()) };
}
