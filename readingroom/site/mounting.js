// Parts of a page: each has its prose and its content on the page; when its turn comes its module takes the prose's place.

import { modelOf } from "./shim.js";

const NEAR = "600px";
const waiting = new Set();
const begun = new Set();

// Calls `act` once, when `element` comes near the window or when everything is asked for; returns what does it now.
export function whenNear(element, act) {
  let done = null;
  const now = () => { watch.disconnect(); return (done ??= begin()); };
  const begin = () => {
    begun.add(now);
    return (async () => act())().finally(() => { waiting.delete(now); begun.delete(now); });
  };
  const watch = new IntersectionObserver((seen) => { if (seen.some((each) => each.isIntersecting)) now(); }, { rootMargin: NEAR });
  watch.observe(element);
  waiting.add(now);
  return now;
}

// What is near waits no longer: before printing, everything is. What is already on its way is waited for too.
export async function everything() {
  while (waiting.size) await Promise.all([...waiting].map((now) => now()));
}

// What has come near is there, once the browser has looked what is near.
export async function underWay() {
  const looked = () => new Promise((done) => { requestAnimationFrame(() => setTimeout(done)); });
  await looked();
  while (begun.size) { await Promise.all([...begun].map((now) => now())); await looked(); }
}

// Lists of sources hold numbers: `sources` is what they stand for.
export function unpacked({ content, sources }) {
  const fill = (value, name) => {
    if (Array.isArray(value)) return name === "sources" ? value.map((n) => sources[n]) : value.map((inner) => fill(inner));
    return value && typeof value === "object" ? Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, fill(inner, key)])) : value;
  };
  return fill(content);
}

const contentOf = (part) => unpacked(JSON.parse(part.querySelector(":scope > script").textContent));

async function fetched(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address} did not come (${answer.status})`);
  return answer.json();
}

const SPECIAL = {
  async "reader.js"(part, content, record) {
    const { paragraphsOf } = await import("./read-back.js");
    await shown(part, "reader.js", { ...content, paragraphs: paragraphsOf(part) }, record);
  },
  async "chart.js"(part, content, record) {
    const [{ mountChart }, { default: chart }] = await Promise.all([import("./figure.js"), import("../views/chart.js")]);
    mountChart(part, content, record, chart.render);
  },
  async "mine.js"(part, content, record, course) {
    const [{ mountRecord }, { default: mine }] = await Promise.all([import("./record.js"), import("../views/mine.js")]);
    mountRecord(part, course, record, mine.render);
  },
};

export async function mount(part, record, course) {
  const { module, shared, style } = part.dataset;
  const own = contentOf(part);
  if (SPECIAL[module]) return SPECIAL[module](part, own, record, course);
  if (!shared) return shown(part, module, own, record);
  return whenNear(part, async () => {
    try {
      await styled(style);
      await shown(part, module, { ...unpacked(await fetched(shared)), ...own }, record);
    } catch (trouble) { said(part, trouble); }
  });
}

async function shown(part, module, content, record) {
  const { default: view } = await import(`../views/${module}`);
  const element = document.createElement("div");
  part.replaceChildren(element);
  const stop = view.render({ model: modelOf({ content }, record), el: element });
  addEventListener("pagehide", (event) => { if (!event.persisted) stop?.(); });
}

// A part that comes late brings its own style sheet, before anything is shown.
function styled(address) {
  if (!address || document.querySelector(`link[href="${address}"]`)) return null;
  return new Promise((done) => {
    const link = Object.assign(document.createElement("link"), { rel: "stylesheet", href: address, onload: done, onerror: done });
    document.querySelector("link[rel=stylesheet]").after(link);
  });
}

function said(part, trouble) {
  const says = document.createElement("p");
  says.setAttribute("role", "alert");
  says.textContent = `This part could not be fetched: ${trouble.message}. Reload the page to try again.`;
  part.append(says);
}
