// The claims ledger: vote first, then see the verdict, its reasons and its sources.

import { citationList, whereRead } from "../base/citations.js";
import { h, live, plural, prose, unique } from "../base/dom.js";
import { createSaver, showSaveStatus } from "../base/save.js";
import { tally } from "./vote-summary.js";

function render({ model, el }) {
  const content = model.get("content");
  const keep = createSaver(model);
  const reading = { all: false };
  const page = { content, model, keep, reading, voted: () => refresh() };
  const cards = content.claims.map((claim, i) => claimCard(claim, i + 1, page));
  const groups = content.sections.map((section) =>
    h(
      "div",
      { class: "rr-group", "data-section": section.id },
      content.section ? null : h("h4", {}, section.title),
      cards.filter((card) => card.claim.section === section.id).map((card) => card.element),
    ),
  );
  const score = compared(content, model);
  const filter = content.section ? null : filters(content, cards, groups);
  const kept = h("p", { class: "rr-kept" });
  showSaveStatus(keep, kept);

  const refresh = () => {
    cards.forEach((card) => card.refresh());
    score.refresh();
    filter?.refresh();
  };
  const changed = () => refresh();
  model.on("change:state", changed);
  el.classList.add("rr");
  el.append(
    h(
      "section",
      { class: "rr-ledger", "aria-label": content.title },
      h(
        "div",
        { class: "rr-ledger-head" },
        h("h3", {}, content.title),
        h(
          "p",
          {},
          "Vote on each claim, then see what the record says. Only your first vote counts. The verdicts are the work of people too: where you differ, read the evidence and the best case, then decide who is right.",
        ),
        verdictKey(content),
        readAll(reading, cards),
        filter?.element,
        kept,
      ),
      groups,
      score.element,
    ),
  );
  refresh();
  return () => {
    model.off("change:state", changed);
    keep.stop();
  };
}

function verdictKey(content) {
  return h(
    "details",
    { class: "rr-sources" },
    h("summary", {}, "What the verdicts mean"),
    h(
      "dl",
      { class: "rr-key" },
      Object.entries(content.verdicts).map(([verdict, meaning]) =>
        h("div", {}, h("dt", {}, stamp(verdict)), h("dd", {}, meaning)),
      ),
    ),
  );
}

function stamp(verdict) {
  return h("span", { class: "rr-stamp", "data-verdict": verdict }, verdict);
}

function readAll(reading, cards) {
  const said = live({ class: "rr-hidden" });
  const button = h(
    "button",
    {
      type: "button",
      class: "rr-quiet",
      "aria-pressed": "false",
      onclick() {
        reading.all = !reading.all;
        button.setAttribute("aria-pressed", String(reading.all));
        cards.forEach((card) => card.show(reading.all));
        said.textContent = reading.all
          ? "All verdicts are shown. Voting rests until you hide them."
          : "Verdicts are hidden where you have not voted.";
      },
    },
    "Show all verdicts without voting",
  );
  return h("p", { class: "rr-buttons" }, button, said);
}

