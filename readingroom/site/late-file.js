// The one way in which a page gets a file after it stands: fetched from a server; on a page opened as a file, where
// browsers refuse that, from the script of the same name that late_scripts.py writes beside it.

const OPENED_AS_FILE = "file:";

/** @type {Map<string, Promise<string>>} texts by address */
const texts = new Map();

/**
 * @param {string} address relative to the page
 * @returns {Promise<any>}
 */
export async function loadJson(address) {
  const isFile = globalThis.location?.protocol === OPENED_AS_FILE;
  return JSON.parse(await (isFile ? textOfScript(address) : fetchText(address)));
}

/** @param {string} address */
async function fetchText(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address} did not come (${answer.status})`);
  return answer.text();
}

/**
 * What a script left, once; one that is missing may be asked for again.
 *
 * @param {string} address
 */
function textOfScript(address) {
  const known = texts.get(address);
  if (known) return known;
  /** @type {Promise<string>} */
  const text = new Promise((done, failed) => {
    const element = document.createElement("script");
    element.src = `${address}.js`;
    element.onload = () => done(/** @type {{ lateFiles?: any }} */ (globalThis).lateFiles?.[address]);
    element.onerror = () => {
      texts.delete(address);
      failed(new Error(`${address}.js is missing beside this page`));
    };
    document.head.append(element);
  });
  texts.set(address, text);
  return text;
}
