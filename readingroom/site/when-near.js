// Acts that wait until their element comes near the window, or until everything is asked for.

const NEAR = "600px";
const waiting = new Set();
const begun = new Set();

// Calls `act` once, when `element` comes near the window or when everything is asked for; returns what does it now.
export function whenNear(element, act) {
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
    (seen) => {
      if (seen.some((each) => each.isIntersecting)) now();
    },
    { rootMargin: NEAR },
  );
  watch.observe(element);
  waiting.add(now);
  return now;
}

// What is near waits no longer: before printing, everything is. What is already on its way is waited for too.
export async function everything() {
  while (waiting.size) await Promise.all([...waiting].map((now) => now()));
}

// What has come near is there, once the browser has looked what is near.
export async function underWay() {
  const looked = () =>
    new Promise((done) => {
      requestAnimationFrame(() => setTimeout(done));
    });
  await looked();
  while (begun.size) {
    await Promise.all([...begun].map((now) => now()));
    await looked();
  }
}
