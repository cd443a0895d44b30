// A sort: each card goes into a box.

/** @import { Item, Kind } from "../types.js" */

import { arePlaced, placed, placesControl, rightPlaces, whyPlaced } from "./placing.js";

/** @type {Kind} */
export const sort = {
  control: (item, changed) => placesControl(item.cards ?? [], item.bins ?? [], changed),
  scorer: placed,
  empty: "Place at least one card first.",
  fits: (item, response) => arePlaced(item.cards ?? [], item.bins ?? [], response),
  sentences: (item, response) => whyPlaced(item.cards ?? [], item.bins ?? [], item, response),
  solution: (item, response) => rightPlaces(item.cards ?? [], item.bins ?? [], item, response),
};
