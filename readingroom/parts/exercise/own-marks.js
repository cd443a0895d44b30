// Work marked without a teacher: a button, and the feedback page in a frame of its own.

/** @import { RenderArguments } from "../base/types.js" */

import { h, live, saysIn } from "../base/dom.js";
import { failingInPlace } from "../base/failure.js";
import { kernelWatch } from "../base/kernel-watch.js";

/** @param {RenderArguments} host */
function renderPart({ model, el }) {
  /** @type {{ title: string, absent?: string }} */
  const { title, absent } = model.get("content");
  const status = live({ class: "rr-kept" });
  const shown = h("div");
  const kernel = kernelWatch(saysIn(status), model, "wanted");

  function ask() {
    shown.replaceChildren();
    kernel.ask("Marking \u2026", model.get("wanted") + 1);
  }

  function tell() {
    if (!model.get("says")) return;
    kernel.end();
    status.textContent = model.get("says");
  }

  function show() {
    if (!model.get("page")) return;
    kernel.end();
    status.textContent = "Marked. Your feedback stands below.";
    shown.replaceChildren(...feedback(title, model.get("page")));
  }

  el.classList.add("rr");
  el.append(
    h(
      "section",
      { class: "rr-own-marks", "aria-label": "Mark my work" },
      absent ? h("p", {}, absent) : h("button", { type: "button", class: "rr-main", onclick: ask }, "Mark my work"),
      status,
      shown,
    ),
  );
  model.on("change:says", tell);
  model.on("change:page", show);
  show();
  return () => {
    kernel.end();
    model.off("change:says", tell);
    model.off("change:page", show);
  };
}

/**
 * The page in a frame that runs nothing, and a link that opens it by itself.
 *
 * @param {string} title of the exercise
 * @param {string} page HTML
 */
function feedback(title, page) {
  const address = URL.createObjectURL(new Blob([page], { type: "text/html" }));
  return [
    h("p", {}, h("a", { href: address, target: "_blank", rel: "noopener" }, "Open the feedback as a page of its own")),
    h("iframe", { title: `Feedback on ${title}`, sandbox: "", srcdoc: page, tabindex: "0" }),
  ];
}

const render = failingInPlace(renderPart);

export default { render };
