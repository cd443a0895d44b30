// A match: each left side gets a right side; decoys belong to nothing.

/** @import { Item, Kind } from "../types.js" */

import { arePlaced, placed, placesControl, rightPlaces, whyPlaced } from "./placing.js";

/** @type {Kind} */
export const match = {
  control: (item, changed) => placesControl(item.lefts ?? [], item.rights ?? [], changed),
  scorer: placed,
  empty: "Match at least one line first.",
  fits: (item, response) => arePlaced(item.lefts ?? [], item.rights ?? [], response),
  sentences: (item, response) => whyPlaced(item.lefts ?? [], item.rights ?? [], item, response),
  solution: (item, response) => rightPlaces(item.lefts ?? [], item.rights ?? [], item, response),
};
