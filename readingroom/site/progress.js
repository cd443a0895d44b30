// What the entries of a record add up to, as learning/progress.py reckons it; a test holds the two to the same sums.

const KEPT = {
  answer: ["item", "answers"],
  draft: ["item", "drafts"],
  note: ["paragraph", "notes"],
  mark: ["paragraph", "marks"],
  guess: ["chart", "guesses"],
  vote: ["claim", "votes"],
  probability: ["forecast", "probabilities"],
  doubt: ["node", "doubts"],
  task: ["task", "tasks"],
  setting: ["name", "settings"],
};

export const oldestFirst = (entries) => [...entries].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));

export function fold(entries) {
  const state = Object.fromEntries(Object.values(KEPT).map(([, place]) => [place, {}]));
  for (const entry of entries) take(state, entry);
  return state;
}

// The state with one more entry; what was given is left as it is.
export function after(state, entry) {
  const copy = Object.fromEntries(Object.entries(state).map(([place, held]) => [place, { ...held }]));
  take(copy, entry);
  return copy;
}

function take(state, { what, ...entry }) {
  if (what === "reset") {
    for (const item of entry.items ?? []) {
      delete state.answers[item];
      delete state.drafts[item];
    }
    return;
  }
  const [field, place] = KEPT[what] ?? [];
  if (!field || !(field in entry)) return;
  const { [field]: subject, ...kept } = entry;
  if (place === "answers") kept.tries = (state.answers[subject]?.tries ?? 0) + 1;
  state[place][subject] = kept;
}
