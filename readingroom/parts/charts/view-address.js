// A view of a chart of trade as an address and as a cell's call.

/** @import { Asked, AskContent } from "./types.js" */

// What an address may say; the first is meant where it says nothing.
const VIEW_FLOWS = ["both", "exports", "imports"];
const VIEW_MEASURES = ["share", "value"];

/**
 * @param {string} chart
 * @param {Asked} asked
 */
export function addressOf(chart, { partners, flow, measure, since, until }) {
  const { origin, pathname } = location;
  const query = new URLSearchParams({
    chart,
    partners: partners.join(" "),
    flow,
    measure,
    since: String(since),
    until: String(until),
  });
  return `${origin}${pathname}?${query}#rr-chart-${chart}`;
}

/**
 * What an address asks of a chart; null where it asks nothing of this one. What is no sound question falls away.
 *
 * @param {string} search
 * @param {string} chart
 * @param {AskContent} ask
 * @returns {Asked | null}
 */
export function askedIn(search, chart, ask) {
  const query = new URLSearchParams(search);
  if (query.get("chart") !== chart) return null;
  const flow = among(VIEW_FLOWS, query.get("flow"));
  const measure = among(VIEW_MEASURES, query.get("measure"));
  const known = ask.partners.filter(({ views }) => views.includes(`${measure}-${flow}`)).map(({ id }) => id);
  const named = (query.get("partners") ?? "").split(/[ ,]+/).filter((id) => known.includes(id));
  const year = (/** @type {string} */ name, /** @type {number} */ otherwise) => {
    const given = Number(query.get(name) ?? Number.NaN);
    return given >= ask.first && given <= ask.last ? Math.round(given) : otherwise;
  };
  const [since, until] = [year("since", ask.first), year("until", ask.last)];
  const years = since < until ? { since, until } : { since: ask.first, until: ask.last };
  return { partners: named.length ? named : known, flow, measure, ...years };
}

/**
 * @param {string[]} known
 * @param {string | null} given
 */
const among = (known, given) => (given !== null && known.includes(given) ? given : known[0]);

/**
 * @param {string} caller
 * @param {string} chart
 * @param {Asked} asked
 */
export function callOf(caller, chart, { partners, flow, measure, since, until }) {
  const names = partners.map((id) => `"${id}"`).join(", ");
  const asked = `partners=[${names}], flow="${flow}", measure="${measure}", since=${since}, until=${until}`;
  return `${caller}.chart("${chart}", ${asked})`;
}
