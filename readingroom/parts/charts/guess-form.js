// The question before a figure is shown, and the box for a guess.

/** @import { GuessQuestion } from "./types.js" */

import { h, live, prose, unique } from "../base/dom.js";
import { parseNumber } from "../quiz/text-answers.js";

/**
 * @param {GuessQuestion} guess
 * @param {(text: string, value: number) => void} save
 * @param {() => void} pass show the figure without a guess
 */
export function guessForm(guess, save, pass) {
  const id = unique("guess");
  const helpId = unique("guess-says");
  const help = live({ class: "rr-guess-says", id: helpId });
  const input = h("input", {
    type: "text",
    id,
    inputmode: "decimal",
    size: "10",
    autocomplete: "off",
    spellcheck: "false",
    "aria-describedby": helpId,
    oninput: () => help.replaceChildren(),
    onkeydown(/** @type {KeyboardEvent} */ event) {
      if (event.key === "Enter") {
        event.preventDefault();
        press();
      }
    },
  });
  // No form element: JupyterLab keeps the Enter key from sending one.
  function press() {
    const value = parseNumber(input.value);
    if (value !== null) return save(input.value.trim(), value);
    help.replaceChildren("Type a number first, such as 3.7.");
    input.focus();
  }
  return {
    element: h(
      "div",
      { class: "rr-item rr-guess" },
      h(
        "fieldset",
        {},
        prose("legend", guess.question),
        h(
          "p",
          { class: "rr-typed" },
          h("label", { for: id }, "Your guess"),
          input,
          guess.unit ? h("span", {}, guess.unit) : null,
        ),
      ),
      help,
      h(
        "p",
        { class: "rr-buttons" },
        h("button", { type: "button", class: "rr-main", onclick: press }, "Show guess and figure"),
        h("button", { type: "button", onclick: pass }, "Show me without a guess"),
      ),
    ),
  };
}
