// Where things stand on a time axis: pure reckoning, no elements.

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const NARROWEST = { day: 12, month: 12, year: 18 };
// A span narrower than this on the axis is drawn as a point: its two ends would touch.
const SHORT = 14,
  POINT = 12;

// From years to pixels; the year `to` is shown to its end.
export function timeScale(from, to, width) {
  const scale = (at) => ((Math.min(Math.max(at, from), to + 1) - from) / (to + 1 - from)) * width;
  return Object.assign(scale, { perYear: width / (to + 1 - from), width, from, to });
}

// The years to write on the axis, as many as have room, and quarters between them where a year is wide.
export function ticks(scale) {
  const step = [1, 2, 5, 10, 20, 50].find((years) => years * scale.perYear >= 46) ?? 100;
  const found = [];
  for (let year = Math.ceil(scale.from / step) * step; year <= scale.to; year += step) {
    found.push({ at: year, label: String(year) });
  }
  if (scale.perYear < 130) return found;
  for (let year = scale.from; year <= scale.to; year += 1) {
    for (const month of [3, 6, 9]) found.push({ at: year + month / 12, label: MONTHS[month], minor: true });
  }
  return found;
}

// Give each thing (with `left` and `right`) the first row in which it touches no other; return how many rows.
export function intoRows(things) {
  const ends = [];
  for (const thing of things.sort((a, b) => a.left - b.left)) {
    const free = ends.findIndex((end) => end <= thing.left);
    thing.row = free < 0 ? ends.length : free;
    ends[thing.row] = thing.right;
  }
  return ends.length;
}

// Whether an event lies in the years `from` to the end of `to`.
export const within = (event, from, to) => event.end[1] > from && event.start[0] < to + 1;

// An event's mark on the axis: drawn from x0 to x1, keeping `left` to `right` free, which is `least` wide or wider.
export function markOf(event, scale, least) {
  const [begun, ended] = [scale(event.start[0]), scale(event.end[1])];
  const middle = (begun + ended) / 2;
  const short = event.span && ended - begun < SHORT;
  const half = (short ? POINT : event.span ? ended - begun : Math.max(ended - begun, NARROWEST[event.precision])) / 2;
  const free = Math.max(half, least / 2);
  return { event, short, middle, x0: middle - half, x1: middle + half, left: middle - free, right: middle + free };
}

// Keep room for a mark's words beside it: to the right, or to the left where the axis ends. They are cut only where neither side has room.
export function withWords(mark, title, width, perLetter = mark.event.marker ? 7 : 6.2) {
  const room = (words) => words.length * perLetter + 14;
  const side = mark.right + room(title) <= width || width - mark.right >= mark.left ? "right" : "left";
  const free = side === "right" ? width - mark.right : mark.left;
  const words = room(title) <= free ? title : shorten(title, Math.floor((free - 14) / perLetter) - 2);
  return {
    ...mark,
    words,
    side,
    left: side === "left" ? mark.left - room(words) : mark.left,
    right: side === "right" ? mark.right + room(words) : mark.right,
  };
}

export function shorten(text, most) {
  return text.length <= most ? text : `${text.slice(0, most).replace(/\s+\S*$/, "")} \u2026`;
}
