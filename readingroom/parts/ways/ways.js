// The top of a lesson: how much time a reader has, and the steps of the lesson on that way.

/** @import { RenderArguments } from "../base/types.js" */
/** @import { WaysContent } from "./types.js" */

import { h } from "../base/dom.js";
import { failingInPlace } from "../base/failure.js";
import { currentWay, takeWay } from "../base/fold.js";
import { createSaver, showSaveStatus } from "../base/save.js";
import { stepLine } from "./step-line.js";
import { choiceEntry, chosenWay, wayChoice } from "./way-choice.js";

/** @param {RenderArguments} host */
function renderPart({ model, el }) {
  /** @type {WaysContent} */
  const content = model.get("content");
  const saver = createSaver(model);
  const saved = h("p", { class: "rr-kept" });
  showSaveStatus(saver, saved);
  const choice = wayChoice(content, (place) => {
    saver.save(choiceEntry(content.ways[place]), "settings", "way");
    take(place);
  });
  const steps = stepLine(content.steps, el);

  /** @param {number} place */
  function take(place) {
    if (place !== currentWay()) takeWay(place);
    // In a notebook the extension folds in the cells around the parts.
    el.dispatchEvent(new CustomEvent("rr-cells", { detail: { folds: content.folds, way: place }, bubbles: true }));
    steps.show(model.get("state"), place);
  }

  function refresh() {
    const place = chosenWay(content, model.get("state"));
    choice.show(place);
    if (place !== currentWay()) take(place);
    steps.show(model.get("state"), place);
  }
  model.on("change:state", refresh);
  el.classList.add("rr");
  el.append(
    h(
      "section",
      { class: "rr-ways", "aria-label": "Your way through this lesson" },
      choice.element,
      steps.element,
      saved,
    ),
  );
  refresh();
  // Once the part stands in its page.
  requestAnimationFrame(() => take(chosenWay(content, model.get("state"))));
  return () => {
    model.off("change:state", refresh);
    saver.stop();
  };
}

const render = failingInPlace(renderPart);

export default { render };
