// The argument as a map: a figure in columns and a nested list, with steps to doubt and what leans on them.

/** @import { Model, Paragraph, RenderArguments } from "../base/types.js" */

import { failingInPlace } from "../base/failure.js";
import { connect } from "./connectors.js";
import { whereRead } from "../base/citations.js";
import { h, plural, prose, unique, withSigns } from "../base/dom.js";
import { createSaver, showSaveStatus } from "../base/save.js";

/**
 * A step of the argument; `text` is HTML, `supports` and `doubts` are ids of other steps.
 *
 * @typedef {object} ArgumentNode
 * @property {string} id
 * @property {string} kind
 * @property {string} label
 * @property {string} text
 * @property {Paragraph[]} places
 * @property {string[]} supports
 * @property {string[]} doubts
 */

/**
 * A column of the figure: blocks of ids, each a step and the objections to it; and a branch of the list.
 *
 * @typedef {{ heading: string, blocks: string[][] }} Column
 * @typedef {{ id: string, under: Branch[] }} Branch
 */

/**
 * What argument.py sends; `leaning` has, for each id, the ids of the steps that depend on it.
 *
 * @typedef {object} ArgumentContent
 * @property {string} title
 * @property {Record<string, ArgumentNode>} nodes
 * @property {Column[]} columns
 * @property {Branch[]} tree
 * @property {Record<string, string[]>} leaning
 */

/**
 * How a step stands ("doubted", "leans" or "") and the sentence about it; `States` has them by id.
 *
 * @typedef {{ is: string, says: string }} NodeState
 * @typedef {Record<string, NodeState>} States
 * @typedef {{ content: ArgumentContent, doubted: () => string[], toggle: (id: string) => void }} ArgumentMap
 * @typedef {ReturnType<typeof nodeCard>} NodeCard
 */

/** @param {RenderArguments} host */
function renderPart({ model, el }) {
  /** @type {ArgumentContent} */
  const content = model.get("content");
  const keep = createSaver(model);
  const map = { content, doubted: () => doubtedNodes(content, model), toggle };
  const cards = content.columns.flatMap((column) => column.blocks.flat().map((id) => nodeCard(content.nodes[id], map)));
  const list = nestedList(map);
  const said = h("div", { class: "rr-shaken", role: "status" });
  const off = h("button", { type: "button", class: "rr-quiet", onclick: clear }, "Take all doubts back");
  const kept = h("p", { class: "rr-kept" });
  showSaveStatus(keep, kept);
  const figure = drawnFigure(content, cards);
  const views = h("div", { class: "rr-views", "data-view": "figure" });
  views.append(viewButtons(views), figure.element, list.element);

  /** @param {string} id */
  function toggle(id) {
    keep.save({ what: "doubt", node: id, doubted: !map.doubted().includes(id) }, "doubts", id);
    refresh();
  }

  function clear() {
    map.doubted().forEach((id) => keep.save({ what: "doubt", node: id, doubted: false }, "doubts", id));
    refresh();
    views.querySelector("button")?.focus();
  }

  function refresh() {
    const state = states(content, map.doubted());
    cards.forEach((card) => card.refresh(state));
    list.refresh(state);
    figure.refresh(state);
    tell(said, content, map.doubted());
    off.hidden = !map.doubted().length;
  }

  model.on("change:state", refresh);
  el.classList.add("rr");
  el.append(
    h(
      "section",
      { class: "rr-argument", "aria-label": content.title },
      h("h3", {}, content.title),
      h(
        "p",
        {},
        "Each step leans on the steps to its left, or, in the list, on the steps below it. " +
          "Press \u201cDoubt\u201d on " +
          "one that does not convince you and see what hangs on it. Dashed boxes are objections of ours to the step " +
          "above them.",
      ),
      views,
      said,
      off,
      kept,
    ),
  );
  refresh();
  return () => {
    figure.stop();
    model.off("change:state", refresh);
    keep.stop();
  };
}

/**
 * @param {ArgumentContent} content
 * @param {Model} model
 */
function doubtedNodes(content, model) {
  const doubts = model.get("state").doubts ?? {};
  return Object.keys(content.nodes).filter((id) => doubts[id]?.doubted);
}

/**
 * @param {ArgumentContent} content
 * @param {string[]} doubted
 * @returns {States}
 */
