// Lets node read the package's .js files as the ES modules that they are: no package.json says so beside them.
// It goes before the tests: node --import ./tests/javascript/modules.mjs --test. register() loads it again, in the
// thread of the hooks.

import { register } from "node:module";
import { isMainThread } from "node:worker_threads";

const PACKAGE = new URL("../../readingroom/", import.meta.url).href;

if (isMainThread) register(import.meta.url);

export function load(url, context, nextLoad) {
  const isOurs = url.startsWith(PACKAGE) && new URL(url).pathname.endsWith(".js");
  return nextLoad(url, isOurs ? { ...context, format: "module" } : context);
}
