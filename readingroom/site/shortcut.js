/**
 * Do something when a letter is pressed with Control, or with Command on a Mac, in place of what the browser would do.
 * With Shift or Alt it is another command of the browser's.
 *
 * @param {string} letter
 * @param {() => unknown} act
 */
export function onCtrl(letter, act) {
  document.addEventListener("keydown", (event) => {
    const { ctrlKey, metaKey, altKey, shiftKey, key } = event;
    if (!(ctrlKey || metaKey) || altKey || shiftKey || key.toLowerCase() !== letter) return;
    event.preventDefault();
    act();
  });
}