function states(content, doubted) {
  const leaning = new Set(doubted.flatMap((id) => content.leaning[id]));
  const shaken = (/** @type {string} */ id) => doubted.includes(id) || leaning.has(id);
  const nodes = Object.values(content.nodes);
  return Object.fromEntries(
    nodes.map(({ id }) => {
      if (doubted.includes(id)) {
        return [
          id,
          {
            is: "doubted",
            says: leaning.has(id)
              ? "\u2717 You doubt this; it also leans on something you doubt"
              : "\u2717 You doubt this",
          },
        ];
      }
      if (!leaning.has(id)) return [id, { is: "", says: "" }];
      const under = nodes.filter((node) => node.supports.includes(id));
      return [
        id,
        {
          is: "leans",
          says:
            `\u25B3 Leans on something you doubt (${under.filter((node) => shaken(node.id)).length} of ` +
            `${plural(under.length, "support")})`,
        },
      ];
    }),
  );
}

/**
 * @param {HTMLElement} said
 * @param {ArgumentContent} content
 * @param {string[]} doubted
 */
function tell(said, content, doubted) {
  const quote = (/** @type {string} */ id) => `\u201c${content.nodes[id].label}\u201d`;
  const lines = doubted.map((id) => {
    const above = content.leaning[id];
    return above.length
      ? `If ${quote(id)} does not hold, ${plural(above.length, "step leans", "steps lean")} on it: ` +
          `${above.map(quote).join(", ")}.`
      : `Nothing else leans on ${quote(id)}.`;
  });
  const key = lines.join(" ");
  if (said.dataset.key === key) return;
  said.dataset.key = key;
  if (!lines.length) said.replaceChildren(h("p", { class: "rr-hint" }, "You doubt no step so far."));
  else {
    said.replaceChildren(
      h("h4", {}, "What hangs on your doubts"),
      h(
        "ul",
        {},
        lines.map((line) => h("li", {}, line)),
      ),
      h(
        "p",
        { class: "rr-hint" },
        "To lean is not to fall: a step with other supports may still stand. " +
          "Ask how much of the weight they can carry.",
      ),
    );
  }
}

/** @param {HTMLElement} views */
function viewButtons(views) {
  const buttons = [
    ["figure", "As a figure"],
    ["list", "As a list"],
  ].map(([view, label]) =>
    h(
      "button",
      {
        type: "button",
        class: "rr-quiet",
        "data-for": view,
        "aria-pressed": String(view === "figure"),
        onclick() {
          views.dataset.view = view;
          buttons.forEach((button) => button.setAttribute("aria-pressed", String(button.dataset.for === view)));
        },
      },
      label,
    ),
  );
  return h("p", { class: "rr-buttons rr-view-buttons", role: "group", "aria-label": "Show the argument" }, buttons);
}

/**
 * @param {ArgumentNode} node
 * @param {ArgumentMap} map
 */
function doubtButton(node, map) {
  if (node.kind === "objection") return null;
  return h(
    "button",
    { type: "button", class: "rr-doubt", "aria-label": `Doubt ${node.label}`, onclick: () => map.toggle(node.id) },
    "Doubt",
  );
}

/**
 * @param {ArgumentNode} node
 * @param {ArgumentContent} content
 */
function attacked(node, content) {
  return node.doubts.length
    ? `Objection to \u201c${node.doubts.map((id) => content.nodes[id].label).join("\u201d, \u201c")}\u201d`
    : "";
}

/**
 * @param {ArgumentNode} node
 * @param {ArgumentMap} map
 */
function nodeCard(node, map) {
  const text = h("div", { class: "rr-node-text", id: unique("node"), hidden: true });
  text.append(prose("p", node.text));
  const label = h(
    "button",
    {
      type: "button",
      class: "rr-node-label",
      "aria-expanded": "false",
      "aria-controls": text.id,
      onclick() {
        text.hidden = !text.hidden;
        label.setAttribute("aria-expanded", String(!text.hidden));
      },
    },
    node.label,
  );
  const button = doubtButton(node, map);
  const says = h("p", { class: "rr-node-state", hidden: true });
  const element = h(
    "div",
    { class: "rr-node", "data-node": node.id, "data-kind": node.kind },
    node.kind === "objection" ? h("span", { class: "rr-hidden" }, attacked(node, map.content)) : null,
    label,
    h(
      "div",
      { class: "rr-node-foot" },
      h("span", { class: "rr-where" }, node.places.map((place) => place.label).join(", ")),
      button,
    ),
    says,
    text,
  );
  return { node, element, refresh: (/** @type {States} */ state) => showState(element, button, says, state[node.id]) };
}

