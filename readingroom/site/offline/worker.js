// The service worker of a site: keeps the files of one edition in the browser, and serves them from there. What it
// takes from the server it checks by its digest, so that a page never gets files of two editions. The edition's list,
// `globalThis.edition`, stands above this script in the worker.js of a site: edition.py writes it.

/**
 * How the digests of an edition's files begin, by their names, relative to the site's folder.
 *
 * @typedef {object} Edition
 * @property {string} course the cache's name
 * @property {Record<string, string>} core kept at the first visit
 * @property {Record<string, string>} late kept once they were asked for
 */

/**
 * What happens to a worker: it is installed, takes over, is asked for a file, is told something by a page.
 *
 * @typedef {object} WorkerEvent
 * @property {(task: Promise<unknown>) => void} waitUntil
 * @property {(answer: Promise<Response>) => void} respondWith
 * @property {Request} request
 * @property {any} data
 */

/**
 * @typedef {object} PageWorker
 * @property {Edition} edition
 * @property {{ scope: string }} registration
 * @property {() => Promise<void>} skipWaiting
 * @property {(name: string, listener: (event: WorkerEvent) => void) => void} addEventListener
 */

const worker = /** @type {PageWorker} */ (/** @type {unknown} */ (globalThis));
const { course, core, late } = worker.edition;
const FIRST = "index.html";

worker.addEventListener("install", (event) => event.waitUntil(keepCore()));
worker.addEventListener("activate", (event) => event.waitUntil(dropOlder()));
worker.addEventListener("message", ({ data }) => {
  if (data === "take over") worker.skipWaiting();
});
worker.addEventListener("fetch", (event) => {
  const name = nameOf(event.request);
  if (name) event.respondWith(fileOf(name, event.request));
});

/**
 * The file of this edition that is asked for, or "".
 *
 * @param {Request} request
 */
function nameOf({ method, url }) {
  const { scope } = worker.registration;
  if (method !== "GET" || !url.startsWith(scope)) return "";
  const path = new URL(url).pathname.slice(new URL(scope).pathname.length);
  const name = path || FIRST;
  return name in core || name in late ? name : "";
}

/** @param {string} name */
const digestOf = (name) => core[name] ?? late[name];

/**
 * Where the cache keeps what has this digest, whatever the file is called.
 *
 * @param {string} digest
 */
const keyOf = (digest) => `${worker.registration.scope}kept/${digest}`;

async function keepCore() {
  const cache = await caches.open(course);
  // The first page comes first: where a server changes what it sends, nothing else is fetched in vain.
  for (const name of [FIRST, ...Object.keys(core)]) {
    if (!(await cache.match(keyOf(core[name])))) await keep(cache, name);
  }
}

/**
 * @param {string} name
 * @param {Request} request
 */
async function fileOf(name, request) {
  const cache = await caches.open(course);
  const found = await cache.match(keyOf(digestOf(name)));
  if (found) return found;
  // The browser took back what was kept: what the server has now is one edition too.
  if (!(await cache.match(keyOf(core[FIRST])))) return fetch(request);
  return keep(cache, name);
}

/**
 * Fetch a file of this edition, keep it, and return it; an error where the server has another.
 *
 * @param {Cache} cache
 * @param {string} name
 */
async function keep(cache, name) {
  // What the browser fetched for the page is not fetched again, unless it is of another edition.
  for (const mode of /** @type {RequestCache[]} */ (["default", "reload"])) {
    const answer = await fetch(new URL(name, worker.registration.scope), { cache: mode });
    const body = await answer.arrayBuffer();
    if (!answer.ok || !(await sumOf(body)).startsWith(digestOf(name))) continue;
    const headers = { "Content-Type": answer.headers.get("Content-Type") ?? "" };
    await cache.put(keyOf(digestOf(name)), new Response(body, { headers }));
    return new Response(body, { headers });
  }
  throw new Error(`${name} is not of this edition on the server`);
}

/** @param {ArrayBuffer} body */
async function sumOf(body) {
  const bytes = new Uint8Array(await crypto.subtle.digest("SHA-256", body));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

async function dropOlder() {
  const cache = await caches.open(course);
  const wanted = new Set([...Object.values(core), ...Object.values(late)].map(keyOf));
  // Another copy of the course, elsewhere on this host, keeps its files in the same cache.
  const older = (await cache.keys()).filter(({ url }) => url.startsWith(keyOf("")) && !wanted.has(url));
  await Promise.all(older.map((request) => cache.delete(request)));
}
