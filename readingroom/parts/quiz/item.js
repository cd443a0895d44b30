// One quiz item: answered, scored and explained on the spot, with or without a kernel.

/** @import { Entry, Model, Paragraph, Saver } from "../base/types.js" */
/** @import { Item } from "./types.js" */

import { goTo, h, live, prose, withSigns } from "../base/dom.js";
import { uncheckedAnswer } from "../base/unchecked.js";
import { CERTAINTIES, certaintyPicker, signed } from "./certainty-picker.js";
import { marks } from "./certainty.js";
import { sentenceList, sentences, solution, verdict } from "./feedback.js";
import { KINDS } from "./kinds/index.js";
import { fraction, isAnswered } from "./scoring.js";

const SHORTEST_TEXT = 20; // characters, before a text is worth comparing with the model answer

const CHANGED =
  "You answered before this question was changed. What you answered stays in your record; answer it anew here.";
const MARKED_ANEW =
  "This question was changed after you answered, and your answer would be marked differently now: press \u201cTry " +
  "again\u201d to answer it as it is.";

/**
 * @typedef {{ id?: string, response: any, fraction: number, certainty?: number, text?: string }} Answer
 * @typedef {ReturnType<typeof itemCard>} Card
 */

/**
 * @param {Item} item
 * @param {number} number of the item in its quiz; 0 where it stands alone
 * @param {{ quiz: string, section: string, isOpenBook?: boolean }} content who answers from an open book is not asked
 *   how sure they are
 * @param {Model} model
 * @param {Saver} saver
 */
