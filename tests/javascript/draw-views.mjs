// The layouts of views of a chart as a page makes them: of a file with the figure and the views asked of it, a line for
// each view. test_chart_labels.py runs it: node tests/javascript/draw-views.mjs FILE

import { readFileSync } from "node:fs";

import { askedView } from "../../readingroom/site/asked-view.js";

const { whole, views } = JSON.parse(readFileSync(process.argv[2], "utf8"));
process.stdout.write(views.map((asked) => JSON.stringify(askedView(whole, asked).figure.layout)).join("\n"));
