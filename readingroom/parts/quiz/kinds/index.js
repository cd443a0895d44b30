// Every kind by the name it has in the course's files.

/** @import { Kind } from "../types.js" */

import { choice } from "./choice.js";
import { choices } from "./choices.js";
import { match } from "./match.js";
import { number } from "./number.js";
import { order } from "./order.js";
import { passage } from "./passage.js";
import { short } from "./short.js";
import { sort } from "./sort.js";
import { table } from "./table.js";
import { written } from "./written.js";

/** @type {Record<string, Kind>} */
export const KINDS = { choice, choices, match, number, order, passage, short, sort, table, written };
