// What hangs on a claim: asked once the verdict is known, answered with one press.

import assert from "node:assert/strict";
import test from "node:test";

import "./fake-document.mjs";
import { fakeModel } from "./fake-model.mjs";
import { weighingBox } from "../../readingroom/parts/claims/weighing-box.js";

const MATERIALITIES = { light: "", middle: "", heavy: "" };

// The box of a claim that the ledger calls heavy, with what was saved through it.
function asked({ weighings = {}, all = false, materiality = "heavy" } = {}) {
  const model = fakeModel({ state: { weighings } });
  const saved = [];
  const saver = {
    save(entry) {
      saved.push(entry);
      model.set("state", { weighings: { [entry.claim]: { materiality: entry.materiality } } });
    },
  };
  const box = weighingBox(
    { id: "c", materiality, hangs: "The thesis." },
    { content: { materialities: MATERIALITIES }, model, saver, reading: { all }, voted: () => box.refresh(true) },
  );
  const find = (selector) => box.element.querySelector(selector);
  const buttons = () => box.element.querySelectorAll("button");
  return { box, saved, find, buttons, told: () => find(".rr-said").textContent };
}

test("before the verdict is known nothing is asked", () => {
  const { box, find } = asked();

  box.refresh(false);

  assert.equal(find(".rr-weighing").hidden, true);
});

test("with the verdict the question stands there, and no judgement yet", () => {
  const { box, find, told } = asked();

  box.refresh(true);

  assert.deepEqual([find(".rr-weighing").hidden, find("fieldset").hidden, told()], [false, false, ""]);
});

test("the steps are named from the lightest to the heaviest", () => {
  assert.deepEqual(
    asked()
      .buttons()
      .map((button) => button.textContent),
    ["light", "middle", "heavy"],
  );
});

test("one press saves the step and brings what the ledger says", () => {
  const { box, saved, buttons, told } = asked();
  box.refresh(true);

  buttons()[1].dispatch("click");

  assert.deepEqual(saved, [{ what: "weighing", claim: "c", materiality: "middle" }]);
  assert.match(told(), /The ledger says: heavy .*You said: middle\. .*less weight than the ledger/);
});

test("who says the same agrees", () => {
  const { box, buttons, told, find } = asked();
  box.refresh(true);

  buttons()[2].dispatch("click");

  assert.match(told(), /You agree with the ledger/);
  assert.equal(find(".rr-said").dataset.kind, "agree");
});

test("a second press changes nothing", () => {
  const { box, saved, buttons } = asked({ weighings: { c: { materiality: "light" } } });
  box.refresh(true);

  buttons()[2].dispatch("click");

  assert.deepEqual(saved, []);
});

test("what was chosen is pressed, and the others can no longer be", () => {
  const { box, buttons } = asked({ weighings: { c: { materiality: "light" } } });

  box.refresh(true);

  assert.deepEqual(
    buttons().map((button) => [button.getAttribute("aria-pressed"), button.getAttribute("aria-disabled")]),
    [
      ["true", "true"],
      ["false", "true"],
      ["false", "true"],
    ],
  );
});

test("a reader who has all verdicts shown reads the ledger's judgement unasked", () => {
  const { box, find, told } = asked({ all: true });

  box.refresh(true);

  assert.equal(find("fieldset").hidden, true);
  assert.match(told(), /^The ledger says: heavy/);
});

test("a judgement that stays the same is not said again", () => {
  const { box, find } = asked({ weighings: { c: { materiality: "light" } } });
  box.refresh(true);
  const said = find(".rr-said").children[0];

  box.refresh(true);

  assert.equal(find(".rr-said").children[0], said);
});

test("a claim that the course does not judge is not asked about", () => {
  assert.equal(asked({ materiality: "" }).find(".rr-weighing"), null);
});

test("on paper the steps stand to be ticked until one was chosen", () => {
  const open = asked();
  open.box.refresh(false);
  const closed = asked({ weighings: { c: { materiality: "light" } } });
  closed.box.refresh(true);

  assert.match(open.find(".rr-weigh-paper").textContent, /\u25A1 light/);
  assert.deepEqual([open.find(".rr-weigh-paper").hidden, closed.find(".rr-weigh-paper").hidden], [false, true]);
});
