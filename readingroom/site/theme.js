document.documentElement.classList.add("has-scripts");

// A page whose script does not come says so: it can be read, but not answered.
(() => {
  const WARNING =
    "The scripts of this page did not come: you can read it, but not answer. Load it again. If you opened it as a " +
    "file, its folder must be whole: unpack all of the zip first.";
  const warn = () => {
    const says = Object.assign(document.createElement("p"), { role: "alert", textContent: WARNING });
    document.querySelector("main")?.prepend(says);
  };

  /** @param {Event} event */
  function warnOnce({ target }) {
    if (!(target instanceof HTMLScriptElement && target.dataset.start)) return;
    if (document.readyState === "loading") addEventListener("DOMContentLoaded", warn);
    else warn();
  }

  addEventListener("error", warnOnce, true);
})();

// Before anything is painted: the look the reader chose, else the system's. Paper is always light.
(() => {
  const KEY = "reading-room/look";
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const paper = matchMedia("print");
  const root = document.documentElement;
  const storedLook = () => {
    try {
      return localStorage.getItem(KEY);
    } catch {
      return null;
    }
  };
  let chosen = storedLook();
  const isDark = () => (chosen ? chosen === "dark" : dark.matches);

  function show() {
    root.classList.toggle("rr-dark", isDark() && !paper.matches);
    const button = document.getElementById("look");
    if (button) {
      button.hidden = false;
      button.textContent = isDark() ? "Light look" : "Dark look";
    }
  }

  function turn() {
    chosen = isDark() ? "light" : "dark";
    try {
      localStorage.setItem(KEY, chosen);
    } catch {
      /* it lasts as long as the page */
    }
    show();
  }

  show();
  dark.addEventListener("change", show);
  addEventListener("storage", () => {
    chosen = storedLook() ?? chosen;
    show();
  });
  paper.addEventListener("change", show);
  document.addEventListener("DOMContentLoaded", () => {
    show();
    document.getElementById("look")?.addEventListener("click", turn);
  });
})();
