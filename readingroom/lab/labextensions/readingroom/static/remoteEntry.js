// What JupyterLab and Notebook 7 load of this extension: a federated module written by hand, without a build. It says
// which plugin there is; what the plugin does stands in opening.js.

{
  const HERE = new URL(".", /** @type {HTMLScriptElement} */ (document.currentScript).src);
  const modules = Promise.all([import(new URL("opening.js", HERE).href), import(new URL("mathless.js", HERE).href)]);

  /**
   * What JupyterLab shares, by package and version.
   *
   * @type {Record<string, Record<string, { get: () => Promise<() => object> }>>}
   */
  let scope = {};
  const PACKAGES = [
    "@jupyterlab/notebook",
    "@jupyterlab/cells",
    "@jupyterlab/rendermime",
    "@jupyterlab/services",
    "@jupyterlab/settingregistry",
    "@lumino/widgets",
  ];
  /** @returns {Promise<import("./types.js").SharedNames>} */
  async function shared() {
    const packages = await Promise.all(PACKAGES.map((name) => Object.values(scope[name])[0].get()));
    return Object.assign({}, ...packages.map((read) => read()));
  }

  async function extension() {
    const { ILatexTypesetter, INotebookTracker, ISettingRegistry, ...names } = await shared();
    const [{ openLessons }, { skipMathless }] = await modules;
    const plugin = {
      id: "readingroom:opening",
      description: "Opens the lessons of a Reading Room course ready to be read.",
      autoStart: true,
      requires: [INotebookTracker],
      optional: [ISettingRegistry, ILatexTypesetter],
      /** @param {any[]} given */
      activate: (...[app, tracker, settings, typesetter]) => {
        if (typesetter) skipMathless(typesetter);
        openLessons({ app, tracker, settings, ...names, here: HERE });
      },
    };
    return () => ({ __esModule: true, default: plugin });
  }

  const containers = /** @type {{ _JUPYTERLAB?: Record<string, unknown> }} */ (globalThis);
  containers._JUPYTERLAB ??= {};
  containers._JUPYTERLAB.readingroom = {
    /** @param {typeof scope} shareScope */
    init: (shareScope) => {
      scope = shareScope;
    },
    get: extension,
  };
}
