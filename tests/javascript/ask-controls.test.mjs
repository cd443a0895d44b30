// The controls with which a reader asks a chart, on a document that is only a tree.

import "./fake-document.mjs";

import assert from "node:assert/strict";
import { test, beforeEach } from "node:test";

import { fakeModel } from "./fake-model.mjs";

const { askControls } = await import("../../readingroom/parts/charts/ask-controls.js");

const ASK = {
  partners: [
    { id: "here", label: "Here", views: ["share-both", "share-exports", "value-both"] },
    { id: "there", label: "There", views: ["share-both"] },
  ],
  tests: "here",
  first: 1992,
  last: 2022,
  asked: { partners: ["here", "there"], flow: "both", measure: "share", since: 1992, until: 2022 },
  caller: "lesson",
};

// What gets no answer would be asked again, and the tests would not end.
beforeEach((t) => t.mock.timers.enable({ apis: ["setTimeout"] }));

function controls() {
  const model = fakeModel({ asked: {}, answer: {} });
  const { element } = askControls(ASK, "trade", model);
  const [here, there] = element.querySelectorAll("input");
  const [flow, measure, since, until] = element.querySelectorAll("select");
  const said = () => element.querySelector(".rr-asked").textContent;
  const change = (input, fields) => {
    Object.assign(input, fields);
    input.dispatch("change");
  };
  return { model, element, here, there, flow, measure, since, until, said, change };
}

test("at first nothing is said, and what the chart shows is chosen", () => {
  const { here, there, flow, since, until, said } = controls();

  assert.deepEqual(
    [here.checked, there.checked, flow.value, since.value, until.value],
    [true, true, "both", "1992", "2022"],
  );
  assert.equal(said(), "");
});

test("what is chosen is asked for, and that the figure follows is announced", () => {
  const { model, there, since, said, change } = controls();

  change(there, { checked: false });
  change(since, { value: "2000" });
  model.set("answer", { finding: "In 2022: Here 1" });

  assert.deepEqual(model.get("asked"), {
    partners: ["here"],
    flow: "both",
    measure: "share",
    since: 2000,
    until: 2022,
  });
  assert.match(said(), /show what you asked for/);
});

test("a partner of whom a view is not known cannot be chosen in it", () => {
  const { model, there, flow, change } = controls();

  change(flow, { value: "exports" });

  assert.equal(there.disabled, true);
  assert.deepEqual(model.get("asked").partners, ["here"]);
});

test("all that cannot be asked is said at once, and nothing is sent", () => {
  const { model, here, there, since, said, change } = controls();
  since.value = "2022";
  there.checked = false;

  change(here, { checked: false });

  assert.match(said(), /at least one partner.*first year must come before/);
  assert.deepEqual(model.get("asked"), {});
});

test("what the kernel answers in words is said", () => {
  const { model, there, said, change } = controls();
  change(there, { checked: false });

  model.set("answer", { trouble: "no such year" });

  assert.equal(said(), "no such year");
});

test("what is shown already is not asked for again", () => {
  const { model, there, said, change } = controls();
  change(there, { checked: false });
  model.set("answer", { trouble: "no such year" });
  const asked = model.get("asked");

  change(there, {});

  assert.equal(model.get("asked"), asked);
  assert.equal(said(), "no such year");
});

test("where a broken connection brought the kernel's old question back, the answer says what is shown", () => {
  const { model, there, said, change } = controls();
  change(there, { checked: false });
  const to = model.get("asked");
  model.set("asked", {});

  model.set("answer", { to, finding: "In 2022: Here 1" });

  assert.match(said(), /show what you asked for/);
  assert.equal(there.checked, false);
});

test("a kernel that does not answer is named", (t) => {
  const { there, said, change } = controls();
  change(there, { checked: false });

  t.mock.timers.tick(8000);

  assert.match(said(), /kernel does not answer/);
});
