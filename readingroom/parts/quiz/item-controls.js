// The controls in which an item is answered, one for each kind. Each returns {element, read(), write(response), lock(on)}.

import { debounce, h, live, prose, unique } from "../base/dom.js";

export function control(item, changed) {
  return CONTROLS[item.kind](item, changed);
}

const CONTROLS = {
  choice: (item, changed) => picks(item, "radio", changed),
  passage: (item, changed) => picks(item, "radio", changed),
  choices: (item, changed) => picks(item, "checkbox", changed),
  order: ordering,
  match: (item, changed) => placing(item, item.lefts, item.rights, changed),
  sort: (item, changed) => placing(item, item.cards, item.bins, changed),
  number: (item, changed) => typing(item, { inputmode: "decimal", size: 10 }, changed),
  short: (item, changed) => typing(item, { size: 32 }, changed),
  written: writing,
};

function picks(item, type, changed) {
  const name = unique(item.id);
  const inputs = item.options.map((option) => h("input", { type, name, value: option.id, onchange: changed }));
  const rows = item.options.map((option, i) =>
    h("label", { class: "rr-option" }, inputs[i], prose("span", option.html)),
  );
  const chosen = () => inputs.filter((input) => input.checked).map((input) => input.value);
  return {
    element: h("div", { class: "rr-options" }, rows),
    read: () => (type === "radio" ? (chosen()[0] ?? "") : chosen()),
    write: (response) =>
      inputs.forEach((input) => {
        input.checked = [response].flat().includes(input.value);
      }),
    lock: (on) =>
      inputs.forEach((input) => {
        input.disabled = on;
      }),
  };
}

function ordering(item, changed) {
  const list = h("ol", { class: "rr-order" });
  const said = live({ class: "rr-hidden" });
  const plain = new Map(item.options.map((option) => [option.id, h("span", { html: option.html }).textContent]));
  const rows = new Map(item.options.map((option) => [option.id, row(option)]));
  const read = () => [...list.children].map((element) => element.dataset.id);

  function row(option) {
    const move = (step) =>
      h(
        "button",
        {
          type: "button",
          class: "rr-small",
          onclick: () => shift(option.id, step),
          "aria-label": `Move ${step < 0 ? "earlier" : "later"}: ${plain.get(option.id)}`,
        },
        step < 0 ? "\u2191" : "\u2193",
      );
    return h(
      "li",
      { "data-id": option.id },
      prose("span", option.html),
      h("span", { class: "rr-moves" }, move(-1), move(1)),
    );
  }

  function shift(id, step) {
    const order = read();
    const from = order.indexOf(id),
      to = from + step;
    if (to < 0 || to >= order.length) {
      said.textContent = `Already ${step < 0 ? "first" : "last"}.`;
      return;
    }
    [order[from], order[to]] = [order[to], order[from]];
    const focused = document.activeElement;
    write(order);
    focused?.focus();
    said.textContent = `${plain.get(id)}: now ${to + 1} of ${order.length}.`;
    changed();
  }

  function write(order) {
    const wanted =
      Array.isArray(order) && order.every((id) => rows.has(id)) ? order : item.options.map((option) => option.id);
    list.replaceChildren(...wanted.map((id) => rows.get(id)));
  }

  write(null);
  return {
    element: h(
      "div",
      {},
      h("p", { class: "rr-hint" }, "First at the top. Move each line with its buttons."),
      list,
      said,
    ),
    read,
    write,
    lock: (on) =>
      list.querySelectorAll("button").forEach((button) => {
        button.disabled = on;
      }),
  };
}

