// The least of a document that the front ends need to build their elements: a tree, attributes, listeners that bubble.

export class FakeText {
  nodeType = 3;
  parent = null;

  constructor(data) {
    this.data = data;
  }
  get length() {
    return this.data.length;
  }
  get textContent() {
    return this.data;
  }
  after(...nodes) {
    this.parent.insert(this.parent.childNodes.indexOf(this) + 1, nodes);
  }
  splitText(place) {
    const rest = new FakeText(this.data.slice(place));
    this.data = this.data.slice(0, place);
    this.after(rest);
    return rest;
  }
}

export class FakeElement {
  attributes = {};
  childNodes = [];
  classes = new Set();
  dataset = {};
  listeners = {};
  parent = null;
  style = {};
  value = "";

  constructor(tag, attributes = {}) {
    this.tag = tag;
    for (const [name, value] of Object.entries(attributes)) this.setAttribute(name, value);
  }

  setAttribute(name, value) {
    this.attributes[name] = String(value);
    if (name === "id" || name === "value") this[name] = String(value);
  }
  getAttribute(name) {
    return this.attributes[name] ?? null;
  }
  removeAttribute(name) {
    delete this.attributes[name];
  }
  get classList() {
    return {
      add: (name) => this.classes.add(name),
      toggle: (name, isOn) => (isOn ? this.classes.add(name) : this.classes.delete(name)),
    };
  }

  get children() {
    return this.childNodes.filter((node) => node instanceof FakeElement);
  }
  get nextElementSibling() {
    return this.parent.children[this.parent.children.indexOf(this) + 1] ?? null;
  }
  get nextSibling() {
    return this.parent.childNodes[this.parent.childNodes.indexOf(this) + 1] ?? null;
  }
  insert(place, nodes) {
    this.childNodes.splice(place, 0, ...nodes);
    for (const node of nodes) if (node instanceof FakeElement || node instanceof FakeText) node.parent = this;
  }
  append(...nodes) {
    this.insert(this.childNodes.length, nodes);
  }
  prepend(...nodes) {
    this.insert(0, nodes);
  }
  after(...nodes) {
    this.parent.insert(this.parent.childNodes.indexOf(this) + 1, nodes);
  }
  replaceChildren(...nodes) {
    this.childNodes = [];
    this.append(...nodes);
  }
  remove() {
    this.parent.childNodes.splice(this.parent.childNodes.indexOf(this), 1);
  }

  get textContent() {
    return this.childNodes.map((node) => node.textContent ?? node).join("");
  }
  set textContent(text) {
    this.replaceChildren(...(text ? [text] : []));
  }
  // Markup is not parsed: its text stands there without the tags.
  set innerHTML(html) {
    this.textContent = html.replace(/<[^>]*>/g, "");
  }

  // The selector is a tag, classes and one attribute with its value, each of which may be left out.
  matches(selector) {
    const [, tag, classes, name, value] = /^(\w*)((?:\.[\w-]+)*)(?:\[([\w-]+)=([^\]]+)\])?$/.exec(selector);
    const own = (this.attributes.class ?? "").split(" ");
    const hasClasses = classes
      .split(".")
      .filter(Boolean)
      .every((each) => own.includes(each));
    return (!tag || tag === this.tag) && hasClasses && (!name || this.attributes[name] === value);
  }
  closest(selector) {
    return this.matches(selector) ? this : (this.parent?.closest(selector) ?? null);
  }
  querySelectorAll(selector) {
    return this.children.flatMap((child) => [
      ...(child.matches(selector) ? [child] : []),
      ...child.querySelectorAll(selector),
    ]);
  }
  querySelector(selector) {
    return this.querySelectorAll(selector)[0] ?? null;
  }

  addEventListener(type, listener) {
    (this.listeners[type] ??= []).push(listener);
  }
  // Has the listeners called from here to the root; returns the event.
  dispatch(type, fields = {}) {
    const event = { type, target: this, isStopped: false, isPrevented: false, ...fields };
    event.stopPropagation = () => (event.isStopped = true);
    event.preventDefault = () => (event.isPrevented = true);
    for (let at = this; at && !event.isStopped; at = at.parent) {
      at.listeners[type]?.forEach((listener) => listener(event));
    }
    return event;
  }
  focus() {
    document.activeElement = this;
  }
  select() {}
  showModal() {
    this.open = true;
  }
  close() {
    this.open = false;
  }
}

globalThis.Element = FakeElement;
globalThis.document = {
  activeElement: null,
  body: new FakeElement("body"),
  createElement: (tag) => new FakeElement(tag),
  createElementNS: (namespace, tag) => new FakeElement(tag),
  dispatchEvent: () => true,
  getElementById: (id) => document.body.querySelector(`[id=${id}]`),
};
