// One line above a lesson that is not ready yet: that it is opening, or why it does not and what to do.

/** @import { HeaderWidget, Jupyter, Panel } from "./types.js" */

const STYLE =
  "box-sizing: border-box; min-height: 2.6em; padding: 0.6em 1em; line-height: 1.4; " +
  "background: var(--jp-layout-color2); " +
  "color: var(--jp-ui-font-color1); border-bottom: 1px solid var(--jp-border-color1); " +
  "font-size: var(--jp-ui-font-size1);";

/**
 * @param {Jupyter["Widget"]} Widget
 * @param {Panel} panel
 */
export function createNotice(Widget, panel) {
  /** @type {HeaderWidget | null} */
  let shown = null;
  return {
    /** @param {string} words */
    say(words) {
      if (panel.isDisposed) return;
      if (!shown || shown.isDisposed) {
        const node = document.createElement("div");
        node.className = "rr-opening";
        node.style.cssText = STYLE;
        node.setAttribute("role", "status");
        shown = new Widget({ node });
        panel.contentHeader.addWidget(shown);
      }
      shown.node.textContent = words;
    },
    clear() {
      if (shown && !shown.isDisposed) shown.dispose();
      shown = null;
    },
  };
}
