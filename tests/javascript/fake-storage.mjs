// A browser's storage: its keys are the object's own, as in the real one.

export class FakeStorage {
  constructor(items = {}) {
    Object.assign(this, items);
  }
  getItem(key) {
    return Object.hasOwn(this, key) ? this[key] : null;
  }
  setItem(key, value) {
    this[key] = String(value);
  }
  removeItem(key) {
    delete this[key];
  }
}

export class FullStorage extends FakeStorage {
  setItem() {
    throw new Error("the quota is exceeded");
  }
}

// It has room for so many keys, and refuses what comes after; what is taken away makes room again.
export class SmallStorage extends FakeStorage {
  #room;
  constructor(room, items = {}) {
    super(items);
    this.#room = room;
  }
  setItem(key, value) {
    if (!Object.hasOwn(this, key) && Object.keys(this).length >= this.#room) throw new Error("the quota is exceeded");
    super.setItem(key, value);
  }
}
