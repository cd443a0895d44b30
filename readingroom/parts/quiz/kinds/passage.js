// A passage item: one paragraph is chosen, and more than one may be right.

/** @import { Kind } from "../types.js" */

import { isOption, oneOf, optionsControl, rightOptions, whyChosen } from "./picking.js";

/** @type {Kind} */
export const passage = {
  control: (item, changed) => optionsControl(item, "radio", changed),
  scorer: oneOf,
  empty: "Choose a paragraph first.",
  fits: isOption,
  sentences: whyChosen,
  solution: rightOptions,
};
