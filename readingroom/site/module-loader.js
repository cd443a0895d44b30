// Runs the modules of a page. They stand as functions in a few scripts (bundles.py writes them): the page begins with
// some, another comes when one of its modules is asked for. A module is named by its path, as in parts/quiz/item.js.

/**
 * @typedef {Record<string, any>} Exports
 * @typedef {(exports: Exports, need: (address: string) => Exports, later: (address: string) => Promise<Exports>,
 *   here: string) => void | Promise<void>} ModuleBody
 * @typedef {{ moduleBodies: Record<string, ModuleBody>, scriptNeeds: Record<string, string[]>,
 *   loadModule: (name: string) => Promise<Exports> }} Modules
 */

(() => {
  const scope = /** @type {typeof globalThis & Modules} */ (globalThis);
  const { moduleBodies, scriptNeeds } = scope;
  /** @type {Map<string, { exports: Exports, ended: void | Promise<void> }>} */
  const running = new Map();
  /** @type {Map<string, Promise<void>>} */
  const coming = new Map();

  /**
   * What a module gives, which runs when it is first asked for; one that failed may be asked for again.
   *
   * @param {string} name
   */
  function run(name) {
    const known = running.get(name);
    if (known) return known;
    /** @type {(address: string) => string} */
    const nameOf = (address) => new URL(address, `file:///${name}`).pathname.slice(1);
    const made = { exports: {}, ended: /** @type {void | Promise<void>} */ (undefined) };
    running.set(name, made);
    try {
      made.ended = moduleBodies[name](
        made.exports,
        (address) => run(nameOf(address)).exports,
        (address) => loadModule(nameOf(address)),
        new URL(name, document.baseURI).href,
      );
    } catch (trouble) {
      running.delete(name);
      throw trouble;
    }
    return made;
  }

  /** @param {string} name */
  async function loadModule(name) {
    const [folder, room] = name.split("/");
    const script = folder === "parts" ? `parts/${room}.js` : name; // as bundles.py names them
    if (scriptNeeds[script] || !moduleBodies[name]) await bring(script);
    const { exports, ended } = run(name);
    await ended;
    return exports;
  }

  /**
   * A script with all that it needs; two folders may need one another.
   *
   * @param {string} script
   * @param {Set<string>} asked those that were asked for on the way to it
   */
  async function bring(script, asked = new Set()) {
    if (asked.has(script)) return;
    asked.add(script);
    if (!scriptNeeds[script]) await fetchOnce(script);
    await Promise.all(scriptNeeds[script].map((need) => bring(need, asked)));
  }

  /** @param {string} src */
  function fetchOnce(src) {
    const known = coming.get(src);
    if (known) return known;
    /** @type {Promise<void>} */
    const script = new Promise((done, failed) => {
      const onerror = () => failed(new Error(`${src} did not come`));
      const onload = () => (scriptNeeds[src] ? done() : onerror());
      document.head.append(Object.assign(document.createElement("script"), { src, onload, onerror }));
    });
    coming.set(src, script);
    script.catch(() => coming.delete(src));
    return script;
  }

  scope.loadModule = loadModule;
  loadModule(/** @type {HTMLScriptElement} */ (document.currentScript).dataset.start ?? "");
})();
