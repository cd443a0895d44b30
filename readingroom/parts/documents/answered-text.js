// How many of the questions are answered, in words. Touches no DOM.

/**
 * @param {({ fraction: number } | undefined)[]} answers one for each question; none where it is not answered
 */
export function answeredText(answers) {
  const given = answers.flatMap((answer) => (answer ? [answer] : []));
  const all = answers.length === 1 ? "1 question" : `${answers.length} questions`;
  if (!given.length) return `${all}, none answered yet.`;
  const right = given.filter(({ fraction }) => fraction >= 1).length;
  return `${given.length} of ${all} answered, ${right} right.`;
}
