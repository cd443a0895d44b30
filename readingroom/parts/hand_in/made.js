// The hand-in that was made: where it lies, its receipt, its download.

/** @import { LessonFile } from "./types.js" */

import { h } from "../base/dom.js";
import { downloadFile, spelledReceipt } from "../base/receipt.js";

/**
 * @param {LessonFile} file
 * @param {string} path where the kernel wrote it; empty where there is none
 */
export function madeElements(file, path) {
  return [
    h(
      "p",
      {},
      "Your hand-in is made: ",
      h("code", {}, file.name),
      path ? ", in the folder " : ".",
      path ? h("code", {}, "hand-ins") : null,
      path ? " beside this notebook." : null,
    ),
    h("p", {}, "Your receipt: ", h("span", { class: "rr-receipt" }, file.receipt)),
    h(
      "p",
      { class: "rr-hint" },
      "Note the receipt: it shows you and your teacher that the file that arrived is the file you made.",
    ),
    h("p", {}, h("button", { type: "button", onclick: () => downloadFile(file) }, "Download the file")),
  ];
}

/** @param {LessonFile} file */
export const madeInWords = ({ receipt }) =>
  `Your hand-in is made. Your receipt is ${spelledReceipt(receipt)}. Download the file and give it to your teacher.`;
