// Taking the record along: as a file from the browser, and, where nothing is kept, offered in time in the part that is worked in.

import { h, live } from "./dom.js";

const OFFERED_AFTER = 5 * 60 * 1000;
const SINCE = "readingroom-since";
const LOST_SOON = "Binder keeps nothing once you have been away for ten minutes. Take your work along: ";
const TAKEN = "Your record was downloaded. Keep the file: it restores everything, here or elsewhere.";

// Asks the model for the record; `tell` is called with a sentence when the file is there. Returns what stops waiting for it.
export function taking(model, tell) {
  function give() {
    if (!model.get("download")) return;
    downloaded(model.get("download"));
    begin(Date.now());
    tell(TAKEN);
  }
  model.on("change:download", give);
  return {
    ask() {
      model.set("wanted", model.get("wanted") + 1);
      model.save_changes();
    },
    stop() {
      model.off("change:download", give);
    },
  };
}

function downloaded(text) {
  const address = URL.createObjectURL(new Blob([text], { type: "application/x-ndjson" }));
  const link = h("a", {
    href: address,
    download: `reading-room-record-${new Date().toISOString().slice(0, 10)}.jsonl`,
  });
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10000);
}

// A line for below the one that says what is kept. `after` is called with that one each time something was kept.
export function offer(model) {
  const words = h("span"),
    line = live({ class: "rr-offer" });
  const take = taking(model, (says) => {
    words.textContent = `${says} `;
  });
  const button = h("button", { type: "button", class: "rr-quiet", onclick: () => take.ask() }, "Download my record");
  return {
    after(kept) {
      // It stands there empty first, or it would not be read aloud.
      if (!line.isConnected) kept.after(line);
      if (!due(Date.now())) return;
      words.textContent = LOST_SOON;
      line.replaceChildren(words, button);
    },
    stop: () => take.stop(),
  };
}

// Minutes of work are counted from the first thing kept on this page, or kept since the last download. All parts share the count.
function due(now) {
  try {
    const since = Number(sessionStorage.getItem(SINCE));
    if (!since) begin(now);
    return since > 0 && now - since >= OFFERED_AFTER;
  } catch {
    return true;
  } // no storage here: offered too often is better than too late
}

function begin(now) {
  try {
    sessionStorage.setItem(SINCE, now);
  } catch {
    /* see above */
  }
}
