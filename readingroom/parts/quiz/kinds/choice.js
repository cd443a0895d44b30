// A choice: one option is right.

/** @import { Kind } from "../types.js" */

import { isOption, oneOf, optionsControl, rightOptions, whyChosen } from "./picking.js";

/** @type {Kind} */
export const choice = {
  control: (item, changed) => optionsControl(item, "radio", changed),
  scorer: oneOf,
  empty: "Choose an option first.",
  fits: isOption,
  sentences: whyChosen,
  solution: rightOptions,
};
