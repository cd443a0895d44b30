// How right an answer is, from 0 to 1. scoring.py says the same; tests/scoring_cases.json holds both to it.

export function fraction(key, response) {
  return SCORERS[key.kind](key, response);
}

export function isAnswered(key, response) {
  if (key.kind === "number") return parseNumber(response) !== null;
  if (key.kind === "place" || key.kind === "rubric") {
    return (
      isPlain(response) &&
      Object.values(response).some((value) => value !== "" && value !== null && value !== undefined)
    );
  }
  if (typeof response === "string") return normalise(response) !== "";
  return Array.isArray(response) ? response.length > 0 : Boolean(response);
}

const isPlain = (value) => typeof value === "object" && value !== null && !Array.isArray(value);

const SCORERS = {
  one: (key, response) => Number(typeof response === "string" && key.right.includes(response)),

  several(key, response) {
    const chosen = new Set(Array.isArray(response) ? response : []);
    const right = new Set(key.right);
    let balance = 0;
    for (const id of chosen) balance += right.has(id) ? 1 : -1;
    return Math.max(0, balance / right.size);
  },

  order(key, response) {
    const same =
      Array.isArray(response) && [...response].map(String).sort().join("\n") === [...key.right].sort().join("\n");
    if (!same) return 0;
    const place = new Map(response.map((id, i) => [id, i]));
    let kept = 0,
      pairs = 0;
    key.right.forEach((a, i) =>
      key.right.slice(i + 1).forEach((b) => {
        pairs += 1;
        kept += place.get(a) < place.get(b) ? 1 : 0;
      }),
    );
    return Math.max(0, (2 * kept - pairs) / pairs);
  },

  place(key, response) {
    if (!isPlain(response)) return 0;
    const cards = Object.entries(key.right);
    return cards.filter(([card, place]) => response[card] === place).length / cards.length;
  },

  number(key, response) {
    const value = parseNumber(response);
    return Number(value !== null && Math.abs(value - key.right) <= key.tolerance + 1e-9);
  },

  short(key, response) {
    const said =
      typeof response === "string" ? [normalise(response), normalise(response.replace(/\([^)]*\)/g, " "))] : [];
    return Number(key.right.some((answer) => normalise(answer) !== "" && said.includes(normalise(answer))));
  },

  rubric(key, response) {
    if (!isPlain(response)) return 0;
    let points = 0,
      most = 0;
    for (const [criterion, best] of Object.entries(key.most)) {
      points += Math.min(Math.max(Number(response[criterion]) || 0, 0), best);
      most += best;
    }
    return points / most;
  },
};

export function normalise(text) {
  const plain = text
    .toLowerCase()
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/['\u2019]/g, "");
  const words = plain
    .replace(/[^a-z0-9]+/g, " ")
    .trim()
    .split(" ");
  return (words.length > 1 && ["the", "a", "an"].includes(words[0]) ? words.slice(1) : words).join(" ");
}

export function parseNumber(text) {
  if (typeof text !== "string" && typeof text !== "number") return null;
  let plain = String(text)
    .trim()
    .toLowerCase()
    .replace(/[\u2212\u2013]/g, "-");
  plain = plain.replace(/^(about|around|ca\.?|circa|roughly|~|usd|us\$|\$)\s*/, "");
  plain = plain.replace(/\s*(%|percent|per cent|[a-z][a-z .]*)$/, "").trim();
  plain = plain.replace(/(?<=\d)[\s\u00a0'](?=\d{3}(\D|$))/g, "");
  if (plain.includes(",") && plain.includes(".")) {
    plain =
      plain.lastIndexOf(".") > plain.lastIndexOf(",")
        ? plain.replaceAll(",", "")
        : plain.replaceAll(".", "").replaceAll(",", ".");
  } else if (/^[-+]?[1-9]\d{0,2}(,\d{3})+$/.test(plain)) {
    plain = plain.replaceAll(",", "");
  } else {
    plain = plain.replace(",", ".");
  }
  return /^[-+]?(\d+(\.\d*)?|\.\d+)$/.test(plain) ? Number(plain) : null;
}

// Certainty-based marks: level -> marks when right, marks when wrong; certainty.py says the same.
export const LEVELS = { 1: [1, 0], 2: [2, -2], 3: [3, -6] };

export function marks(right, level) {
  const [won, lost] = LEVELS[level];
  return right * won + (1 - right) * lost;
}
