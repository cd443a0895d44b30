// The button that saves a chart's figures as a CSV file.

/** @import { FootContent } from "./types.js" */

import { h } from "../base/dom.js";

/** @param {FootContent} content */
export function csvDownload({ csv, file }) {
  return h(
    "button",
    {
      type: "button",
      onclick() {
        const address = URL.createObjectURL(new Blob([csv], { type: "text/csv" }));
        const link = h("a", { href: address, download: file, hidden: true });
        document.body.append(link);
        link.click();
        link.remove();
        setTimeout(() => URL.revokeObjectURL(address), 1000);
      },
    },
    `Download ${file}`,
  );
}
