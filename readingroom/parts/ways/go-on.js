// Go on where you stopped: the step of a lesson that was touched last, from the record.

/** @import { RenderArguments } from "../base/types.js" */
/** @import { GoOnContent, LessonSteps, ReaderState } from "./types.js" */

import { h } from "../base/dom.js";
import { failingInPlace } from "../base/failure.js";

/**
 * The step that was touched last, with its lesson; null where nothing was. What is done in two lessons, as the map is,
 * leads to the first.
 *
 * @param {LessonSteps[]} lessons
 * @param {ReaderState} state
 */
export function lastTouched(lessons, state) {
  let latest = "";
  let found = null;
  for (const lesson of lessons) {
    for (const step of lesson.steps) {
      for (const [place, subject] of step.acts) {
        const at = state[place]?.[subject]?.at ?? "";
        if (at > latest) {
          latest = at;
          found = { lesson, step };
        }
      }
    }
  }
  return found;
}

/** @param {RenderArguments} host */
function renderPart({ model, el }) {
  /** @type {GoOnContent} */
  const { lessons } = model.get("content");
  const line = h("p", { class: "rr-go-on" });
  function refresh() {
    const last = lastTouched(lessons, model.get("state"));
    line.replaceChildren(
      ...(last
        ? [
            "Go on where you stopped: ",
            h("a", { href: last.step.address }, `${last.step.title}, in ${last.lesson.title}`),
          ]
        : ["Once you have answered, voted or marked something, the way back to it stands here."]),
    );
  }
  model.on("change:state", refresh);
  el.classList.add("rr");
  el.append(line);
  refresh();
  return () => model.off("change:state", refresh);
}

const render = failingInPlace(renderPart);

export default { render };
