// Acts that wait until their element comes near the window, or until everything is asked for.

/** @typedef {() => Promise<void>} Act */

const NEAR = "600px";
const IDLE = 1000; // milliseconds, for a browser that does not say when it is idle
/** @type {Set<Act>} */
const waiting = new Set();
/** @type {Set<Act>} */
const begun = new Set();

/**
 * Call `act` once, when `element` comes near the window or when everything is asked for; return what does it now.
 *
 * @param {Element} element
 * @param {() => void | Promise<void>} act
 * @param {string} near - how far from the window it is near
 * @returns {Act}
 */
export function whenNear(element, act, near = NEAR) {
  /** @type {Promise<void> | null} */
  let done = null;
  const now = () => {
    watch.disconnect();
    return (done ??= begin());
  };
  const begin = () => {
    begun.add(now);
    return (async () => act())().finally(() => {
      waiting.delete(now);
      begun.delete(now);
    });
  };
  const watch = new IntersectionObserver(
    (changes) => {
      if (changes.some((change) => change.isIntersecting)) now();
    },
    { rootMargin: near },
  );
  watch.observe(element);
  waiting.add(now);
  return now;
}

/**
 * Call `act` once the page has nothing else to do, however far down its element stands.
 *
 * @param {() => void} act
 */
export const whenIdle = (act) =>
  "requestIdleCallback" in globalThis ? requestIdleCallback(act) : setTimeout(act, IDLE);

/** The browser has its turn: a finger that scrolls is not held up. A timer would take a second in a hidden tab. */
export const browserTurn = () =>
  new Promise((done) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = done;
    port2.postMessage(null);
  });

// What is near waits no longer: before printing, everything is. What is already on its way is waited for too.
export async function everything() {
  while (waiting.size) await Promise.all([...waiting].map((now) => now()));
}

// What has come near is there, once the browser has looked what is near.
export async function underWay() {
  const nextFrame = () =>
    new Promise((done) => {
      requestAnimationFrame(() => setTimeout(done));
    });
  await nextFrame();
  while (begun.size) {
    await Promise.all([...begun].map((now) => now()));
    await nextFrame();
  }
}
