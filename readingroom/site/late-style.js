// Style sheets that come late, with the part that needs them.

/**
 * Load a style sheet, once; what it styles is shown when it is there, or has failed.
 *
 * @param {string} address
 * @param {(link: HTMLLinkElement) => void} lay into the page; after the first sheet, so that the page's own has the
 *   last word, where nothing is said
 */
export function loadStyle(address, lay = afterTheFirst) {
  if (!address || document.querySelector(`link[href="${address}"]`)) return null;
  return new Promise((done) => {
    lay(
      Object.assign(document.createElement("link"), { rel: "stylesheet", href: address, onload: done, onerror: done }),
    );
  });
}

/** @param {HTMLLinkElement} link */
const afterTheFirst = (link) => /** @type {Element} */ (document.querySelector("link[rel=stylesheet]")).after(link);
