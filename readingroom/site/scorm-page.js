// A lesson in a learning system: finds the run-time, brings the record together, shows the page, and reports.

/** @import { SavedEntry } from "../parts/base/types.js" */
/** @import { Lesson, Runtime } from "./scorm-types.js" */
/** @import { RecordStore } from "./types.js" */

import { debounce } from "../parts/base/dom.js";
import { openRecord } from "./record-store.js";
import { lackingEntries, unpackRecord } from "./scorm-merge.js";
import { createPanel } from "./scorm-panel.js";
import { openRuntime } from "./scorm-runtime.js";
import { courseOfLearner, keepInPage, keepsAnything } from "./scorm-storage.js";
import { createSync } from "./scorm-sync.js";

const SOON = 1000; // milliseconds after the last change
const EVERY = 60_000; // milliseconds: time passes also where nothing changes
const SILENT_MODES = ["browse", "review"];

let send = () => {};
const isKept = keepsAnything();
if (!isKept) keepInPage();
/** @type {Lesson} */
const lesson = JSON.parse(document.getElementById("scorm")?.textContent ?? "");
const runtime = openRuntime(window, lesson.version);
addEventListener("pagehide", leave);
// A page that the browser kept while it was away has no run-time any more.
addEventListener("pageshow", ({ persisted }) => {
  if (persisted) location.reload();
});

const before = safely(() => bringTogether(runtime?.refusal ? null : runtime));
const { record } = await import("./page.js");
const panel = createPanel(/** @type {HTMLElement} */ (document.getElementById("lms")), isKept);
if (!runtime || runtime.refusal) panel.showNoSystem(runtime?.refusal);
else if (SILENT_MODES.includes(runtime.read("mode").value)) panel.showReview();
else report(runtime, record);

/**
 * Whatever fails, the lesson is shown; and what the system holds is not written over.
 *
 * @param {() => ReturnType<typeof bringTogether>} act
 */
function safely(act) {
  try {
    return act();
  } catch (trouble) {
    console.error(trouble);
    return { entries: [], unread: [], isUnreadable: true };
  }
}

/**
 * Take the record of the system into the browser, before anything is shown of it.
 *
 * @param {Runtime | null} open
 */
function bringTogether(open) {
  const about = /** @type {HTMLElement} */ (document.getElementById("course"));
  const course = JSON.parse(about.textContent ?? "");
  course.id = courseOfLearner(course.id, open?.read("learner").value ?? "");
  about.textContent = JSON.stringify(course);
  const { value, problem } = open?.read("record") ?? { value: "", problem: "" };
  const { entries, unread, isForeign } = unpackRecord(value, lesson.subjects);
  addLacking(course.id, entries);
  return { entries, unread, isUnreadable: isForeign || (Boolean(problem) && !value && !isUnset(problem)) };
}

/** Where a field was never written, version 2004 says so as a problem. @param {string} problem */
function isUnset(problem) {
  return problem.endsWith("(403)");
}

/**
 * @param {string} course
 * @param {SavedEntry[]} entries
 */
function addLacking(course, entries) {
  const store = openRecord(course);
  const lacking = lackingEntries(store.entries(), entries).map((entry) => JSON.stringify(entry));
  if (!lacking.length) return;
  try {
    store.restore(lacking.join("\n"));
  } catch {
    // The browser's storage is full: this page keeps what is there, and what the system holds, while it is open.
    const own = store.text();
    keepInPage();
    openRecord(course).restore(`${own}${lacking.join("\n")}`);
  }
}

/**
 * @param {Runtime} open
 * @param {RecordStore} store
 */
function report(open, store) {
  const sync = createSync(open, lesson, store, before);
  send = () => panel.show(sync.send());
  if (before.isUnreadable) panel.showForeign();
  store.watch(debounce(SOON, () => send()));
  document.addEventListener("visibilitychange", () => {
    if (document.hidden) send();
  });
  setInterval(() => send(), EVERY);
  send();
}

function leave() {
  send();
  runtime?.close();
}
