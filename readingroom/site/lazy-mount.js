// Parts of a page: each has its prose and its content on the page; when its turn comes its module takes the prose's place.

import { whenNear } from "./when-near.js";
import { modelOf } from "./widget-model.js";

// Lists of sources hold numbers: `sources` is what they stand for.
export function unpacked({ content, sources }) {
  const fill = (value, name) => {
    if (Array.isArray(value)) {
      return name === "sources" ? value.map((n) => sources[n]) : value.map((inner) => fill(inner));
    }
    return value && typeof value === "object"
      ? Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, fill(inner, key)]))
      : value;
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
  async "reader/reader.js"(part, content, record) {
    const { paragraphsOf } = await import("./hydrate.js");
    await shown(part, "reader/reader.js", { ...content, paragraphs: paragraphsOf(part) }, record);
  },
  async "charts/chart.js"(part, content, record) {
    const [{ mountChart }, { default: chart }] = await Promise.all([
      import("./mount-chart.js"),
      import("../parts/charts/chart.js"),
    ]);
    mountChart(part, content, record, chart.render);
  },
  async "record/record.js"(part, content, record, course) {
    const [{ mountRecord }, { default: record_widget }] = await Promise.all([
      import("./mount-record.js"),
      import("../parts/record/record.js"),
    ]);
    mountRecord(part, course, record, record_widget.render);
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
    } catch (trouble) {
      said(part, trouble);
    }
  });
}

async function shown(part, module, content, record) {
  const { default: view } = await import(`../parts/${module}`);
  const element = document.createElement("div");
  part.replaceChildren(element);
  const stop = view.render({ model: modelOf({ content }, record), el: element });
  addEventListener("pagehide", (event) => {
    if (!event.persisted) stop?.();
  });
}

// A part that comes late brings its own style sheet, before anything is shown.
function styled(address) {
  if (!address || document.querySelector(`link[href="${address}"]`)) return null;
  return new Promise((done) => {
    const link = Object.assign(document.createElement("link"), {
      rel: "stylesheet",
      href: address,
      onload: done,
      onerror: done,
    });
    document.querySelector("link[rel=stylesheet]").after(link);
  });
}

function said(part, trouble) {
  const says = document.createElement("p");
  says.setAttribute("role", "alert");
  says.textContent = `This part could not be fetched: ${trouble.message}. Reload the page to try again.`;
  part.append(says);
}
