// The run-time of a learning system: where it is, and what both versions of SCORM call the same things.

/** @import { Runtime, RuntimeApi } from "./scorm-types.js" */

const FARTHEST = 50; // frames and windows, in a circle or not

/**
 * What a version of SCORM calls its functions and fields, and how many characters it keeps of a record.
 *
 * @typedef {object} Dialect
 * @property {"1.2" | "2004"} version
 * @property {string} api
 * @property {Record<"open" | "close" | "read" | "write" | "commit" | "code" | "says", string>} calls
 * @property {number} most
 * @property {Record<string, string>} fields
 */

/** @type {Dialect[]} */
const DIALECTS = [
  {
    version: "1.2",
    api: "API",
    calls: {
      open: "LMSInitialize",
      close: "LMSFinish",
      read: "LMSGetValue",
      write: "LMSSetValue",
      commit: "LMSCommit",
      code: "LMSGetLastError",
      says: "LMSGetErrorString",
    },
    most: 4096,
    fields: {
      learner: "cmi.core.student_id",
      mode: "cmi.core.lesson_mode",
      status: "cmi.core.lesson_status",
      raw: "cmi.core.score.raw",
      min: "cmi.core.score.min",
      max: "cmi.core.score.max",
      time: "cmi.core.session_time",
      exit: "cmi.core.exit",
      record: "cmi.suspend_data",
    },
  },
  {
    version: "2004",
    api: "API_1484_11",
    calls: {
      open: "Initialize",
      close: "Terminate",
      read: "GetValue",
      write: "SetValue",
      commit: "Commit",
      code: "GetLastError",
      says: "GetErrorString",
    },
    most: 64000,
    fields: {
      learner: "cmi.learner_id",
      mode: "cmi.mode",
      status: "cmi.completion_status",
      raw: "cmi.score.raw",
      min: "cmi.score.min",
      max: "cmi.score.max",
      scaled: "cmi.score.scaled",
      time: "cmi.session_time",
      exit: "cmi.exit",
      record: "cmi.suspend_data",
    },
  },
];

/**
 * Open the run-time that serves `page`, of the wanted version where there are two.
 *
 * @param {Window} page
 * @param {string} wanted
 * @returns {Runtime | null} null where there is none; one that does not open says so in `refusal`
 */
export function openRuntime(page, wanted) {
  const dialects = [...DIALECTS].sort((a, b) => Number(b.version === wanted) - Number(a.version === wanted));
  for (const dialect of dialects) {
    for (const place of windowsAround(page)) {
      const api = apiOf(place, dialect.api);
      if (api) return runtimeOf(api, dialect);
    }
  }
  return null;
}

/**
 * The window, the frames around it, then the window that opened it with the frames around that.
 *
 * @param {Window} page
 * @returns {Window[]}
 */
function windowsAround(page) {
  const around = [page];
  for (let at = page; at.parent && at.parent !== at && around.length < FARTHEST; at = at.parent) around.push(at.parent);
  const opener = /** @type {Window | null} */ (around.map((place) => openerOf(place)).find(Boolean) ?? null);
  if (!opener) return around;
  for (let at = opener; around.length < 2 * FARTHEST; at = at.parent) {
    around.push(at);
    if (!at.parent || at.parent === at) break;
  }
  return around;
}

/** A window of another site does not say who opened it. @param {Window} place */
function openerOf(place) {
  try {
    return place.opener;
  } catch {
    return null;
  }
}

/**
 * @param {Window} place
 * @param {string} name
 * @returns {RuntimeApi | null}
 */
function apiOf(place, name) {
  try {
    return /** @type {any} */ (place)[name] ?? null;
  } catch {
    return null; // a frame of another site
  }
}

/**
 * @param {RuntimeApi} api
 * @param {Dialect} dialect
 * @returns {Runtime}
 */
function runtimeOf(api, { version, calls, most, fields }) {
  let isOpen = true;

  /**
   * @param {string} name
   * @param {string[]} words
   */
  function call(name, ...words) {
    try {
      return String(api[name](...words));
    } catch (trouble) {
      console.error(trouble);
      return "failed";
    }
  }

  /** What the run-time says went wrong last, or "" where nothing did. */
  function problem() {
    const code = call(calls.code);
    if (code === "0" || code === "") return "";
    return code === "failed" ? "it does not answer" : `${call(calls.says, code) || "no reason given"} (${code})`;
  }

  /** @param {string} field */
  function read(field) {
    const value = call(calls.read, fields[field] ?? field);
    const trouble = problem();
    return value === "failed" ? { value: "", problem: "it does not answer" } : { value, problem: trouble };
  }

  /**
   * @param {string} field
   * @param {string} value
   */
  function write(field, value) {
    if (!(field in fields) && !field.startsWith("cmi.")) return "";
    return call(calls.write, fields[field] ?? field, value) === "true" ? "" : problem() || "no reason given";
  }

  const opened = call(calls.open, "");
  // A page that was closed too fast for the run-time is still open there: then it answers all the same.
  const refusal = opened === "true" ? "" : problem() || "no reason given";
  if (refusal && read("learner").problem) isOpen = false;

  return {
    version,
    most,
    refusal: isOpen ? "" : refusal,
    read,
    write,
    commit: () => (call(calls.commit, "") === "true" ? "" : problem() || "no reason given"),
    close() {
      if (!isOpen) return;
      isOpen = false;
      call(calls.close, "");
    },
  };
}
