// The choice of a way through the lesson: a group of radio buttons, each with its minutes.

/** @import { ReaderState, Way, WaysContent } from "./types.js" */

import { h, live, unique } from "../base/dom.js";

const SETTING = "way";
const FOLDS_IN = "What is not on this way folds in behind a line, and opens there.";

/**
 * The number of the way that a reader has chosen, or the usual one.
 *
 * @param {WaysContent} content
 * @param {ReaderState} state
 */
export function chosenWay({ ways, usual }, state) {
  const place = ways.findIndex(({ id }) => id === state.settings?.[SETTING]?.value);
  return place < 0 ? usual : place;
}

/** The entry of the record that keeps a choice. @param {Way} way */
export const choiceEntry = ({ id }) => ({ what: "setting", name: SETTING, value: id });

/**
 * @param {WaysContent} content
 * @param {(place: number) => void} choose
 */
export function wayChoice({ ways }, choose) {
  const name = unique("way");
  const status = live({ class: "rr-hidden" });
  const about = h("p", { class: "rr-way-about" });
  const buttons = ways.map((way, place) =>
    h("input", { type: "radio", name, value: way.id, onchange: () => take(place) }),
  );
  /** @param {number} place */
  function take(place) {
    choose(place);
    show(place);
    status.textContent = `${ways[place].label}: about ${inMinutes(ways[place].minutes)}. ${FOLDS_IN}`;
  }

  /** @param {number} place */
  function show(place) {
    buttons[place].checked = true;
    about.textContent = ways[place].about;
  }

  const labels = ways.map((way, place) =>
    h("label", {}, buttons[place], h("span", {}, h("b", {}, way.label), ` ${inMinutes(way.minutes)}`)),
  );
  const element = h(
    "fieldset",
    { class: "rr-way-choice" },
    h("legend", {}, "How much time do you have?"),
    h("div", { class: "rr-way-options" }, labels),
    about,
    status,
  );
  return { element, show };
}

/** @param {number} minutes */
export const inMinutes = (minutes) => `${minutes} minutes`;
