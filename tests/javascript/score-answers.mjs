// Scores the answers of a file, [key, response] in each line, as a page does: a line with [fraction, answered] for each.
// test_scorers_agree.py runs it: node tests/javascript/score-answers.mjs FILE

import { readFileSync } from "node:fs";

import { fraction, isAnswered } from "../../readingroom/parts/quiz/scoring.js";

const lines = readFileSync(process.argv[2], "utf8").split("\n").filter(Boolean);
const marks = lines.map((line) => {
  const [key, response] = JSON.parse(line);
  return JSON.stringify([fraction(key, response), isAnswered(key, response)]);
});
process.stdout.write(`${marks.join("\n")}\n`);
