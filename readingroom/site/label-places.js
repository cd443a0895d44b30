// Where the labels beside a panel stand.

const GAP = 4; // pixels between two labels

/**
 * Places near those preferred, in the same order from below, where labels of these heights do not overlap; labels.py
 * does the same.
 *
 * @param {number[]} preferred
 * @param {number[]} heights
 * @param {number} room
 */
export function spread(preferred, heights, room) {
  const order = preferred.map((_, i) => i).sort((a, b) => preferred[a] - preferred[b]);
  const places = [...preferred];
  let below = 0;
  for (const i of order) {
    places[i] = Math.max(places[i], below + heights[i] / 2);
    below = places[i] + heights[i] / 2;
  }
  let above = room + GAP;
  for (const i of order.reverse()) {
    places[i] = Math.min(places[i], above - heights[i] / 2);
    above = places[i] - heights[i] / 2;
  }
  return places;
}
