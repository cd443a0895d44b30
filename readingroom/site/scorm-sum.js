// A short sum of a text, in letters and digits: the same in every browser. It guards against no one.

const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/**
 * @param {string} text
 * @param {number} length at most 8
 */
export function sum(text, length) {
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    high = Math.imul(high ^ unit, 2654435761);
    low = Math.imul(low ^ unit, 1597334677);
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  let rest = 4294967296n * BigInt(high >>> 0) + BigInt(low >>> 0);
  let digits = "";
  while (digits.length < length) {
    digits += LETTERS[Number(rest % 64n)];
    rest /= 64n;
  }
  return digits;
}