function claimCard(claim, number, { content, model, keep, reading, voted }) {
  const mine = () => model.get("state").votes?.[claim.id]?.vote ?? "";
  const ballot = ballotBox(claim, content.ballots[claim.ballot], content.words.date);
  const said = live({ class: "rr-said" });
  const details = h("div", { class: "rr-details", id: unique("details"), hidden: true });
  const button = h("button", { type: "button", class: "rr-main", onclick: press });
  const element = h(
    "div",
    { class: "rr-item rr-claim", "data-claim": claim.id },
    h(
      "fieldset",
      {},
      h(
        "legend",
        {},
        h("span", { class: "rr-number" }, `${number}. `),
        prose("span", claim.claim),
        " ",
        whereRead(claim.places, content.section),
      ),
      ballot.element,
    ),
    h("p", { class: "rr-buttons" }, button),
    said,
    details,
  );
  let open = false;

  function press() {
    if (mine() || reading.all) return show(!open);
    const vote = ballot.read();
    if (!vote) {
      said.dataset.kind = "ask";
      said.textContent = "Choose an answer first, then vote.";
      return;
    }
    open = true;
    keep.save({ what: "vote", claim: claim.id, vote }, "votes", claim.id);
    voted();
  }

  function show(on) {
    open = on;
    refresh();
  }

  function refresh() {
    const vote = mine();
    const known = Boolean(vote) || reading.all;
    if (!known) open = false;
    if (vote) ballot.write(vote);
    ballot.lock(known);
    element.dataset.known = String(known);
    button.classList.toggle("rr-main", !known);
    button.textContent = !known ? "Vote and see the verdict" : open ? "Hide the evidence" : "Show the evidence";
    if (known) {
      button.setAttribute("aria-expanded", String(open));
      button.setAttribute("aria-controls", details.id);
    } else {
      button.removeAttribute("aria-expanded");
      button.removeAttribute("aria-controls");
    }
    tell(vote, known);
    if (open && !details.childElementCount) details.append(...verdictDetails(claim));
    details.hidden = !open;
  }

  // Said anew only when it changes, so that a screen reader hears it once.
  function tell(vote, known) {
    const state = known ? `known ${vote}` : "";
    if (said.dataset.state === state && said.dataset.kind !== "ask") return;
    said.dataset.state = state;
    said.dataset.kind = !known ? "" : !vote || !claim.stands ? "plain" : vote === claim.stands ? "agree" : "differ";
    said.replaceChildren(...(known ? comparison(claim, vote, ballot.label) : []));
  }

  return { claim, element, refresh, show, known: () => Boolean(mine()) || reading.all, voted: () => Boolean(mine()) };
}

function ballotBox(claim, options, date) {
  const name = unique(`vote-${claim.id}`);
  const inputs = options.map((option) => h("input", { type: "radio", name, value: option.vote }));
  return {
    element: h(
      "div",
      { class: "rr-ballot" },
      h("span", { class: "rr-ask" }, claim.ballot === "forecast" ? `As of ${date}, it` : "You say:"),
      options.map((option, i) => h("label", {}, inputs[i], h("span", {}, option.label))),
    ),
    read: () => inputs.find((input) => input.checked)?.value ?? "",
    write: (vote) =>
      inputs.forEach((input) => {
        input.checked = input.value === vote;
      }),
    lock: (on) =>
      inputs.forEach((input) => {
        input.disabled = on;
      }),
    label: (vote) => options.find((option) => option.vote === vote)?.label ?? vote,
  };
}

function comparison(claim, vote, label) {
  const says = claim.ended.length ? howItEnded(claim.ended) : [h("p", {}, "The ledger says: ", stamp(claim.verdict))];
  if (!vote) return says;
  const compares = !claim.stands
    ? "There is nothing to compare it with."
    : vote === claim.stands
      ? "\u2713 You agree with the ledger."
      : `\u2260 You differ from the ledger${claim.ballot === "forecast" ? ` (${label(claim.stands)})` : ""}.`;
  return [...says, h("p", {}, `You said: ${label(vote)}. `, h("strong", {}, compares))];
}

function howItEnded(ended) {
  return [
    h("p", {}, "How it ended:"),
    h(
      "ul",
      { class: "rr-ended" },
      ended.map((end) =>
        h("li", {}, prose("span", end.forecast), " ", h("strong", {}, `By ${end.by}: ${end.outcome}.`)),
      ),
    ),
  ];
}

function verdictDetails(claim) {
  const part = (title, html) => (html ? [h("dt", {}, title), prose("dd", html)] : []);
  const list = (title, names) =>
    names.length
      ? [
          h("dt", {}, title),
          h(
            "dd",
            {},
            names.length === 1
              ? names[0]
              : h(
                  "ul",
                  {},
                  names.map((name) => h("li", {}, name)),
                ),
          ),
        ]
      : [];
  return [
    h(
      "dl",
      {},
      part("Why", claim.why),
      part("Evidence", claim.evidence),
      part("The best case for it", claim.best),
      part("Not verified", claim.unverified),
      list(claim.charts.length === 1 ? "Chart" : "Charts", claim.charts),
      list(claim.events.length === 1 ? "Event" : "Events", claim.events),
    ),
    citationList(claim.sources),
  ].filter(Boolean);
}

