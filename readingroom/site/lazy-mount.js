// Parts of a page: each has its prose and its content on the page; when its turn comes its module takes the prose's
// place.

/** @import { Render } from "../parts/base/types.js" */
/** @import { ChartContent, Content, Course, RecordCounts, RecordStore } from "./types.js" */

import { sayFailure } from "../parts/base/failure.js";
import { paragraphsOf } from "./hydrate.js";
import { contentOf, fetchContent } from "./packed-content.js";
import { browserTurn, whenIdle, whenNear } from "./when-near.js";
import { modelOf } from "./widget-model.js";

// Small parts: they come as soon as the page has nothing else to do, so that nobody sees them push the page down.
const SMALL = new Set(["turns/turns.js", "hand_in/hand-in.js", "ways/go-on.js", "ways/ways.js"]);

// Tall parts grow by half a screen or more when they come, and would push away what is being read below them: on a slow
// line they are asked for before a thumb has come there.
const TALL_NEAR = "3000px";
/** @type {Record<string, string | undefined>} */
const NEAR = {
  "claims/claims.js": TALL_NEAR,
  "timeline/timeline.js": TALL_NEAR,
  "weighing/weighing.js": TALL_NEAR,
};

/**
 * Parts that need more than their content, by their module.
 *
 * @type {Record<string, (part: HTMLElement, content: Content, record: RecordStore, course: Course) => Promise<void>>}
 */
const SPECIAL = {
  async "reader/reader.js"(part, content, record) {
    await show(part, "reader/reader.js", { ...content, paragraphs: paragraphsOf(part) }, record);
  },
  async "charts/chart.js"(part, content, record) {
    const [{ mountChart }, { default: chart }] = await Promise.all([
      import("./mount-chart.js"),
      import("../parts/charts/chart.js"),
    ]);
    const fetchFoot = () => fetchContent(part.dataset.shared ?? "");
    await mountChart(part, /** @type {ChartContent} */ (content), record, chart.render, fetchFoot);
  },
  async "record/record.js"(part, _, record, course) {
    const [{ mountRecord }, { default: recordPart }, counted] = await Promise.all([
      import("./mount-record.js"),
      import("../parts/record/record.js"),
      fetchContent(part.dataset.shared ?? ""),
    ]);
    mountRecord(part, /** @type {RecordCounts} */ (counted), course.mark, record, recordPart.render);
  },
};

/**
 * Mount a part now, or once it comes near where its content is a file of its own; a chart fetches only its foot from
 * there, and the record what it counts. One that fails says so above its prose, and the next ones are mounted.
 *
 * @param {HTMLElement} part
 * @param {RecordStore} record
 * @param {Course} course
 */
export async function mount(part, record, course) {
  const { module = "", shared } = part.dataset;
  if (!shared || Object.hasOwn(SPECIAL, module)) return orProse(part, () => mountNow(part, record, course));
  const act = () => orProse(part, () => mountShared(part, shared, record));
  const now = whenNear(part, act, NEAR[module]);
  if (SMALL.has(module)) whenIdle(now);
}

/**
 * @param {HTMLElement} part
 * @param {() => Promise<void>} act
 */
async function orProse(part, act) {
  const prose = [...part.childNodes];
  try {
    await act();
  } catch (trouble) {
    const element = document.createElement("div");
    part.replaceChildren(element);
    sayFailure(element, trouble);
  }
  const failed = part.querySelector("[data-failed]");
  if (failed) part.append(...prose.filter((node) => !part.contains(node)));
}

/**
 * @param {HTMLElement} part
 * @param {RecordStore} record
 * @param {Course} course
 */
async function mountNow(part, record, course) {
  const { module = "" } = part.dataset;
  const own = contentOf(part);
  await (SPECIAL[module]?.(part, own, record, course) ?? show(part, module, own, record));
}

/**
 * @param {HTMLElement} part
 * @param {string} shared
 * @param {RecordStore} record
 */
async function mountShared(part, shared, record) {
  const { module = "" } = part.dataset;
  // Side by side: on a slow line each way takes its time.
  const [common] = await Promise.all([fetchContent(shared), import(`../parts/${module}`)]);
  const content = { ...common, ...contentOf(part) };
  await browserTurn(); // the timeline's hundred events take a phone as long to read as to draw
  await show(part, module, content, record);
  if (part.querySelector("[data-chart-slot]")) {
    await (await import("./charts-within.js")).mountChartsWithin(part, content, record);
  }
}

/**
 * @param {HTMLElement} part
 * @param {string} module
 * @param {Content} content
 * @param {RecordStore} record
 */
async function show(part, module, content, record) {
  /** @type {{ default: { render: Render } }} */
  const { default: view } = await import(`../parts/${module}`);
  const element = document.createElement("div");
  part.replaceChildren(element);
  const stop = view.render({ model: modelOf({ content }, record), el: element });
  addEventListener("pagehide", (event) => {
    if (!event.persisted) stop?.();
  });
}
