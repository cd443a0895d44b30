// Drawings that take a while and are asked for quickly one after the other: the one asked for last must stand at the
// end.

/**
 * Return a function that calls `act` once no earlier call is under way; of several that wait the last alone is made.
 * Each call ends when what it waited for has ended.
 *
 * @param {() => Promise<void>} act
 * @returns {() => Promise<void>}
 */
export function latestLast(act) {
  let asked = 0;
  let done = Promise.resolve();
  return () => {
    asked += 1;
    const turn = asked;
    const next = () => (turn === asked ? act() : undefined);
    done = done.then(next, next);
    return done;
  };
}
