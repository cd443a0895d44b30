// The figure on the page: drawn as wide as there is room, pointed at, walked with the arrow keys.

import { h, unique } from "../base/dom.js";
import { drawTimeline } from "./figure.js";
import { hoverText } from "./event-text.js";
import { legend } from "./legend.js";

const USUAL_WIDTH = 860,
  LEAST_WIDTH = 260;

// `choose(id)` is called when a mark is pressed, `point(id or null)` when one is pointed at or has the focus.
export function figureView(content, choose, point) {
  const markers = content.events.filter((event) => event.marker);
  const tip = tooltip();
  const holder = h("div", { class: "rr-holder" });
  const element = h(
    "figure",
    { class: "rr-drawing", tabindex: "-1" },
    holder,
    h(
      "figcaption",
      {},
      h(
        "p",
        { class: "rr-hint" },
        "Point at a mark, or step through the marks with the arrow keys; click or Enter tells the event in full.",
      ),
      legend(content.words, markers.length),
    ),
  );
  const state = { marks: [], events: [], filter: null, width: 0, chosen: null, at: null };
  const watcher =
    typeof ResizeObserver === "undefined"
      ? null
      : new ResizeObserver(() => {
          // A scroll bar that comes and goes must not set off an endless redrawing.
          if (holder.clientWidth && Math.abs(Math.max(holder.clientWidth, LEAST_WIDTH) - state.width) > 20) draw();
        });

  function draw() {
    const focused = holder.contains(document.activeElement) ? state.at : null;
    state.width = Math.max(holder.clientWidth || USUAL_WIDTH, LEAST_WIDTH);
    tip.hide();
    if (!state.events.length) {
      state.marks = [];
      holder.replaceChildren(h("p", { class: "rr-nothing" }, "No event fits these filters."));
      return;
    }
    const { from, to } = state.filter;
    const drawn = drawTimeline({
      ...content,
      events: state.events,
      markers,
      from,
      to,
      width: state.width,
      label: `Events from ${from} to ${to}, by theme. Arrow keys step from event to event; Enter tells one in full.`,
    });
    state.marks = drawn.marks;
    holder.replaceChildren(drawn.element, tip.element);
    drawn.element.addEventListener("keydown", walk);
    state.marks.forEach(listen);
    mark(state.chosen);
    if (focused) markOfEvent(focused)?.element.focus();
  }

  function listen(each) {
    const { element: drawn, event } = each;
    drawn.addEventListener("click", () => {
      state.at = event.id;
      rove();
      tip.hide();
      choose(event.id);
    });
    drawn.addEventListener("pointerenter", (pointer) => {
      if (pointer.pointerType !== "touch") {
        point(event.id);
        tip.show(each, state.width);
      }
    });
    drawn.addEventListener("pointerleave", () => {
      point(null);
      tip.leave();
    });
    drawn.addEventListener("focus", () => {
      state.at = event.id;
      rove();
      if (!drawn.matches(":focus-visible")) return;
      point(event.id);
      tip.show(each, state.width);
    });
    drawn.addEventListener("blur", () => {
      point(null);
      tip.hide();
    });
  }

  const markOfEvent = (id) => state.marks.find((each) => each.event.id === id);

  // One stop of the Tab key for the whole figure: the mark last visited, else the chosen one, else the first.
  function rove() {
    const stop = markOfEvent(state.at) ?? markOfEvent(state.chosen) ?? inTime()[0];
    state.marks.forEach((each) => each.element.setAttribute("tabindex", each === stop ? "0" : "-1"));
  }

  const inTime = () => state.events.map((event) => markOfEvent(event.id));

  function walk(event) {
    const here = markOfEvent(state.at);
    if (!here || event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === "Enter" || event.key === " ") {
      event.preventDefault();
      tip.hide();
      choose(here.event.id);
      return;
    }
    const next = neighbour(inTime(), here, event.key);
    if (!next) return;
    event.preventDefault();
    next.element.focus();
  }

  function mark(id) {
    state.chosen = id;
    state.marks.forEach((each) => each.element.setAttribute("aria-selected", String(each.event.id === id)));
    rove();
  }

  return {
    element,
    show(events, filter) {
      Object.assign(state, { events, filter: { ...filter } });
      draw();
    },
    choose: mark,
    light(id) {
      state.marks.forEach((each) => each.element.toggleAttribute("data-lit", each.event.id === id));
    },
    watch() {
      watcher?.observe(holder);
    },
    stop() {
      watcher?.disconnect();
      tip.hide();
    },
  };
}

// Left and right go through time, up and down to the nearest mark of the next lane.
function neighbour(marks, here, key) {
  const at = marks.indexOf(here);
  if (key === "ArrowRight") return marks[at + 1];
  if (key === "ArrowLeft") return marks[at - 1];
  if (key === "Home") return marks[0];
  if (key === "End") return marks.at(-1);
  const down = { ArrowDown: 1, ArrowUp: -1 }[key];
  if (!down) return undefined;
  const lane = marks.filter((each) => each.lane === here.lane + down);
  return lane.sort((a, b) => Math.abs(a.x - here.x) - Math.abs(b.x - here.x))[0];
}

// What is told beside a mark: stays while it is pointed at itself, goes with Escape.
function tooltip() {
  const id = unique("tip");
  let timer = 0,
    owner = null;
  const element = h("div", {
    class: "rr-tip",
    id,
    role: "tooltip",
    hidden: true,
    onpointerenter: () => clearTimeout(timer),
    onpointerleave: () => leave(),
  });
  const onEscape = (event) => {
    if (event.key === "Escape") {
      event.stopPropagation();
      hide();
    }
  };

  function show(mark, width) {
    hide();
    owner = mark.element;
    owner.setAttribute("aria-describedby", id);
    element.replaceChildren(...hoverText(mark.event));
    element.hidden = false;
    const wide = Math.min(360, width - 8);
    element.style.width = `${wide}px`;
    element.style.left = `${Math.min(Math.max(mark.x - wide / 2, 4), width - wide - 4)}px`;
    element.style.top = `${mark.y + 14}px`;
    document.addEventListener("keydown", onEscape, true);
  }

  function hide() {
    clearTimeout(timer);
    owner?.removeAttribute("aria-describedby");
    owner = null;
    element.hidden = true;
    document.removeEventListener("keydown", onEscape, true);
  }

  function leave() {
    clearTimeout(timer);
    timer = setTimeout(hide, 250);
  }

  return { element, show, hide, leave };
}
