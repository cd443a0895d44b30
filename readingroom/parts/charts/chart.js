// What stands around a figure: the claim it tests and a guess above it, the table, the CSV and the sources below it.

/** @import { RenderArguments } from "../base/types.js" */
/** @import { FootContent, HeadContent } from "./types.js" */

import { chartFoot } from "./chart-foot.js";
import { chartHead } from "./chart-head.js";

/** @param {RenderArguments} host */
function render({ model, el }) {
  /** @type {HeadContent | FootContent} */
  const content = model.get("content");
  el.classList.add("rr");
  return content.part === "head" ? chartHead(content, model, el) : chartFoot(content, model, el);
}

export default { render };
