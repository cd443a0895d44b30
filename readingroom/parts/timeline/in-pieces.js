// Work that nobody waits for, done a few acts at a time: all at once it would hold a phone up.

const PIECE = 8; // acts
const PAUSE = 30; // milliseconds between pieces

/** Acts are done once each, in the order in which they were added; `finish` does at once all that are left. */
export function inPieces() {
  /** @type {Set<() => void>} */
  const left = new Set();
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;

  /** @param {number} many */
  function some(many) {
    timer = undefined;
    for (const act of [...left].slice(0, many)) {
      left.delete(act);
      act();
    }
    goOn();
  }

  function goOn() {
    if (left.size) timer ??= setTimeout(() => some(PIECE), PAUSE);
  }

  function stop() {
    clearTimeout(timer);
    timer = undefined;
  }

  return {
    /** @param {() => void} act */
    add(act) {
      left.add(act);
      goOn();
    },
    finish() {
      stop();
      some(left.size);
    },
    stop,
  };
}
