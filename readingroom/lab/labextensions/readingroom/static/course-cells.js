// Which code cells of a notebook are plain calls of the course. Nothing else is ever run unasked, so this is a list of
// what is allowed, character by character, and no parser of Python: what it does not know is the learner's.

import { RESERVED } from "./reserved-names.js";

/**
 * The course's own cells, by their place among the code cells, and the names that they open.
 *
 * @typedef {{ places: number[], names: string[] }} CourseCells
 */

const NAME = "[a-z][a-z0-9_]*";
const WORD = '"[A-Za-z0-9][A-Za-z0-9_-]*"';
const IMPORT = /^from readingroom\.notebook import (open_[a-z]+(?:, open_[a-z]+)*)$/;
const GUARDED = /^try: (from readingroom\.notebook import [a-z_, ]+)$/;
const WITHOUT_COURSE = /^except ImportError: raise SystemExit\("[^"\\]*"\) from None$/;
const ASSIGNMENT = new RegExp(`^(${NAME}(?:, ${NAME})*) = (open_[a-z]+\\([^()]*\\)(?:, open_[a-z]+\\([^()]*\\))*)$`);
const OPENING = /^(open_[a-z]+)\(([^()]*)\)$/;
const CALL = new RegExp(`^(${NAME})\\.(${NAME})\\(([^()]*)\\)$`);

const NOTHING = /^$/;
const A_WORD = new RegExp(`^${WORD}$`);
const PERHAPS_A_WORD = new RegExp(`^(?:${WORD})?$`);
const A_CHART = new RegExp(`^${WORD}(?:, predict=(?:True|False))?$`);

const OF_ALL = {
  chart: A_CHART,
  claims: NOTHING,
  documents: NOTHING,
  glossary: NOTHING,
  record: NOTHING,
  story: NOTHING,
  timeline: NOTHING,
};
/** What each opener may be given, and what may be called on what it opens, each with the arguments that it may have.
 *
 * @type {Record<string, { given: RegExp, calls: Record<string, RegExp> }>} */
export const OPENERS = {
  open_section: {
    given: A_WORD,
    calls: {
      ...OF_ALL,
      before: NOTHING,
      hand_in: NOTHING,
      quiz: NOTHING,
      read: NOTHING,
      ways: NOTHING,
      write: NOTHING,
    },
  },
  open_course: {
    given: NOTHING,
    calls: {
      ...OF_ALL,
      copy: NOTHING,
      forecasts: NOTHING,
      gain: NOTHING,
      go_on: NOTHING,
      hand_in: A_WORD,
      map: NOTHING,
      people: NOTHING,
      quiz: A_WORD,
      review: NOTHING,
      ways: A_WORD,
      weighing: NOTHING,
      write: PERHAPS_A_WORD,
    },
  },
  open_exercise: { given: A_WORD, calls: { hand_in: NOTHING, mark_my_work: NOTHING, task: A_WORD } },
};

/**
 * Return the course's own cells among `sources`, the code cells of a notebook in their order; null where the notebook
 * is no lesson: its first cell does not open one, or another cell takes a name that the lesson uses.
 *
 * @param {string[]} sources
 * @returns {CourseCells | null}
 */
export function courseCells(sources) {
  const first = sources.findIndex((source) => source !== "");
  const opened = first < 0 ? null : openedBy(sources[first]);
  if (!opened) return null;
  const places = [first];
  for (let place = first + 1; place < sources.length; place++) {
    if (isCall(sources[place], opened)) places.push(place);
    else if (binds(sources[place], [...opened.keys(), ...Object.keys(OPENERS)])) return null;
  }
  return { places, names: [...opened.keys()] };
}

/**
 * The names that an opening cell gives, each with the opener of what it names; null if it is no such cell.
 *
 * @param {string} source
 * @returns {Map<string, string> | null}
 */
function openedBy(source) {
  const [first, ...rest] = source.split("\n");
  const guarded = GUARDED.exec(first)?.[1];
  if (guarded && !WITHOUT_COURSE.test(rest.shift() ?? "")) return null;
  if (rest[0] === "") rest.shift();
  const imported = IMPORT.exec(guarded ?? first)?.[1].split(", ");
  const assignment = rest.length === 1 ? ASSIGNMENT.exec(rest[0]) : null;
  if (!imported || !assignment) return null;
  const names = assignment[1].split(", ");
  const openings = assignment[2].split(", ").map((opening) => OPENING.exec(opening) ?? ["", "", ""]);
  const areSound = openings.every(
    ([, opener, given]) =>
      imported.includes(opener) && Object.hasOwn(OPENERS, opener) && OPENERS[opener].given.test(given),
  );
  const areNew = names.every((name) => !RESERVED.has(name)) && new Set(names).size === names.length;
  if (!areSound || !areNew || names.length !== openings.length) return null;
  return new Map(names.map((name, place) => [name, openings[place][1]]));
}

/**
 * Whether a cell is one call of what the lesson opened, and nothing more.
 *
 * @param {string} source
 * @param {Map<string, string>} opened
 */
function isCall(source, opened) {
  const [, name, call, given] = CALL.exec(source) ?? [];
  const opener = opened.get(name);
  if (!opener || !Object.hasOwn(OPENERS[opener].calls, call)) return false;
  return OPENERS[opener].calls[call].test(given);
}

/**
 * Whether code may give one of `names` to something else. It may say so of code that does not: then the notebook is
 * left alone. What it cannot see, the kernel is asked.
 *
 * @param {string} source
 * @param {string[]} names
 */
function binds(source, names) {
  const code = source.replace(/("""|''')[\s\S]*?\1|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|#.*/g, "");
  return names.some((name) => {
    const word = `(?<![\\w.])${name}(?!\\w)`;
    const assigned = new RegExp(`${word}[^=\\n]*(?<![=!<>])=(?!=)`);
    const declared = new RegExp(`\\b(?:as|class|def|del|global|import|nonlocal)\\b[^\\n]*${word}`);
    const repeated = new RegExp(`\\bfor\\b(?:(?!\\bin\\b)[^\\n])*${word}`);
    return [assigned, declared, repeated].some((binding) => binding.test(code));
  });
}