export function itemCard(item, number, content, model, saver) {
  const kind = KINDS[item.kind];
  const answers = () => model.get("state").answers ?? {};
  /** @returns {Answer | undefined} */
  const stored = () => (answers()[item.id]?.id === left ? undefined : answers()[item.id]);
  // An edition may have renamed or removed what was answered then.
  const answer = () => (kind.fits(item, stored()?.response) ? stored() : undefined);
  const control = kind.control(item, edited);
  // A card that is due stands in no section: what was begun in the lesson is not shown there.
  const begun = uncheckedAnswer(`${model.get("record_id")}/${content.quiz}/${content.section}/${item.id}`);
  const certainty = kind.isSelfMarked || content.isOpenBook ? null : certaintyPicker(item);
  const status = live({ class: "rr-feedback" });
  const button = h("button", { type: "button", class: "rr-main", onclick: press }, "Check answer");
  const show = h("button", { type: "button", hidden: true, onclick: showSolution }, "Show the answer");
  const place = number ? h("span", { class: "rr-number" }, `${number}. `) : null;
  const legend = h("legend", {}, place, prose("span", item.prompt));
  const element = h(
    "div",
    { class: "rr-item", id: `rr-item-${item.id}`, tabindex: "-1", "data-kind": item.kind },
    h("fieldset", {}, legend, control.element, certainty?.element),
    h("p", { class: "rr-buttons" }, button, show),
    status,
  );
  /** @type {Answer | null} */
  let drawn = null;
  let revealed = false;
  // The answer that was put aside to try again: what the kernel sends back just then still has it.
  let left = "";
  control.onEnter?.(press);

  function edited() {
    if (kind.isSelfMarked) {
      saver.save({ what: "draft", item: item.id, text: control.text?.() ?? "" }, "drafts", item.id);
    } else {
      begun.keep(control.read());
    }
    if (status.dataset.kind === "ask") clear();
  }

  function press() {
    if (answer()) return again();
    if (kind.isSelfMarked && !revealed) return compare();
    const response = control.read();
    const missing = !isAnswered(item.key, response)
      ? kind.empty
      : certainty && !certainty.read()
        ? "Say how sure you are first; then check."
        : "";
    if (missing) return ask(missing);
    const right = fraction(item.key, response);
    /** @type {Entry} */
    const entry = { what: "answer", quiz: content.quiz, item: item.id, response, fraction: right };
    if (certainty) entry.certainty = certainty.read();
    if (kind.isSelfMarked) entry.text = control.text?.() ?? "";
    saver.save(entry, "answers", item.id);
    begun.drop();
    refresh();
  }

  /** @param {string} sentence */
  function ask(sentence) {
    status.dataset.kind = "ask";
    status.replaceChildren(h("p", {}, sentence));
  }

  function compare() {
    if ((control.text?.() ?? "").trim().length < SHORTEST_TEXT) {
      return ask("Write a few sentences first; then compare.");
    }
    edited();
    revealed = true;
    control.reveal?.(true);
    button.textContent = "Keep my marks";
    status.replaceChildren(h("p", {}, "The model answer and the rubric are open below your text."));
  }

  function again() {
    putAside();
    clear();
    certainty?.write(0);
    settle();
    element.closest(".rr-quiz")?.dispatchEvent(new Event("rr-again"));
    if (!kind.isSelfMarked) firstControl().focus();
  }

  // Only this page forgets: the record keeps every try.
  function putAside() {
    if (!stored()) return;
    left = stored()?.id ?? "";
    model.set("state", { ...model.get("state"), answers: without(answers(), item.id) });
  }

  /** @returns {HTMLElement} */
  function firstControl() {
    return element.querySelector("input:checked, input, select, .rr-order button") ?? button;
  }

  function clear() {
    delete status.dataset.kind;
    status.replaceChildren();
    show.hidden = true;
    drawn = null;
  }

  const selfMarkingLabel = () => (revealed ? "Keep my marks" : "Compare with a model answer");

  function settle() {
    const done = answer();
    control.lock(Boolean(done));
    certainty?.lock(Boolean(done));
    button.textContent = done ? "Try again" : kind.isSelfMarked ? selfMarkingLabel() : "Check answer";
  }

  function refresh() {
    const done = answer();
    if (kind.isSelfMarked && document.activeElement?.tagName !== "TEXTAREA") {
      control.setText?.(model.get("state").drafts?.[item.id]?.text ?? stored()?.text ?? "");
    }
    if (done && done !== drawn) {
      drawn = done;
      control.write(done.response);
      certainty?.write(done.certainty);
      if (kind.isSelfMarked) {
        revealed = true;
        control.reveal?.(true);
      }
      explain(done);
    } else if (!done && drawn) {
      clear();
    }
    if (!done) sayWhetherChanged();
    settle();
  }

  function sayWhetherChanged() {
    if (stored() && !status.dataset.kind) {
      status.dataset.kind = "changed";
      status.replaceChildren(h("p", {}, CHANGED));
    } else if (!stored() && status.dataset.kind === "changed") {
      clear();
    }
  }

  /** @param {Answer} done */
  function explain(done) {
    const outcome = kind.isSelfMarked
      ? { kind: "kept", message: `Your marks: ${Math.round(100 * done.fraction)} per cent of the points.` }
      : verdict(done.fraction);
    const worth = certainty && done.certainty ? ` ${worthOf(done.fraction, done.certainty)}` : "";
    status.dataset.kind = outcome.kind;
    status.replaceChildren(
      h("p", {}, h("strong", {}, withSigns(outcome.message)), worth),
      ...(isMarkedAlike(item, done) ? [] : [h("p", {}, MARKED_ANEW)]),
      sentenceList(sentences(item, done.response)),
      ...readAgain(item, content),
    );
    show.hidden = kind.isSelfMarked || done.fraction >= 1;
  }

  function showSolution() {
    show.hidden = true;
    status.append(
      h(
        "div",
        { class: "rr-solution" },
        h("p", {}, h("strong", {}, "The answer:")),
        sentenceList(solution(item, answer()?.response)),
      ),
    );
    button.focus();
  }

  function takeUp() {
    const response = begun.read();
    if (response !== null && !answer() && kind.fits(item, response)) control.write(response);
  }

  function forget() {
    revealed = false;
    begun.drop();
    control.reveal?.(false);
    control.write(null);
    control.setText?.("");
    certainty?.write(0);
    drawn = answer() ?? drawn;
    const state = model.get("state");
    model.set("state", {
      ...state,
      answers: without(state.answers, item.id),
      drafts: without(state.drafts, item.id),
    });
  }

  if (!kind.isSelfMarked) takeUp();
  return { item, element, answer, refresh, forget, putAside };
}

/**
 * Whether the answer would get the same mark now.
 *
 * @param {Item} item
 * @param {Answer} done
 */
const isMarkedAlike = (item, done) => Math.abs(fraction(item.key, done.response) - done.fraction) < 0.001;

/**
 * @param {number} right
 * @param {number} level of certainty
 */
function worthOf(right, level) {
  const won = marks(right, level);
  return `${CERTAINTIES[level]}: ${signed(won)} ${Math.abs(won) === 1 ? "mark" : "marks"}.`;
}

/**
 * @param {Record<string, unknown> | undefined} values
 * @param {string} name
 */
function without(values, name) {
  return Object.fromEntries(Object.entries(values ?? {}).filter(([key]) => key !== name));
}

/**
 * @param {Item} item
 * @param {{ section: string }} content
 */
function readAgain(item, content) {
  if (!item.readAgain.length) return [];
  const places = item.readAgain.flatMap((place, i) => [
    i ? ", " : "",
    place.section === content.section ? linkTo(place) : `${place.label} (${place.lesson})`,
  ]);
  return [h("p", { class: "rr-again" }, "Read again: ", places)];
}

/** @param {Paragraph} place */
function linkTo(place) {
  const link = h("button", { type: "button", class: "rr-link", onclick: go }, place.label);
  function go() {
    if (!goTo(`rr-p-${place.id}`)) link.replaceWith(`${place.label} (run the reading cell above first)`);
  }
  return link;
}
