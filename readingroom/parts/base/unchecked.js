// An answer that was begun and not checked yet, kept for this tab alone: a reload, or a link followed and Back, loses
// nothing of it. It is no part of the record, and goes with the tab.

const UNCHECKED = "readingroom-unchecked/";

/** @param {string} name of the question, and of the record it is for: no other on this host has it */
export function uncheckedAnswer(name) {
  const key = UNCHECKED + name;
  return {
    /** @returns {unknown} null where nothing was begun */
    read() {
      try {
        return JSON.parse(sessionStorage.getItem(key) ?? "null");
      } catch {
        return null;
      }
    },

    /** @param {unknown} response */
    keep(response) {
      try {
        sessionStorage.setItem(key, JSON.stringify(response));
      } catch {
        /* no storage here: the answer stands on the page until it is left */
      }
    },

    drop() {
      try {
        sessionStorage.removeItem(key);
      } catch {
        /* no storage here: nothing was kept */
      }
    },
  };
}

/** Take away what was begun in this tab, as a reader asks who leaves a computer to others. */
export function dropUnchecked() {
  try {
    Object.keys(sessionStorage)
      .filter((key) => key.startsWith(UNCHECKED))
      .forEach((key) => sessionStorage.removeItem(key));
  } catch {
    /* no storage here: nothing was kept */
  }
}
