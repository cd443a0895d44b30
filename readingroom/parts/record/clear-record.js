// A button that takes away all that this browser keeps, after asking whether it should.

/** @import { Model } from "../base/types.js" */

import { h } from "../base/dom.js";

/** @param {Model} model whose `clears` counts how often it was asked for */
export function clearControl(model) {
  const ask = h("button", { type: "button", class: "rr-quiet", onclick: open }, "Clear my record in this browser");
  const confirm = h("button", { type: "button", onclick: clear }, "Yes, take it all away");
  const keep = h("button", { type: "button", onclick: close }, "Keep it");
  const question = h(
    "span",
    { hidden: true },
    "Take away all that this browser keeps of your record? Only a file that you downloaded brings it back. ",
    confirm,
    " ",
    keep,
  );

  function open() {
    question.hidden = false;
    ask.hidden = true;
    keep.focus();
  }

  function close() {
    question.hidden = true;
    ask.hidden = false;
    ask.focus();
  }

  function clear() {
    close();
    model.set("clears", model.get("clears") + 1);
  }

  return h("p", {}, ask, question);
}