/**
 * @param {HTMLElement} element
 * @param {HTMLElement | null} button
 * @param {HTMLElement} says
 * @param {NodeState} state
 */
function showState(element, button, says, { is, says: words }) {
  element.dataset.state = is;
  button?.setAttribute("aria-pressed", String(is === "doubted"));
  says.replaceChildren(...withSigns(words));
  says.hidden = !words;
}

/**
 * @param {ArgumentContent} content
 * @param {NodeCard[]} cards
 */
function drawnFigure(content, cards) {
  const byId = new Map(cards.map((card) => [card.node.id, card.element]));
  const columns = content.columns.map((column) =>
    h(
      "div",
      { class: "rr-column" },
      h("h4", {}, column.heading),
      h(
        "ul",
        {},
        column.blocks.map((block) =>
          h(
            "li",
            {},
            block.map((id) => byId.get(id)),
          ),
        ),
      ),
    ),
  );
  const grid = h("div", { class: "rr-columns" }, columns);
  grid.style.gridTemplateColumns = `repeat(${columns.length}, minmax(0, 1fr))`;
  const element = h("figure", { class: "rr-map" }, grid);
  /** @type {[string, string][]} */
  const links = Object.values(content.nodes).flatMap((node) => node.supports.map((above) => [node.id, above]));
  const lines = connect(
    grid,
    byId,
    links,
    columns.map((column) => [...column.querySelectorAll("li")]),
  );
  for (const [id, card] of byId) {
    for (const name of ["pointerenter", "focusin"]) card.addEventListener(name, () => lines.stress(id));
    for (const name of ["pointerleave", "focusout"]) card.addEventListener(name, () => lines.stress(null));
  }
  return {
    element,
    refresh: (/** @type {States} */ state) => lines.shake((id) => Boolean(state[id].is)),
    stop: lines.stop,
  };
}

/** @param {ArgumentMap} map */
function nestedList(map) {
  const { content } = map;
  /** @type {((state: States) => void)[]} */
  const items = [];

  /**
   * @param {Branch} branch
   * @param {string | null} parent
   * @returns {HTMLElement}
   */
  function item({ id, under }, parent) {
    const node = content.nodes[id];
    const button = doubtButton(node, map);
    const says = h("p", { class: "rr-node-state", hidden: true });
    const quoted = (/** @type {string[]} */ ids) =>
      ids.map((other) => `\u201c${content.nodes[other].label}\u201d`).join(" and ");
    const above = node.supports.filter((other) => other !== parent);
    const below = Object.values(content.nodes)
      .filter((other) => other.supports.includes(id) && !under.some((step) => step.id === other.id))
      .map((other) => other.id);
    const element = h(
      "li",
      { class: "rr-step", "data-kind": node.kind },
      h(
        "div",
        { class: "rr-step-head" },
        h("span", { class: "rr-role" }, node.kind),
        h("strong", {}, node.label),
        whereRead(node.places, null),
        button,
      ),
      prose("p", node.text),
      node.doubts.length ? h("p", { class: "rr-hint" }, attacked(node, content)) : null,
      above.length ? h("p", { class: "rr-hint" }, `${parent ? "Also carries" : "Carries"} ${quoted(above)}.`) : null,
      below.length
        ? h(
            "p",
            { class: "rr-hint" },
            `${under.some((step) => content.nodes[step.id].supports.length) ? "Rests also on" : "Rests on"} ` +
              `${quoted(below)}.`,
          )
        : null,
      says,
      under.length
        ? h(
            "ul",
            {},
            under.map((step) => item(step, id)),
          )
        : null,
    );
    items.push((state) => showState(element, button, says, state[id]));
    return element;
  }

  const element = h(
    "ul",
    { class: "rr-steps" },
    content.tree.map((step) => item(step, null)),
  );
  return { element, refresh: (/** @type {States} */ state) => items.forEach((show) => show(state)) };
}

const render = failingInPlace(renderPart);

export default { render };
