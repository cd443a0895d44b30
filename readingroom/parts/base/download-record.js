// Downloading the record as a file; where nothing is kept, the download is offered in time in the part that is in use.

/** @import { DownloadOffer, Model } from "./types.js" */

import { h, live, saysIn } from "./dom.js";
import { kernelWatch } from "./kernel-watch.js";

const OFFERED_AFTER = 5 * 60 * 1000; // milliseconds
const SINCE = "readingroom-since";
const LOST_SOON = "Binder keeps nothing once you have been away for ten minutes. Take your work along: ";
const DOWNLOADED = "Your record was downloaded. Keep the file: it restores everything, here or elsewhere.";

const EMPTY = "Nothing is in your record yet, so there is nothing to download.";

/**
 * Ask the model for the record; `notify` gets a sentence when the file is there.
 *
 * @param {Model} model
 * @param {(message: string) => void} notify
 */
export function recordDownload(model, notify) {
  const kernel = kernelWatch(notify, model, "wanted");

  function offerFile() {
    kernel.end();
    const text = model.get("download");
    if (text) {
      saveAsFile(text);
      countFrom(Date.now());
    }
    notify(text ? DOWNLOADED : EMPTY);
  }
  model.on("change:given", offerFile);
  return {
    request() {
      kernel.ask("Fetching your record \u2026", model.get("wanted") + 1);
    },
    stop() {
      kernel.end();
      model.off("change:given", offerFile);
    },
  };
}

/** @param {string} text */
function saveAsFile(text) {
  const address = URL.createObjectURL(new Blob([text], { type: "application/x-ndjson" }));
  const name = `reading-room-record-${new Date().toISOString().slice(0, 10)}.jsonl`;
  h("a", { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 10000);
}

/**
 * A line for below the one that says what is saved; `after` is called with that one each time something was saved.
 *
 * @param {Model} model
 * @returns {DownloadOffer}
 */
export function downloadOffer(model) {
  const words = h("span");
  const line = live({ class: "rr-offer" });
  const download = recordDownload(model, (message) => saysIn(words)(`${message} `));
  const onclick = () => download.request();
  const button = h("button", { type: "button", class: "rr-quiet", onclick }, "Download my record");
  return {
    after(saved) {
      // It stands there empty first, or it would not be read aloud.
      if (!line.isConnected) saved.after(line);
      if (!isDue(Date.now())) return;
      words.textContent = LOST_SOON;
      line.replaceChildren(words, button);
    },
    stop: () => download.stop(),
  };
}

/**
 * Minutes of work are counted from the first thing saved on this page, or saved since the last download. All parts
 * share the count.
 *
 * @param {number} now
 */
function isDue(now) {
  try {
    const since = Number(sessionStorage.getItem(SINCE));
    if (!since) countFrom(now);
    return since > 0 && now - since >= OFFERED_AFTER;
  } catch {
    return true; // no storage here: offered too often is better than too late
  }
}

/** @param {number} now */
function countFrom(now) {
  try {
    sessionStorage.setItem(SINCE, String(now));
  } catch {
    /* no storage here */
  }
}
