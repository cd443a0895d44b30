// JupyterLite gives a kernel the course's files only if its service worker runs when the kernel starts, and does not
// wait for that. Here it is waited for, before anything else begins. A worker whose version is not written down
// JupyterLite takes away and lays anew, which takes seconds and may come too late for the kernel; so the version is
// written down first.

export async function ready() {
  if (!navigator.serviceWorker) return; // JupyterLite itself says what is missing then
  const address = new URL("service-worker.js?enableCache=false", import.meta.url).href;
  try {
    const settings = await (await fetch(new URL("jupyter-lite.json", import.meta.url))).json();
    localStorage.setItem(`${address}-version`, settings["jupyter-config-data"].appVersion);
    await navigator.serviceWorker.register(address);
    await navigator.serviceWorker.ready;
  } catch (trouble) {
    console.warn(trouble);
  }
}
