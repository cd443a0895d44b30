// A page of the course: mounts its parts one after the other, leads to places, keeps the progress line, searches, prints.

import { goTo } from "../views/dom.js";
import { everything, mount } from "./mounting.js";
import { openRecord } from "./shim.js";

const record = openRecord();
const course = JSON.parse(document.getElementById("course").textContent);

for (const part of document.querySelectorAll(".rr-part")) await mount(part, record, course);
document.documentElement.dataset.ready = "true";
if (location.hash) await arrive(decodeURIComponent(location.hash.slice(1)));
addEventListener("hashchange", () => arrive(decodeURIComponent(location.hash.slice(1))));

// Words and people get their address when their list stands; a place may wait in a part that is not there yet.
async function arrive(id) {
  const entry = id.startsWith("rr-entry-") && document.querySelector(`[data-entry="${CSS.escape(id.slice(9))}"]`);
  if (entry) Object.assign(entry, { id, tabIndex: -1 });
  goTo(id);
}

// A paragraph of another lesson: its page is one step away.
document.addEventListener("rr-elsewhere", (event) => {
  const page = course.lessons[event.detail.replace(/^rr-p-/, "").replace(/-\d+$/, "")];
  if (!page) return;
  event.preventDefault();
  location.href = `${page}#${event.detail}`;
});

// What is being typed is kept before the page goes.
document.addEventListener("visibilitychange", () => { if (document.hidden) document.activeElement?.dispatchEvent(new Event("blur")); });

const printing = document.getElementById("print");
if (printing) {
  printing.hidden = false;
  printing.addEventListener("click", async () => {
    printing.disabled = true;
    await everything();
    const { onPaper } = await import("./paper.js");
    await onPaper(() => print());
    printing.disabled = false;
  });
}

const { showProgress } = await import("./progress.js");
showProgress(record, course);

const searching = document.getElementById("search");
const search = async () => (await import("./search.js")).openSearch();
searching.hidden = false;
searching.addEventListener("click", search);
(globalThis.requestIdleCallback ?? setTimeout)(() => import("./search.js")); // so that no letter is lost on the way
document.addEventListener("keydown", (event) => {
  if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "k") { event.preventDefault(); search(); }
});
