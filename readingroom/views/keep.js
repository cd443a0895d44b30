// Keeping what a reader does. The model has `state` (what is known now), `outbox` (entries on their way), `saved` (ids of the
// entries that are on the disk) and `trouble` (a sentence, when they could not be written). Nothing is called saved before it is.

// Browsers keep randomUUID for pages served safely; a class's plain-http server must do as well.
function newId() {
  return crypto.randomUUID?.() ?? [...crypto.getRandomValues(new Uint8Array(16))].map((b) => b.toString(16).padStart(2, "0")).join("");
}

export function keeper(model) {
  const pending = new Map();
  const watchers = new Set();
  const report = () => watchers.forEach((tell) => tell(status()));

  function status() {
    if (model.get("trouble")) return { kind: "trouble", says: model.get("trouble") };
    return pending.size ? { kind: "saving", says: "Saving …" } : { kind: "saved", says: "Saved" };
  }

  function confirm() {
    for (const id of model.get("saved")) pending.delete(id);
    report();
  }

  function save(entry, place, subject) {
    const stamped = { id: newId(), at: new Date().toISOString(), ...entry };
    if (place) {
      const state = model.get("state");
      const { what, ...kept } = stamped;
      model.set("state", { ...state, [place]: { ...state[place], [subject]: kept } });
    }
    pending.set(stamped.id, stamped);
    model.set("outbox", [...pending.values()]);
    model.save_changes();
    report();
    return stamped;
  }

  model.on("change:saved", confirm);
  model.on("change:trouble", report);
  return {
    save,
    watch(tell) { watchers.add(tell); return () => watchers.delete(tell); },
    stop() { model.off("change:saved", confirm); model.off("change:trouble", report); watchers.clear(); },
  };
}

// A small line of text that says whether things are kept.
export function keptLine(keep, element, quietly = true) {
  let shown = false;
  return keep.watch(({ kind, says }) => {
    if (quietly && kind === "saved" && !shown) return;
    shown = true;
    element.textContent = says;
    element.dataset.kind = kind;
    if (kind === "trouble") element.setAttribute("role", "alert"); else element.removeAttribute("role");
  });
}
