// SHA-256 of a text in UTF-8. The browser's own works only on pages that were served safely, which a class's plain-http
// server and a file opened from the disk are not.

/** @param {number} power @param {number} number its digits behind the point, as 32 bits */
const bitsBehindPoint = (number, power) => {
  const root = number ** (1 / power);
  return Math.floor((root - Math.floor(root)) * 2 ** 32);
};

/** The first primes, which the constants of the standard are made from. @param {number} count */
function firstPrimes(count) {
  /** @type {number[]} */
  const primes = [];
  for (let number = 2; primes.length < count; number++) {
    if (primes.every((prime) => number % prime)) primes.push(number);
  }
  return primes;
}

const PRIMES = firstPrimes(64);
const ROUND_CONSTANTS = PRIMES.map((prime) => bitsBehindPoint(prime, 3));
const START = PRIMES.slice(0, 8).map((prime) => bitsBehindPoint(prime, 2));

/** @param {number} word @param {number} by */
const turnRight = (word, by) => (word >>> by) | (word << (32 - by));

/**
 * @param {string} text
 * @returns {Uint8Array} 32 bytes
 */
export function sha256(text) {
  const bytes = padded(new TextEncoder().encode(text));
  const view = new DataView(bytes.buffer);
  const state = Uint32Array.from(START);
  for (let at = 0; at < bytes.length; at += 64) addBlock(state, view, at);
  const sum = new DataView(new ArrayBuffer(32));
  state.forEach((word, place) => sum.setUint32(4 * place, word));
  return new Uint8Array(sum.buffer);
}

/** A bit that is set, then none, then the length in bits: to whole blocks of 64 bytes. @param {Uint8Array} message */
function padded(message) {
  const bytes = new Uint8Array(64 * Math.ceil((message.length + 9) / 64));
  bytes.set(message);
  bytes[message.length] = 0x80;
  const view = new DataView(bytes.buffer);
  view.setUint32(bytes.length - 8, Math.floor(message.length / 2 ** 29));
  view.setUint32(bytes.length - 4, message.length * 8);
  return bytes;
}

/**
 * @param {Uint32Array} state
 * @param {DataView} view
 * @param {number} start
 */
function addBlock(state, view, start) {
  const words = new Uint32Array(64);
  for (let i = 0; i < 16; i++) words[i] = view.getUint32(start + 4 * i);
  for (let i = 16; i < 64; i++) {
    const early = words[i - 15];
    const late = words[i - 2];
    const first = turnRight(early, 7) ^ turnRight(early, 18) ^ (early >>> 3);
    const second = turnRight(late, 17) ^ turnRight(late, 19) ^ (late >>> 10);
    words[i] = words[i - 16] + first + words[i - 7] + second;
  }
  let [a, b, c, d, e, f, g, h] = state;
  for (let i = 0; i < 64; i++) {
    const mixed = turnRight(e, 6) ^ turnRight(e, 11) ^ turnRight(e, 25);
    const chosen = (e & f) ^ (~e & g);
    const one = (h + mixed + chosen + ROUND_CONSTANTS[i] + words[i]) | 0;
    const turned = turnRight(a, 2) ^ turnRight(a, 13) ^ turnRight(a, 22);
    const most = (a & b) ^ (a & c) ^ (b & c);
    [h, g, f, e, d, c, b, a] = [g, f, e, (d + one) | 0, c, b, a, (one + turned + most) | 0];
  }
  [a, b, c, d, e, f, g, h].forEach((word, place) => {
    state[place] += word;
  });
}
