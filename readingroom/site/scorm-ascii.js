// Values as a row of printable ASCII without "~", and back: some systems count bytes, some know one alphabet alone.

const HALF = /\p{Surrogate}/u;
const LONGEST = 64000; // characters; what is longer fits into no system
const BETWEEN_ROWS = /~/g;

/**
 * A list of plain values as JSON without its brackets.
 *
 * @param {unknown[]} values
 */
export function toAscii(values) {
  return escaped(JSON.stringify(values.map(packed)).slice(1, -1)).replace(BETWEEN_ROWS, "\\u007e");
}

/**
 * @param {string} row
 * @returns {any[] | null} null where it is broken
 */
export function fromAscii(row) {
  try {
    return JSON.parse(`[${row}]`).map(unpacked);
  } catch {
    return null;
  }
}

/** @param {string} json */
function escaped(json) {
  return json.replace(/[^ -}]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

/**
 * A text of another script is shorter as the bytes of its UTF-8 in base64, six bits a letter. It stands in a table
 * under the empty name, and so does a table that has that name itself.
 *
 * @param {any} value
 * @returns {any}
 */
function packed(value) {
  if (typeof value === "string") return packedText(value);
  if (Array.isArray(value)) return value.map(packed);
  if (typeof value !== "object" || value === null) return value;
  const pairs = Object.entries(value).map(([name, inner]) => [name, packed(inner)]);
  return Object.hasOwn(value, "") ? { "": pairs } : Object.fromEntries(pairs);
}

/** @param {string} text */
function packedText(text) {
  const plain = escaped(JSON.stringify(text));
  if (plain.length === text.length + 2 || text.length > LONGEST || HALF.test(text)) return text;
  const bytes = btoa(String.fromCharCode(...new TextEncoder().encode(text)));
  return bytes.length + '{"":""}'.length < plain.length ? { "": bytes } : text;
}

/**
 * @param {any} value
 * @returns {any}
 */
function unpacked(value) {
  if (Array.isArray(value)) return value.map(unpacked);
  if (typeof value !== "object" || value === null) return value;
  const inner = value[""];
  if (typeof inner === "string") return unpackedText(inner);
  const pairs = Array.isArray(inner) ? inner : Object.entries(value);
  return Object.fromEntries(pairs.map(([name, packedValue]) => [name, unpacked(packedValue)]));
}

/** @param {string} bytes */
function unpackedText(bytes) {
  return new TextDecoder("utf-8", { ignoreBOM: true }).decode(
    Uint8Array.from(atob(bytes), (letter) => letter.charCodeAt(0)),
  );
}
