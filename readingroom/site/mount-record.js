// The learner's record as a page shows it: what parts/record/record.py reckons with a kernel, reckoned here.

import { calibration } from "../parts/forecasts/brier.js";
import { marks } from "../parts/quiz/certainty.js";
import { fold } from "./progress.js";
import { modelOf } from "./widget-model.js";

export function mountRecord(part, about, record, render) {
  const element = document.createElement("div");
  const model = modelOf(
    { content: recordContent(about, record.entries()), wanted: 0, download: "", upload: "", says: "" },
    record,
  );
  let due = 0;
  record.watch(() => {
    clearTimeout(due);
    due = setTimeout(() => model.set("content", recordContent(about, record.entries())), 150);
  });
  model.on("change:wanted", () => {
    model.set("download", ""); // so that a second download of the same record is a change too
    model.set("download", record.text());
    if (!record.text()) model.set("says", "Nothing is in your record yet, so there is nothing to download.");
  });
  model.on("change:upload", () => {
    if (!model.get("upload")) return;
    try {
      model.set("says", restored(...record.restore(model.get("upload"))));
    } catch (refused) {
      model.set("says", refused.message);
    }
    model.set("upload", "");
  });
  part.replaceChildren(element);
  render({ model, el: element });
}

function restored(fresh, broken) {
  const found = fresh
    ? `${fresh} new ${fresh === 1 ? "entry was" : "entries were"} restored.`
    : "Nothing new was in that file: your record has all of it already.";
  return (
    found +
    (broken
      ? ` ${broken} ${broken === 1 ? "line of the file could not be read and was" : "lines of the file could not be read and were"} left out.`
      : "")
  );
}

export function recordContent({ rows, numbers, mark }, entries) {
  const state = fold(entries);
  const known = Object.keys(numbers);
  const label = (paragraph) => `${mark}${numbers[paragraph]}`;
  return {
    rows: rows.map((row) => rowOf(row, state)),
    notes: known
      .filter((p) => state.notes[p]?.text.trim())
      .map((p) => ({ paragraph: label(p), text: state.notes[p].text })),
    puzzling: known.filter((p) => state.marks[p]?.mark === "puzzling").map(label),
    damaged: [],
    entries: entries.length,
    certainty: Object.entries(calibration(Object.values(state.answers))).map(([level, [answers, right]]) => ({
      level: Number(level),
      answers,
      right,
    })),
  };
}

export function rowOf({ title, paragraphs, items, written }, state) {
  const answered = items.filter((item) => state.answers[item]);
  const scored = answered.filter((item) => !written.includes(item)).map((item) => state.answers[item]);
  const sure = scored.filter((answer) => [1, 2, 3].includes(answer.certainty));
  return {
    title,
    paragraphs: paragraphs.length,
    items: items.length,
    answered: answered.length,
    read: paragraphs.filter((p) => state.marks[p]?.mark).length,
    noted: paragraphs.filter((p) => state.notes[p]?.text.trim()).length,
    right: scored.filter((answer) => answer.fraction >= 1).length,
    marks: sure.reduce((sum, answer) => sum + marks(answer.fraction, answer.certainty), 0),
    possible: 3 * sure.length,
  };
}
