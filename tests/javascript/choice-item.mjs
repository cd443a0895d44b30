// An item with two options, the first of them right.

const option = (id) => ({ id, html: id, why: `Why ${id}.` });
export const ITEM = {
  id: "i-1",
  kind: "choice",
  prompt: "Which?",
  options: [option("a"), option("b")],
  key: { kind: "one", right: ["a"] },
  readAgain: [],
};
