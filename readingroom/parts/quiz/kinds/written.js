// A text of one's own: in a quiz compared with a model answer and marked by its writer, in an exercise just written.

/** @import { Control, Criterion, Item, Kind, Scorer } from "../types.js" */

import { debounce, h, prose, unique } from "../../base/dom.js";
import { parseNumber } from "../text-answers.js";
import { hasValues, isPlain } from "./placing.js";

const POINTS = /^ *[-+]?([0-9]+(\.[0-9]*)?|\.[0-9]+)(e[-+]?[0-9]+)? *$/i;
const LONGEST_POINTS = 1_000;

/**
 * Points, given as a number, as a truth value (one or none) or as plain figures; all else is none.
 *
 * @param {unknown} given
 */
function pointsIn(given) {
  if (typeof given === "boolean") return Number(given);
  if (typeof given === "string") return given.length <= LONGEST_POINTS && POINTS.test(given) ? Number(given) : 0;
  return parseNumber(given) ?? 0;
}

/** @param {number[]} points */
const sumOf = (points) => points.reduce((sum, n) => sum + n, 0);

/**
 * The points given over the most that the rubric gives.
 *
 * @type {Scorer}
 */
const rubric = {
  name: "rubric",
  fraction(key, response) {
    if (!isPlain(response)) return 0;
    const most = Object.entries(key.most ?? {});
    const points = most.map(([name, best]) => Math.min(Math.max(pointsIn(response[name]), 0), best));
    const bestOfAll = sumOf(most.map(([, best]) => best));
    return bestOfAll ? sumOf(points) / bestOfAll : 0;
  },
  isAnswered: hasValues,
};

/**
 * @param {Item} item
 * @param {() => void} changed
 * @returns {Control}
 */
function selfMarkedControl(item, changed) {
  const id = unique(item.id);
  const save = debounce(400, changed);
  const area = h("textarea", { id, rows: 7, oninput: () => save(), onblur: () => save.flush() });
  const rows = (item.criteria ?? []).map((criterion) => criterionRow(item, criterion));
  const marking = h(
    "div",
    { class: "rr-marking", hidden: true },
    h("h4", {}, "A model answer"),
    prose("div", item.model ?? ""),
    h("h4", {}, "Mark your own"),
    h("p", { class: "rr-hint" }, "Compare, then choose the level your text reaches."),
    rows.map((row) => row.element),
  );
  return {
    element: h("div", {}, h("p", { class: "rr-typed" }, h("label", { for: id }, "Your text")), area, marking),
    read: () => Object.fromEntries(rows.map((row) => [row.id, row.read()])),
    write: (response) => rows.forEach((row) => row.write(response?.[row.id])),
    lock: (locked) => {
      area.readOnly = locked;
      rows.forEach((row) => row.lock(locked));
    },
    text: () => area.value,
    setText: (text) => {
      area.value = text ?? "";
    },
    reveal: (open) => {
      marking.hidden = !open;
    },
  };
}

/**
 * @param {Item} item
 * @param {Criterion} criterion
 */
function criterionRow(item, criterion) {
  const name = unique(`${item.id}-${criterion.id}`);
  const inputs = criterion.levels.map((level) => h("input", { type: "radio", name, value: String(level.points) }));
  return {
    id: criterion.id,
    element: h(
      "fieldset",
      { class: "rr-criterion" },
      prose("legend", criterion.html),
      criterion.levels.map((level, i) =>
        h(
          "label",
          { class: "rr-option" },
          inputs[i],
          h("span", {}, h("strong", {}, `${level.points}: `), prose("span", level.html)),
        ),
      ),
    ),
    read: () => {
      const chosen = inputs.find((input) => input.checked);
      return chosen ? Number(chosen.value) : "";
    },
    write: (/** @type {unknown} */ points) =>
      inputs.forEach((input) => {
        input.checked = input.value === String(points);
      }),
    lock: (/** @type {boolean} */ locked) =>
      inputs.forEach((input) => {
        input.disabled = locked;
      }),
  };
}

/**
 * @param {Item} task
 * @param {() => void} changed
 */
function essayControl(task, changed) {
  const id = unique("essay");
  const count = h("span", { class: "rr-hint" });
  const area = h("textarea", {
    id,
    rows: 8,
    oninput: () => {
      countWords();
      changed();
    },
  });
  function countWords() {
    const words = area.value.trim().split(/\s+/).filter(Boolean).length;
    count.textContent = `${words} ${words === 1 ? "word" : "words"}`;
  }
  return {
    element: h("div", {}, h("p", { class: "rr-typed" }, h("label", { for: id }, "Your text"), count), area),
    read: () => area.value,
    write: (/** @type {string | null | undefined} */ text) => {
      area.value = text ?? "";
      countWords();
    },
  };
}

/**
 * Whether a response gives points, or none yet, and only by lines of the rubric.
 *
 * @param {Item} item
 * @param {unknown} response
 */
function arePoints(item, response) {
  const criteria = new Map((item.criteria ?? []).map(({ id, levels }) => [id, levels]));
  const isLevel = (/** @type {string} */ id, /** @type {unknown} */ given) =>
    given === "" || criteria.get(id)?.some(({ points }) => points === given);
  return isPlain(response) && Object.entries(response).every(([id, given]) => criteria.has(id) && isLevel(id, given));
}

/** @type {Kind} */
export const written = {
  control: selfMarkedControl,
  taskControl: essayControl,
  scorer: rubric,
  empty: "Choose a level for at least one line of the rubric.",
  isTyped: true,
  isSelfMarked: true,
  fits: arePoints,
  taskFits: (task, response) => typeof response === "string",
  sentences: () => [],
  solution: () => [],
};
