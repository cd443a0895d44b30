// What a chart of trade can be asked: partners, flow, measure and years; and the address or the call of the view shown.

/** @import { Model } from "../base/types.js" */
/** @import { Asked, AskContent } from "./types.js" */

import { h, live, saysIn, unique } from "../base/dom.js";
import { kernelWatch } from "../base/kernel-watch.js";
import { addressOf, callOf } from "./view-address.js";

const FLOWS = { both: "Exports and imports", exports: "Exports", imports: "Imports" };
const FOLLOWS = "The figure, the line above it and the table show what you asked for.";
const MEASURES = { share: "As a share", value: "In dollars" };

/**
 * The controls, folded in; they set the model's `asked`, and say its `answer`.
 *
 * @param {AskContent} ask
 * @param {string} chart its id
 * @param {Model} model
 */
export function askControls(ask, chart, model) {
  const said = live({ class: "rr-asked" });
  const kernel = kernelWatch(saysIn(said), model, "asked");
  const boxes = ask.partners.map(({ id, label }) => {
    const input = h("input", { type: "checkbox", value: id, onchange: press });
    return { id, input, element: h("label", {}, input, label) };
  });
  const flow = choice("What crosses the border", FLOWS);
  const measure = choice("Counted", MEASURES);
  const years = Object.fromEntries(
    Array.from({ length: ask.last - ask.first + 1 }, (_, i) => [ask.first + i, String(ask.first + i)]),
  );
  const since = choice("From", years);
  const until = choice("to", years);
  const reset = h("button", { type: "button", onclick: () => send(null) }, "As the course shows it");
  const copy = h(
    "button",
    { type: "button", onclick: copyView },
    ask.caller ? "Copy this view's call" : "Copy this view's address",
  );

  /**
   * @param {string} label
   * @param {Record<string, string>} options
   */
  function choice(label, options) {
    const id = unique("ask");
    const select = h(
      "select",
      { id, onchange: press },
      Object.entries(options).map(([value, text]) => h("option", { value }, text)),
    );
    return { select, element: h("span", {}, h("label", { for: id }, label), " ", select) };
  }

  /** @returns {Asked} */
  const read = () => ({
    partners: boxes.filter(({ input }) => input.checked && !input.disabled).map(({ id }) => id),
    flow: flow.select.value,
    measure: measure.select.value,
    since: Number(since.select.value),
    until: Number(until.select.value),
  });

  /** @param {Asked} asked */
  function write(asked) {
    boxes.forEach(({ id, input }) => {
      input.checked = asked.partners.includes(id);
    });
    flow.select.value = asked.flow;
    measure.select.value = asked.measure;
    since.select.value = String(asked.since);
    until.select.value = String(asked.until);
    allow();
  }

  // A partner of whom this view is not known cannot be chosen.
  function allow() {
    const view = `${measure.select.value}-${flow.select.value}`;
    boxes.forEach(({ input }, i) => {
      input.disabled = !ask.partners[i].views.includes(view);
    });
  }

  function press() {
    allow();
    const asked = read();
    const faults = [
      asked.partners.length ? "" : "Choose at least one partner of whom this is known.",
      asked.since < asked.until ? "" : "The first year must come before the last.",
    ].filter(Boolean);
    if (faults.length) said.textContent = faults.join(" ");
    else send(asked);
  }

  /** @param {Asked | null} asked null for the chart as the course shows it */
  function send(asked) {
    if (!asked) write(ask.asked);
    // What is shown already would get no answer.
    if (JSON.stringify(model.get("asked") ?? {}) === JSON.stringify(asked ?? {})) return refresh();
    kernel.ask("Drawing \u2026", asked ?? {});
  }

  async function copyView() {
    const text = ask.caller ? callOf(ask.caller, chart, read()) : addressOf(chart, read());
    try {
      await navigator.clipboard.writeText(text);
      said.textContent = `Copied: ${text}`;
    } catch {
      said.textContent = `Copy it from here: ${text}`;
    }
  }

  let wasAsked = false;
  function refresh() {
    kernel.end();
    // After a broken connection the model may have the kernel's old question; an answer says what it answers.
    const { trouble = "", to: asked = model.get("asked") } = model.get("answer") ?? {};
    const isAsked = Boolean(asked?.partners);
    if (isAsked || wasAsked) {
      said.textContent = trouble || (isAsked ? FOLLOWS : "The chart is as the course shows it.");
    }
    if (isAsked) write(asked);
    wasAsked = isAsked;
  }

  write(ask.asked);
  model.on("change:answer", refresh);
  refresh();
  return {
    element: h(
      "details",
      { class: "rr-ask", open: Boolean(model.get("asked")?.partners) },
      h("summary", {}, "Ask these figures: other partners, years, exports, imports"),
      h(
        "fieldset",
        {},
        h("legend", {}, "Partners"),
        boxes.map(({ element }) => element),
      ),
      h("p", {}, flow.element, " ", measure.element),
      h("p", {}, since.element, " ", until.element),
      h("p", { class: "rr-buttons" }, copy, reset),
      said,
    ),
    stop() {
      model.off("change:answer", refresh);
      kernel.end();
    },
  };
}
