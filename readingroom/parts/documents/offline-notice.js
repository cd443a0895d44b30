// Tells a reader without a connection that the documents cannot be opened now, and that their questions can wait.

import { h, live } from "../base/dom.js";

const WAITS =
  "You seem to be offline, so the links will not open now. Each card still says what its document is; the questions " +
  "can wait until you are online again.";

export function offlineNotice() {
  const element = live({ class: "rr-offline" });
  const show = () => element.replaceChildren(...(navigator.onLine === false ? [h("p", {}, WAITS)] : []));
  addEventListener("offline", show);
  addEventListener("online", show);
  show();
  return {
    element,
    stop() {
      removeEventListener("offline", show);
      removeEventListener("online", show);
    },
  };
}
