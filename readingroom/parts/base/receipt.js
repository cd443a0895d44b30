// A file that was made for a teacher: its receipt, to be read aloud, and its download.

import { h } from "./dom.js";

/**
 * A receipt to be read aloud: each letter by itself, with a pause between the groups, as in "K 7 Q D, 2 M 9 X".
 *
 * @param {string} receipt
 */
export function spelledReceipt(receipt) {
  return receipt
    .split("-")
    .map((group) => [...group].join(" "))
    .join(", ");
}

/** @param {{ name: string, text: string }} file */
export function downloadFile(file) {
  const address = URL.createObjectURL(new Blob([file.text], { type: "application/x-ndjson" }));
  h("a", { href: address, download: file.name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 10000);
}
