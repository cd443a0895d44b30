// A page of the course: mounts its parts, leads to places, keeps the progress line, searches, prints.

/** @import { Course } from "./types.js" */

import { goTo } from "../parts/base/dom.js";
import { takeWay } from "../parts/base/fold.js";
import { layOutInTurn } from "./late-layout.js";
import { mount } from "./lazy-mount.js";
import { findPlace, stayAt } from "./places.js";
import { readyForPaper } from "./print.js";
import { openRecord } from "./record-store.js";
import { onCtrl } from "./shortcut.js";
import { browserTurn, everything, whenIdle } from "./when-near.js";

export const record = openRecord();
/** @type {Course} */
const course = JSON.parse(document.getElementById("course")?.textContent ?? "");

// Before the parts, which take a while: a key pressed meanwhile is not lost.
const searching = /** @type {HTMLButtonElement} */ (document.getElementById("search"));
const search = async () => (await import("./search.js")).openSearch(course.text);
searching.hidden = false;
searching.addEventListener("click", search);
onCtrl("k", search);

// Before the parts, so that none of them stands open first and folds in then.
if (course.ways.length) {
  const place = course.ways.indexOf(record.state.settings.way?.value);
  takeWay(place < 0 ? course.usual : place);
}

// A part that waits for its files holds up none below it.
const mounting = [];
for (const part of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll(".rr-part"))) {
  mounting.push(mount(part, record, course));
  await browserTurn();
}
await Promise.all(mounting);
const laidOut = layOutInTurn(Boolean(location.hash));
if (location.hash) arrive(idOfAddress());
addEventListener("hashchange", () => arrive(idOfAddress()));

function idOfAddress() {
  const written = location.hash.slice(1);
  try {
    return decodeURIComponent(written);
  } catch {
    return written; // an address cut in the middle of a letter
  }
}

/** @param {string} id */
async function arrive(id) {
  await laidOut; // before, a place is not yet where it will be
  const place = await findPlace(id);
  if (place && goTo(place.id)) await stayAt(place);
}

// A paragraph of another lesson: its page is one step away.
document.addEventListener("rr-elsewhere", (event) => {
  /** @type {string} */
  const id = /** @type {CustomEvent} */ (event).detail;
  const page = course.lessons[id.replace(/^rr-p-/, "").replace(/-\d+$/, "")];
  if (!page) return;
  event.preventDefault();
  location.href = `${page}#${id}`;
});

// What is being typed is kept before the page goes.
document.addEventListener("visibilitychange", () => {
  if (document.hidden) document.activeElement?.dispatchEvent(new Event("blur"));
});

readyForPaper(everything);

// Without the line of progress the page is whole all the same.
await import("./progress-line.js").then(({ showProgress }) => showProgress(record, course), console.warn);
(globalThis.requestIdleCallback ?? setTimeout)(() => import("./search.js")); // so that no letter is lost on the way
whenIdle(async () => (await import("./offline/keep.js")).keepForOffline());
await laidOut;
document.documentElement.dataset.ready = "true";
