// Has the browser keep the course, so that it opens with no network, and tells the reader of a newer edition.

const HERE = ["localhost", "127.0.0.1", "[::1]"]; // pages of one's own machine need no network, and change often
const KEPT = "In this browser these pages now open without a network too.";
const NEWER = "A newer edition of this course is here. What you answered and wrote stays. ";

/** Ask for it where the page belongs to a site, a browser can, and its reader does not save data. */
export async function keepForOffline() {
  const { worker, manifest } =
    /** @type {HTMLElement | null} */ (document.querySelector("script[data-worker]"))?.dataset ?? {};
  const { serviceWorker, connection } = /** @type {Navigator & { connection?: { saveData: boolean } }} */ (navigator);
  if (!worker || !manifest || !serviceWorker || connection?.saveData || HERE.includes(location.hostname)) return;
  const hadWorker = Boolean(serviceWorker.controller);
  // Where another edition took over, in this window or in another, nothing of the old one is on its pages any more.
  serviceWorker.addEventListener("controllerchange", () => hadWorker && location.reload());
  try {
    const registration = await serviceWorker.register(worker);
    // Here and not in the page, whose reader may have opened it as a file, where it would be refused.
    document.head.append(Object.assign(document.createElement("link"), { rel: "manifest", href: manifest }));
    tellOfNewer(registration);
    await serviceWorker.ready;
    document.querySelectorAll(".rr-offline").forEach((line) => line.append(KEPT));
  } catch {
    // The server changes what it sends, or there is no room: the course is read with a network, as before.
  }
}

/** @param {ServiceWorkerRegistration} registration */
function tellOfNewer(registration) {
  if (registration.waiting?.state === "installed") offer(registration.waiting);
  registration.addEventListener("updatefound", () => {
    const coming = registration.installing;
    coming?.addEventListener("statechange", () => {
      if (coming.state === "installed" && navigator.serviceWorker.controller) offer(coming);
    });
  });
}

/** @param {ServiceWorker} newer */
function offer(newer) {
  const button = Object.assign(document.createElement("button"), { type: "button", textContent: "Show it" });
  button.addEventListener("click", () => newer.postMessage("take over"));
  const line = Object.assign(document.createElement("p"), { className: "rr-newer" });
  line.setAttribute("role", "status");
  document.querySelector("main")?.prepend(line);
  // It takes over, or a still newer one came: the line would lead nowhere. Firefox tells this after the page was
  // loaded.
  newer.addEventListener("statechange", () => line.remove());
  line.append(NEWER, button); // into a line that stands, so that it is announced
}
