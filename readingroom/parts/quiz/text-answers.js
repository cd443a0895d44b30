// Reading what a learner typed: words without their spelling's accidents, numbers as people write them.
// learning/text_answers.py does the same; tests/scoring_cases.json holds both to it.

/**
 * Words in small letters without accents, punctuation, doubled spaces or a leading article.
 *
 * @param {string} text
 */
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

/**
 * The number that was typed, or null: a decimal comma, thousands marks, a sign and a unit are understood.
 *
 * @param {unknown} text
 */
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
    const commaIsDecimal = plain.lastIndexOf(".") < plain.lastIndexOf(",");
    plain = commaIsDecimal ? plain.replaceAll(".", "").replaceAll(",", ".") : plain.replaceAll(",", "");
  } else if (/^[-+]?[1-9]\d{0,2}(,\d{3})+$/.test(plain)) {
    plain = plain.replaceAll(",", "");
  } else {
    plain = plain.replace(",", ".");
  }
  return /^[-+]?(\d+(\.\d*)?|\.\d+)$/.test(plain) ? Number(plain) : null;
}
