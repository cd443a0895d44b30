// The service worker of a site: what it keeps, what it serves, and that it never mixes two editions.

import assert from "node:assert/strict";
import test from "node:test";

const SCOPE = "https://course.test/reading/";
let copies = 0;

const digest = async (text) =>
  [...new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text)))]
    .map((byte) => byte.toString(16).padStart(2, "0"))
    .join("")
    .slice(0, 32);

const digests = async (files) =>
  Object.fromEntries(await Promise.all(Object.entries(files).map(async ([name, text]) => [name, await digest(text)])));

// A cache of the browser: what is in it by address.
class FakeCache extends Map {
  async match(key) {
    return super.get(key)?.clone();
  }
  async put(key, answer) {
    this.set(key, answer);
  }
  async keys() {
    return [...super.keys()].map((url) => ({ url }));
  }
  async delete(request) {
    return super.delete(request.url);
  }
}

// A worker of an edition with these files, over `served`, what the server has now, and a cache.
async function worker({ core, late = {}, served = { ...core, ...late }, cache = new FakeCache() }) {
  const listeners = {};
  const fetched = [];
  Object.assign(globalThis, {
    edition: { course: "c", core: await digests(core), late: await digests(late) },
    registration: { scope: SCOPE },
    caches: { open: async () => cache },
    addEventListener: (name, listener) => (listeners[name] = listener),
    fetch: async (asked) => {
      const name = String(asked.url ?? asked).slice(SCOPE.length) || "index.html";
      fetched.push(name);
      return new Response(served[name] ?? "no such file", { status: name in served ? 200 : 404 });
    },
  });
  copies += 1;
  await import(`../../readingroom/site/offline/worker.js?copy=${copies}`);
  return {
    cache,
    fetched,
    served,
    does: (name) => new Promise((done, failed) => listeners[name]({ waitUntil: (task) => task.then(done, failed) })),
    // The text that a page gets, or null where the worker leaves the request to the network.
    asked: async (address, method = "GET") => {
      let answer = null;
      listeners.fetch({
        request: { method, url: new URL(address, SCOPE).href },
        respondWith: (told) => (answer = told),
      });
      return answer && (await answer).text();
    },
  };
}

const CORE = { "index.html": "contents", "a.html": "a lesson" };

test("what is installed is served without the server", async () => {
  const { does, asked, served } = await worker({ core: CORE });
  await does("install");
  for (const name of Object.keys(served)) delete served[name];

  assert.deepEqual([await asked(""), await asked("a.html#part")], ["contents", "a lesson"]);
});

test("what came late is kept once it was asked for", async () => {
  const { does, asked, fetched, served } = await worker({ core: CORE, late: { "big.js": "big" } });
  await does("install");
  assert.ok(!fetched.includes("big.js"));
  await asked("big.js");
  delete served["big.js"];

  assert.equal(await asked("big.js"), "big");
});

test("a query changes nothing, another site and what is sent are left to the network", async () => {
  const { does, asked } = await worker({ core: CORE });
  await does("install");

  assert.equal(await asked("a.html?from=mail"), "a lesson");
  assert.equal(await asked("https://elsewhere.test/a.html"), null);
  assert.equal(await asked("a.html", "POST"), null);
  assert.equal(await asked("live/lab/index.html"), null);
});

test("an edition of which the server has another file already is not installed", async () => {
  const { does, cache } = await worker({ core: CORE, served: { ...CORE, "a.html": "a newer lesson" } });

  await assert.rejects(does("install"), { message: "a.html is not of this edition on the server" });
  assert.equal(cache.size, 1);
});

test("a late file of another edition is an error, not a mixture", async () => {
  const { does, asked, served } = await worker({ core: CORE, late: { "big.js": "big" } });
  await does("install");
  served["big.js"] = "bigger";

  await assert.rejects(asked("big.js"), { message: "big.js is not of this edition on the server" });
});

test("a server that is down is not taken for a file", async () => {
  const { does } = await worker({ core: CORE, served: {} });

  await assert.rejects(does("install"), { message: "index.html is not of this edition on the server" });
});

test("where the browser took back what was kept, the server's edition is shown whole", async () => {
  const { does, asked, served, cache } = await worker({ core: CORE });
  await does("install");
  cache.clear();
  Object.assign(served, { "index.html": "newer contents", "a.html": "a newer lesson" });

  assert.deepEqual([await asked(""), await asked("a.html")], ["newer contents", "a newer lesson"]);
});

test("an older edition goes, and what another copy of the course on this host keeps stays", async () => {
  const cache = new FakeCache([["https://course.test/another/kept/abc", new Response("theirs")]]);
  const older = await worker({ core: { ...CORE, "gone.html": "gone" }, cache });
  await older.does("install");
  const newer = await worker({ core: CORE, cache });
  await newer.does("install");
  await newer.does("activate");

  assert.deepEqual([cache.size, cache.has("https://course.test/another/kept/abc")], [3, true]);
});

test("a newer edition fetches what has changed, and drops the older once it takes over", async () => {
  const older = await worker({ core: { ...CORE, "gone.html": "gone" } });
  await older.does("install");
  const newer = await worker({ core: { ...CORE, "a.html": "a newer lesson" }, cache: older.cache });
  await newer.does("install");
  assert.deepEqual(newer.fetched, ["a.html"]);
  assert.equal(newer.cache.size, 4);
  await newer.does("activate");

  assert.equal(newer.cache.size, 2);
  assert.deepEqual([await newer.asked(""), await newer.asked("a.html")], ["contents", "a newer lesson"]);
});
