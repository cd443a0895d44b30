// The ways between the stops: a line of all of them above, and the steps on and back below.

/** @import { Stop } from "./types.js" */

import { h, live, withSigns } from "../base/dom.js";

/**
 * All stops in a line; the one that is shown is marked, and those whose question is answered are ticked.
 *
 * @param {Stop[]} stops
 * @param {(number: number) => void} go
 */
export function stopLine(stops, go) {
  const announced = live({ class: "rr-hidden rr-stop-announced" });
  const buttons = stops.map(({ label }, number) =>
    h("button", { type: "button", class: "rr-quiet", onclick: () => go(number) }, label),
  );
  const element = h(
    "nav",
    { class: "rr-stop-line", "aria-label": "The stops" },
    h(
      "ol",
      { role: "list" },
      buttons.map((button) => h("li", {}, button)),
    ),
    announced,
  );

  /**
   * @param {number} current
   * @param {(number: number) => boolean} isAnswered
   */
  function show(current, isAnswered) {
    buttons.forEach((button, number) => {
      const done = isAnswered(number);
      if (number === current) button.setAttribute("aria-current", "step");
      else button.removeAttribute("aria-current");
      if (done) button.dataset.done = "";
      else delete button.dataset.done;
      button.setAttribute("aria-label", `${stops[number].label}${done ? ", answered" : ""}`);
    });
  }

  return {
    element,
    show,
    announce: (/** @type {number} */ current) => announced.replaceChildren(`Stop ${current + 1} of ${stops.length}.`),
  };
}

/**
 * On to the next stop and back; where the question is open, on is called skipping it.
 *
 * @param {Stop[]} stops
 * @param {number} number of this stop
 * @param {(number: number) => void} go
 */
export function stopSteps(stops, number, go) {
  const next = stops[number + 1];
  const before = stops[number - 1];
  const on = h("button", {
    type: "button",
    class: "rr-main",
    onclick: () => go(next ? number + 1 : 0),
  });
  const back = before
    ? h(
        "button",
        { type: "button", class: "rr-quiet", onclick: () => go(number - 1) },
        withSigns(`\u2190 Back to ${before.label}`),
      )
    : null;
  const element = h("p", { class: "rr-buttons rr-stop-steps" }, back, on);
  return {
    element,
    show(/** @type {boolean} */ isAnswered) {
      on.replaceChildren(...withSigns(stepOn(next?.label, stops[0].label, isAnswered)));
    },
  };
}

/**
 * What the button that leads on says.
 *
 * @param {string | undefined} next label of the next stop; none at the last one
 * @param {string} first
 * @param {boolean} isAnswered
 */
export function stepOn(next, first, isAnswered) {
  if (!next) return isAnswered ? `The walk is done: again from ${first}` : `Skip the question: again from ${first}`;
  return isAnswered ? `Go on to ${next} \u2192` : `Skip the question and go on to ${next} \u2192`;
}

/**
 * The first stop whose question is open; 0 where all are, or none is.
 *
 * @param {Pick<Stop, "item">[]} stops
 * @param {Record<string, unknown>} answers
 */
export function firstOpen(stops, answers) {
  const found = stops.findIndex(({ item }) => !Object.hasOwn(answers, item.id));
  return Math.max(found, 0);
}
