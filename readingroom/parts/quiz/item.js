// One quiz item: answered, scored and explained on the spot, with or without a kernel.

import { control } from "./item-controls.js";
import { goTo, h, live, prose, unique } from "../base/dom.js";
import { lines, sentences, solution, verdict } from "./feedback.js";
import { fraction, isAnswered, LEVELS, marks } from "./scoring.js";

const SURE = { 1: "Not sure", 2: "Fairly sure", 3: "Very sure" };

export const signed = (n) => `${n < 0 ? "\u2212" : ""}${Math.round(10 * Math.abs(n)) / 10}`;

export function itemCard(item, number, content, model, keep) {
  const answers = () => model.get("state").answers ?? {};
  const answer = () => answers()[item.id];
  const box = control(item, edited);
  const certainty = item.kind === "written" ? null : certaintyPicker(item);
  const said = live({ class: "rr-feedback" });
  const button = h("button", { type: "button", class: "rr-main", onclick: press }, "Check answer");
  const show = h("button", { type: "button", hidden: true, onclick: showSolution }, "Show the answer");
  const legend = h("legend", {}, h("span", { class: "rr-number" }, `${number}. `), prose("span", item.prompt));
  const element = h(
    "div",
    { class: "rr-item", id: `rr-item-${item.id}`, tabindex: "-1", "data-kind": item.kind },
    h("fieldset", {}, legend, box.element, certainty?.element),
    h("p", { class: "rr-buttons" }, button, show),
    said,
  );
  let drawn = null,
    revealed = false;
  box.enter?.(press);

  function edited() {
    if (item.kind === "written") keep.save({ what: "draft", item: item.id, text: box.text() }, "drafts", item.id);
    if (said.dataset.kind === "ask") clear();
  }

  function press() {
    if (answer()) return again();
    if (item.kind === "written" && !revealed) return compare();
    const response = box.read();
    const missing = !isAnswered(item.key, response)
      ? EMPTY[item.kind]
      : certainty && !certainty.read()
        ? "Say how sure you are first; then check."
        : "";
    if (missing) return ask(missing);
    const right = fraction(item.key, response);
    const entry = { what: "answer", quiz: content.quiz, item: item.id, response, fraction: right };
    if (certainty) entry.certainty = certainty.read();
    if (item.kind === "written") entry.text = box.text();
    keep.save(entry, "answers", item.id);
    refresh();
  }

  function ask(sentence) {
    said.dataset.kind = "ask";
    said.replaceChildren(h("p", {}, sentence));
  }

  function compare() {
    if (box.text().trim().length < 20) return ask("Write a few sentences first; then compare.");
    edited();
    revealed = true;
    box.reveal(true);
    button.textContent = "Keep my marks";
    said.replaceChildren(h("p", {}, "The model answer and the rubric are open below your text."));
  }

  function again() {
    const { [item.id]: gone, ...rest } = answers();
    // Only this page forgets: the record keeps every try.
    model.set("state", { ...model.get("state"), answers: rest });
    clear();
    certainty?.write(0);
    settle();
    element.closest(".rr-quiz")?.dispatchEvent(new Event("rr-again"));
    if (item.kind !== "written")
      (element.querySelector("input:checked, input, select, .rr-order button") ?? button).focus();
  }

  function clear() {
    delete said.dataset.kind;
    said.replaceChildren();
    show.hidden = true;
    drawn = null;
  }

  function settle() {
    const done = answer();
    box.lock(Boolean(done));
    certainty?.lock(Boolean(done));
    button.textContent = done
      ? "Try again"
      : item.kind !== "written"
        ? "Check answer"
        : revealed
          ? "Keep my marks"
          : "Compare with a model answer";
  }

  function refresh() {
    const done = answer();
    if (item.kind === "written" && document.activeElement?.tagName !== "TEXTAREA") {
      box.setText(model.get("state").drafts?.[item.id]?.text ?? done?.text ?? "");
    }
    if (done && done !== drawn) {
      drawn = done;
      box.write(done.response);
      certainty?.write(done.certainty);
      if (item.kind === "written") {
        revealed = true;
        box.reveal(true);
      }
      explain(done);
    } else if (!done && drawn) {
      clear();
    }
    settle();
  }

  function explain(done) {
    const { kind, says } =
      item.kind === "written"
        ? { kind: "kept", says: `Your marks: ${Math.round(100 * done.fraction)} per cent of the points.` }
        : verdict(done.fraction);
    const worth =
      certainty && done.certainty
        ? ` ${SURE[done.certainty]}: ${signed(marks(done.fraction, done.certainty))} ${Math.abs(marks(done.fraction, done.certainty)) === 1 ? "mark" : "marks"}.`
        : "";
    said.dataset.kind = kind;
    said.replaceChildren(
      h("p", {}, h("strong", {}, says), worth),
      lines(sentences(item, done.response)),
      readAgain(item, content),
    );
    show.hidden = item.kind === "written" || done.fraction >= 1;
  }

  function showSolution() {
    show.hidden = true;
    said.append(
      h(
        "div",
        { class: "rr-solution" },
        h("p", {}, h("strong", {}, "The answer:")),
        lines(solution(item, answer()?.response)),
      ),
    );
    button.focus();
  }

  function forget() {
    revealed = false;
    box.reveal?.(false);
    box.write(null);
    box.setText?.("");
    certainty?.write(0);
    drawn = answer() ?? drawn;
    const state = model.get("state");
    const { [item.id]: a, ...answered } = state.answers ?? {};
    const { [item.id]: d, ...drafts } = state.drafts ?? {};
    model.set("state", { ...state, answers: answered, drafts });
  }

  return { item, element, answer, refresh, forget };
}

const EMPTY = {
  choice: "Choose an option first.",
  passage: "Choose a paragraph first.",
  choices: "Choose at least one option first.",
  order: "Put the lines in order first.",
  match: "Match at least one line first.",
  sort: "Place at least one card first.",
  number: "Type a number first, such as 3.7.",
  short: "Type your answer first.",
  written: "Choose a level for at least one line of the rubric.",
};

function certaintyPicker(item) {
  const name = unique(`sure-${item.id}`);
  const inputs = [1, 2, 3].map((level) => h("input", { type: "radio", name, value: String(level) }));
  const element = h(
    "fieldset",
    { class: "rr-sure" },
    h("legend", {}, "How sure are you?"),
    inputs.map((input, i) =>
      h(
        "label",
        {},
        input,
        h(
          "span",
          {},
          SURE[i + 1],
          " ",
          h("small", {}, `${LEVELS[i + 1][0]} if right, ${signed(LEVELS[i + 1][1])} if wrong`),
        ),
      ),
    ),
  );
  return {
    element,
    read: () => Number(inputs.find((input) => input.checked)?.value ?? 0),
    write: (level) =>
      inputs.forEach((input) => {
        input.checked = Number(input.value) === level;
      }),
    lock: (on) =>
      inputs.forEach((input) => {
        input.disabled = on;
      }),
  };
}

function readAgain(item, content) {
  if (!item.readAgain.length) return null;
  return h(
    "p",
    { class: "rr-again" },
    "Read again: ",
    item.readAgain.flatMap((where, i) => [
      i ? ", " : "",
      where.section === content.section
        ? h(
            "button",
            {
              type: "button",
              class: "rr-link",
              onclick: (event) => {
                if (!goTo(`rr-p-${where.id}`))
                  event.target.replaceWith(`${where.label} (run the reading cell above first)`);
              },
            },
            where.label,
          )
        : `${where.label} (${where.lesson})`,
    ]),
  );
}