function compared(content, model) {
  const words = h("p", { role: "status" });
  const bar = h("div", { class: "rr-bar", "aria-hidden": "true" });
  const key = h("ul", { class: "rr-bar-key" });
  const table = h("table", { class: "rr-table" });
  const element = h(
    "div",
    { class: "rr-tally" },
    h("h4", {}, "Your votes and the ledger"),
    words,
    bar,
    key,
    h("details", { class: "rr-sources" }, h("summary", {}, "By verdict"), table),
  );

  function refresh() {
    const sum = tally(content.claims, content.ballots, model.get("state").votes ?? {});
    const says = inWords(sum);
    if (words.textContent !== says) words.textContent = says;
    const shares = [
      ["agree", sum.agreed, "you agree"],
      ["differ", sum.differed, "you differ"],
      ["none", sum.voted - sum.compared, "not comparable"],
      ["open", sum.all - sum.voted, "no vote yet"],
    ].filter(([, n]) => n);
    bar.replaceChildren(
      ...shares.map(([kind, n]) => {
        const piece = h("span", { "data-kind": kind });
        piece.style.flexGrow = n;
        return piece;
      }),
    );
    key.replaceChildren(
      ...shares.map(([kind, n, label]) =>
        h("li", {}, h("span", { class: "rr-swatch", "data-kind": kind, "aria-hidden": "true" }), `${label}: ${n}`),
      ),
    );
    element.querySelector("details").hidden = sum.compared === 0;
    table.replaceChildren(
      h(
        "thead",
        {},
        h(
          "tr",
          {},
          ["The ledger says", "Your votes", "You agreed"].map((title) => h("th", { scope: "col" }, title)),
        ),
      ),
      h(
        "tbody",
        {},
        sum.verdicts.map((row) =>
          h(
            "tr",
            {},
            h("th", { scope: "row" }, stamp(row.verdict)),
            h("td", {}, String(row.voted)),
            h("td", {}, String(row.agreed)),
          ),
        ),
      ),
    );
  }
  return { element, refresh };
}

function inWords(sum) {
  if (!sum.voted) return `No vote yet on ${plural(sum.all, "claim")}.`;
  const start = `You voted on ${sum.voted} of ${plural(sum.all, "claim")}.`;
  if (!sum.compared) return start;
  return (
    `${start} ${sum.agreed} of ${plural(sum.compared, "vote")} ${sum.agreed === 1 ? "agrees" : "agree"} with the ledger. ` +
    `Somebody who always said \u201caccurate\u201d or \u201cwill come true\u201d would have agreed on ${sum.first}.` +
    (sum.compared < 8 ? " So few votes say little." : "")
  );
}

function filters(content, cards, groups) {
  const section = picker("Section", [["", "all"], ...content.sections.map(({ id, title }) => [id, title])], refresh);
  const verdict = picker(
    "Verdict",
    [["", "any"], ["none", "not voted yet"], ...Object.keys(content.verdicts).map((name) => [name, name])],
    refresh,
  );
  const said = h("p", { class: "rr-hint", role: "status" });

  const fits = (card) =>
    (!section.value() || card.claim.section === section.value()) &&
    (!verdict.value() ||
      (verdict.value() === "none" ? !card.voted() : card.known() && card.claim.verdict === verdict.value()));

  function refresh(event) {
    // A card that has just been voted on stays where it is until the filter is set again.
    if (event) {
      cards.forEach((card) => {
        card.element.hidden = !fits(card);
      });
    }
    groups.forEach((group) => {
      group.hidden = [...group.querySelectorAll(".rr-claim")].every((card) => card.hidden);
    });
    const shown = cards.filter((card) => !card.element.hidden).length;
    const secret =
      verdict.value() && verdict.value() !== "none" ? " A verdict can be looked for among those you have seen." : "";
    const says = `${shown} of ${plural(cards.length, "claim")} shown.${secret}`;
    if (said.textContent !== says) said.textContent = says;
  }
  return { element: h("div", { class: "rr-filters" }, section.element, verdict.element, said), refresh };
}

function picker(label, options, onchange) {
  const select = h(
    "select",
    { onchange },
    options.map(([value, text]) => h("option", { value }, text)),
  );
  return { element: h("label", {}, `${label} `, select), value: () => select.value };
}

export default { render };
