// Measures of the figure in pixels, for a wide page and a narrow one.

/**
 * `gutter` and `side` are left free at the left and right; a mark has at least `least` of its row to itself. Themes
 * have their name in the gutter, or above their lane, `laneHead` high. Words stand beside all marks where there are at
 * most `wordRows` rows, and at most `laneWordRows` in each lane; else beside as many as a lane of `fewRows` holds.
 *
 * @typedef {typeof WIDE} Layout
 */

const WIDE = {
  isWide: true,
  symbolSize: 1,
  gutter: 124,
  side: 16,
  row: 24,
  least: 24,
  laneHead: 0,
  laneHeight: 36,
  laneGap: 12,
  wordRows: 26,
  laneWordRows: 9,
  fewRows: 4,
};
/** @type {Layout} */
const NARROW = {
  isWide: false,
  symbolSize: 0.8,
  gutter: 14,
  side: 16,
  row: 17,
  least: 15,
  laneHead: 24,
  laneHeight: 0,
  laneGap: 8,
  wordRows: 16,
  laneWordRows: 6,
  fewRows: 3,
};

/** @param {number} width of the figure */
export const layoutFor = (width) => (width < 620 ? NARROW : WIDE);
