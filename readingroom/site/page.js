// A page of the course: mounts its parts one after the other, leads to places, keeps the progress line, searches, prints.

import { goTo } from "../parts/base/dom.js";
import { mount } from "./lazy-mount.js";
import { readyForPaper } from "./print.js";
import { openRecord } from "./record-store.js";
import { everything, underWay } from "./when-near.js";

const record = openRecord();
const course = JSON.parse(document.getElementById("course").textContent);

for (const part of document.querySelectorAll(".rr-part")) await mount(part, record, course);
document.documentElement.dataset.ready = "true";
if (location.hash) arrive(decodeURIComponent(location.hash.slice(1)));
addEventListener("hashchange", () => arrive(decodeURIComponent(location.hash.slice(1))));

async function arrive(id) {
  const place = await placed(id);
  if (place && goTo(place.id)) await stayAt(place);
}

// A word, a person, a chart, a claim or an event gets its address when it is asked for; it may wait in a part that is not there yet.
async function placed(id) {
  const [, kind, name] = id.match(/^rr-(entry|chart|claim|event)-(.+)$/) ?? [];
  if (!kind) return document.getElementById(id);
  const mark = kind === "event" ? "button[data-event" : `[data-${kind}`;
  const found = () => document.querySelector(`${mark}="${CSS.escape(name)}"]`);
  if (!found()) await everything();
  const place = found();
  if (!place) return null;
  place.id = id;
  if (kind === "event") tell(place);
  else place.tabIndex = -1;
  return place;
}

// An event outside the years of its lesson is brought in first.
function tell(event) {
  if (event.closest("[hidden]")) event.closest(".rr-timeline").querySelector(".rr-outside button")?.click();
  if (event.getAttribute("aria-pressed") !== "true") event.click();
}

// Parts above are drawn as they come near and push the place away: it is held until they stand, or until the reader does something.
async function stayAt(place) {
  const hold = new ResizeObserver(() => place.scrollIntoView({ block: "start", behavior: "instant" }));
  const leave = () => hold.disconnect();
  for (const act of ["wheel", "touchstart", "pointerdown", "keydown"]) {
    addEventListener(act, leave, { once: true, passive: true });
  }
  hold.observe(document.querySelector("main"));
  await underWay();
  leave();
}

// A paragraph of another lesson: its page is one step away.
document.addEventListener("rr-elsewhere", (event) => {
  const page = course.lessons[event.detail.replace(/^rr-p-/, "").replace(/-\d+$/, "")];
  if (!page) return;
  event.preventDefault();
  location.href = `${page}#${event.detail}`;
});

// What is being typed is kept before the page goes.
document.addEventListener("visibilitychange", () => {
  if (document.hidden) document.activeElement?.dispatchEvent(new Event("blur"));
});

readyForPaper();
const printing = document.getElementById("print");
if (printing) {
  printing.hidden = false;
  printing.addEventListener("click", async () => {
    printing.disabled = true;
    await everything();
    print();
    printing.disabled = false;
  });
}

const { showProgress } = await import("./progress-line.js");
showProgress(record, course);

const searching = document.getElementById("search");
const search = async () => (await import("./search.js")).openSearch(course.text);
searching.hidden = false;
searching.addEventListener("click", search);
(globalThis.requestIdleCallback ?? setTimeout)(() => import("./search.js")); // so that no letter is lost on the way
document.addEventListener("keydown", (event) => {
  if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "k") {
    event.preventDefault();
    search();
  }
});
