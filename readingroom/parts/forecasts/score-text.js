// Probabilities and scores as the page writes them.

/** @param {number} share */
export const percentOf = (share) => Math.round(1000 * share) / 10;

/** @param {number} share */
export const percentText = (share) => `${percentOf(share)} per cent`;

/** @param {number | null} score null while the forecast is open */
export const scoreText = (score) => (score === null ? "not scored" : score.toFixed(3));
