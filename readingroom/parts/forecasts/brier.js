// Scores of probabilities and of certainty, as learning/brier.py and learning/progress.py reckon them.

export const brierScore = (probability, value) => (value === null ? null : (probability - value) ** 2);

export const mean = (numbers) => (numbers.length ? numbers.reduce((sum, n) => sum + n, 0) / numbers.length : null);

// For each level of certainty: [how many answers were given with it, what share of them was right].
export function calibration(answers) {
  return Object.fromEntries(
    [1, 2, 3].flatMap((level) => {
      const found = answers.filter((answer) => answer.certainty === level).map((answer) => answer.fraction);
      return found.length ? [[level, [found.length, mean(found)]]] : [];
    }),
  );
}

// A typed probability as a share from 0 to 1, or null where it is none.
export function parseProbability(text) {
  const typed = String(text).trim().replace(/\s*%$/, "").replace(",", ".");
  const percent = typed === "" ? NaN : Number(typed);
  return percent >= 0 && percent <= 100 ? percent / 100 : null;
}
