// What was typed is read as people write: words without accidents of spelling, numbers with commas and units.

import assert from "node:assert/strict";
import test from "node:test";

import { normalise, parseNumber } from "../../readingroom/parts/quiz/text-answers.js";

for (const [what, text, plain] of [
  ["capitals become small letters", "DUMA", "duma"],
  ["accents go", "Schröder", "schroder"],
  ["a leading article goes", "The Duma", "duma"],
  ["a leading a goes", "a treaty", "treaty"],
  ["a leading an goes", "an act", "act"],
  ["an article inside stays", "over the Duma", "over the duma"],
  ["an article alone stays", "the", "the"],
  ["an apostrophe joins", "Russia's", "russias"],
  ["a curly apostrophe joins too", "Russia\u2019s", "russias"],
  ["a hyphen parts", "Jackson-Vanik", "jackson vanik"],
  ["doubled spaces and outer ones go", "  two   words ", "two words"],
  ["figures stay", "START II, 1993.", "start ii 1993"],
  ["marks alone are nothing", "?!", ""],
]) {
  test(`of words: ${what}`, () => {
    assert.equal(normalise(text), plain);
  });
}

for (const [what, typed, number] of [
  ["a whole number", "12", 12],
  ["a number that is no text", 12, 12],
  ["a decimal point", "3.72", 3.72],
  ["a decimal comma", "3,72", 3.72],
  ["a point at the front", ".5", 0.5],
  ["a point at the end", "5.", 5],
  ["thousands with a comma", "1,800", 1800],
  ["millions with commas", "1,234,567", 1234567],
  ["three decimals after nought", "0,558", 0.558],
  ["commas for thousands before a point", "1,234.5", 1234.5],
  ["points for thousands before a comma", "1.234,5", 1234.5],
  ["a space between thousands", "1 800", 1800],
  ["a no-break space between thousands", "1\u00a0800", 1800],
  ["an apostrophe between thousands", "1'800", 1800],
  ["a plus sign", "+4", 4],
  ["a true minus sign", "\u22125.3", -5.3],
  ["a dash for a minus sign", "\u20135", -5],
  ["a percent sign", "4 %", 4],
  ["a unit in words", "4 per cent", 4],
  ["a unit of other words", "3.5 billion dollars", 3.5],
  ["a word of doubt", "about 4", 4],
  ["a currency", "US$ 7", 7],
  ["a dollar sign", "$7", 7],
  ["capitals and spaces around", " About 4 ", 4],
]) {
  test(`of numbers: ${what} is understood`, () => {
    assert.equal(parseNumber(typed), number);
  });
}

for (const [what, typed] of [
  ["nothing", ""],
  ["words", "many"],
  ["a sign alone", "-"],
  ["commas that make no thousands", "1,5,6"],
  ["two numbers", "4 5"],
  ["null", null],
  ["a list", [4]],
  ["a truth value", true],
]) {
  test(`of numbers: ${what} is none`, () => {
    assert.equal(parseNumber(typed), null);
  });
}
