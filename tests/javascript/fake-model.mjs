// A model as an anywidget has it: values, and listeners to their changes.

export function fakeModel(values) {
  const listeners = {};
  const messages = [];
  return {
    messages,
    get: (name) => values[name],
    set(name, value) {
      values[name] = value;
      listeners[`change:${name}`]?.forEach((listener) => listener());
    },
    save_changes() {},
    send: (message) => messages.push(message),
    on(event, listener) {
      (listeners[event] ??= new Set()).add(listener);
    },
    off(event, listener) {
      listeners[event]?.delete(listener);
    },
  };
}
