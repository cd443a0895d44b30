// The story: one stop at a time, its chart between its two pieces; on paper all of them.

/** @import { RenderArguments } from "../base/types.js" */
/** @import { StoryContent } from "./types.js" */

import { goTo, h, prose, unique } from "../base/dom.js";
import { failingInPlace } from "../base/failure.js";
import { createSaver, showSaveStatus } from "../base/save.js";
import { stopAbove, stopBelow } from "./stop-pieces.js";
import { firstOpen, stopLine, stopSteps } from "./stop-steps.js";

/** @param {RenderArguments} host */
function renderPart({ model, el }) {
  /** @type {StoryContent} */
  const content = model.get("content");
  const { part, stops } = content;
  const saver = createSaver(model);
  const saved = h("p", { class: "rr-kept" });
  showSaveStatus(saver, saved);
  const answers = () => model.get("state").answers ?? {};
  const isAnswered = (/** @type {number} */ number) => Object.hasOwn(answers(), stops[number].item.id);
  const current = () => Number(model.get("stop") ?? 0);
  const line = stopLine(stops, go);
  const shown = stops.map((stop, number) => {
    const heading = unique("stop");
    const above = part === "foot" ? null : stopAbove(stop, number, content, heading);
    const below = part === "head" ? null : stopBelow(stop, content, model, saver);
    const steps = below ? stopSteps(stops, number, go) : null;
    const slot = part === "page" ? h("div", { class: "rr-stop-chart", "data-chart-slot": stop.chart }) : null;
    const element = h(
      "article",
      { class: "rr-stop", "data-stop": stop.id, tabindex: "-1", "aria-labelledby": above ? heading : null },
      above?.element,
      slot,
      below?.element,
      steps?.element,
    );
    return { element, heading, above, below, steps };
  });

  /** @param {number} number */
  function go(number) {
    model.set("stop", number);
    model.save_changes();
  }

  function refresh() {
    line.show(current(), isAnswered);
    shown.forEach(({ element, above, below, steps }, number) => {
      element.hidden = number !== current();
      if (number === current()) above?.show();
      below?.refresh();
      steps?.show(isAnswered(number));
    });
  }

  function arrive() {
    const root = /** @type {Document | ShadowRoot} */ (el.getRootNode());
    const isPressedHere = el.contains(root.activeElement);
    refresh();
    // A chart that was hidden while the window changed takes its width now.
    dispatchEvent(new Event("resize"));
    if (part === "foot") {
      // The upper part takes the focus to its heading once the kernel has told it; until then it stays here.
      if (isPressedHere) shown[current()].element.focus();
      return;
    }
    line.announce(current());
    goTo(shown[current()].heading);
  }

  // On paper all stops stand, each with its days drawn.
  function forPaper() {
    shown.forEach(({ above, element }) => {
      element.hidden = false;
      above?.show();
      // The chart stands below it in the same column.
      element.style.setProperty("--strip", `calc(${above?.forPaper(true)}px * var(--smaller) + 6px)`);
    });
  }

  function offPaper() {
    shown.forEach(({ above }) => above?.forPaper(false));
    refresh();
  }

  if (part === "page") model.set("stop", firstOpen(stops, answers()));
  model.on("change:state", refresh);
  model.on("change:stop", arrive);
  addEventListener("beforeprint", forPaper);
  addEventListener("afterprint", offPaper);
  el.classList.add("rr");
  el.append(
    h(
      "section",
      {
        class: `rr-story rr-story-${part}`,
        "aria-label": part === "foot" ? `${content.title}: the question` : content.title,
      },
      part === "foot" ? null : storyHead(content, line.element),
      shown.map(({ element }) => element),
      part === "head" ? null : saved,
    ),
  );
  refresh();
  return () => {
    model.off("change:state", refresh);
    model.off("change:stop", arrive);
    removeEventListener("beforeprint", forPaper);
    removeEventListener("afterprint", offPaper);
    shown.forEach(({ above }) => above?.stop());
    saver.stop();
  };
}

/**
 * @param {StoryContent} content
 * @param {HTMLElement} line
 */
function storyHead({ title, about }, line) {
  return h("header", { class: "rr-story-title" }, h("h3", {}, title), prose("p", about), line);
}

const render = failingInPlace(renderPart);

export default { render };