function placing(item, cards, places, changed) {
  const chosen = new Map();
  const rows = cards.map((card) => {
    const id = unique(card.id);
    const select = h(
      "select",
      {
        id,
        onchange() {
          full.tell();
          changed();
        },
      },
      h("option", { value: "" }, "choose \u2026"),
      places.map((place) => h("option", { value: place.id }, place.text)),
    );
    const full = inFull(select);
    chosen.set(card.id, { select, full });
    return h(
      "div",
      { class: "rr-place" },
      h("label", { for: id, html: card.html }),
      h("div", { class: "rr-choosing" }, select, full.element),
    );
  });
  const each = (act) => chosen.forEach(({ select, full }, card) => act(select, card, full));
  return {
    element: h(
      "div",
      { class: "rr-places" },
      rows,
      h(
        "ol",
        { class: "rr-on-paper", type: "A" },
        places.map((place) => h("li", {}, place.text)),
      ),
    ),
    read: () => Object.fromEntries([...chosen].map(([card, { select }]) => [card, select.value])),
    write: (response) =>
      each((select, card, full) => {
        select.value = response?.[card] ?? "";
        full.tell();
      }),
    lock: (on) =>
      each((select) => {
        select.disabled = on;
      }),
  };
}

// What was chosen, in full below a control too narrow for it. For the eye: a screen reader has it from the control.
function inFull(select) {
  const element = h("span", { class: "rr-chosen", "aria-hidden": "true" });
  const SIDES = 44; // the control's padding and its arrow
  function tell() {
    element.textContent = select.value ? select.selectedOptions[0].text : "";
    element.dataset.length = "asked";
    element.dataset.length = element.offsetWidth + SIDES > select.offsetWidth ? "long" : "short";
  }
  new ResizeObserver(tell).observe(select);
  return { element, tell };
}

function typing(item, attributes, changed) {
  const id = unique(item.id);
  const input = h("input", {
    type: "text",
    id,
    autocomplete: "off",
    spellcheck: "false",
    oninput: changed,
    ...attributes,
  });
  return {
    element: h(
      "p",
      { class: "rr-typed" },
      h("label", { for: id }, "Your answer"),
      input,
      item.unit ? h("span", {}, item.unit) : null,
    ),
    read: () => input.value.trim(),
    write: (response) => {
      input.value = response ?? "";
    },
    lock: (on) => {
      input.readOnly = on;
    },
    enter: (act) =>
      input.addEventListener("keydown", (event) => {
        if (event.key === "Enter") {
          event.preventDefault();
          act();
        }
      }),
  };
}

function writing(item, changed) {
  const id = unique(item.id);
  const later = debounce(400, changed);
  const area = h("textarea", { id, rows: 7, oninput: () => later(), onblur: () => later.flush() });
  const points = item.criteria.map((criterion) => criterionRow(item, criterion));
  const marking = h(
    "div",
    { class: "rr-marking", hidden: true },
    h("h4", {}, "A model answer"),
    prose("div", item.model),
    h("h4", {}, "Mark your own"),
    h("p", { class: "rr-hint" }, "Compare, then choose the level your text reaches."),
    points.map((row) => row.element),
  );
  return {
    element: h("div", {}, h("p", { class: "rr-typed" }, h("label", { for: id }, "Your text")), area, marking),
    read: () => Object.fromEntries(points.map((row) => [row.id, row.read()])),
    write: (response) => points.forEach((row) => row.write(response?.[row.id])),
    lock: (on) => {
      area.readOnly = on;
      points.forEach((row) => row.lock(on));
    },
    text: () => area.value,
    setText: (text) => {
      area.value = text ?? "";
    },
    reveal: (on) => {
      marking.hidden = !on;
    },
  };
}

function criterionRow(item, criterion) {
  const name = unique(`${item.id}-${criterion.id}`);
  const inputs = criterion.levels.map((level) => h("input", { type: "radio", name, value: String(level.points) }));
  return {
    id: criterion.id,
    element: h(
      "fieldset",
      { class: "rr-criterion" },
      prose("legend", criterion.html),
      criterion.levels.map((level, i) =>
        h(
          "label",
          { class: "rr-option" },
          inputs[i],
          h("span", {}, h("strong", {}, `${level.points}: `), prose("span", level.html)),
        ),
      ),
    ),
    read: () => {
      const on = inputs.find((input) => input.checked);
      return on ? Number(on.value) : "";
    },
    write: (value) =>
      inputs.forEach((input) => {
        input.checked = input.value === String(value);
      }),
    lock: (on) =>
      inputs.forEach((input) => {
        input.disabled = on;
      }),
  };
}
