// What stands around a figure: the claim it tests and a guess above it, the table, the CSV and the sources below it.

/** @import { RenderArguments } from "../base/types.js" */
/** @import { FootContent, HeadContent } from "./types.js" */

import { failingInPlace } from "../base/failure.js";
import { chartFoot } from "./chart-foot.js";
import { chartHead } from "./chart-head.js";

/** @param {RenderArguments} host */
function renderPart({ model, el }) {
  /** @type {HeadContent | FootContent} */
  const content = model.get("content");
  el.classList.add("rr");
  return content.part === "head" ? chartHead(content, model, el) : chartFoot(model, el);
}

const render = failingInPlace(renderPart);

export default { render };
