// What is being written, kept by the browser until it is sent.
export class Draft {
  #box;
  #key;
  #held = '';

  /** What was typed before anybody listened stays, after what was kept. */
  constructor(box, key) {
    this.#box = box;
    this.#key = key;
    const early = box.value;
    this.#load();
    if (early) {
      box.value = join(box.value, early);
      this.#save();
    }
    box.addEventListener('input', () => this.#save());
  }

  /** Another conversation has a draft of its own. One that has just begun keeps the one it began with. */
  switchTo(key, isBegun) {
    if (isBegun) {
      keeping(store => store.removeItem(this.#name()));
    }
    this.#key = key;
    if (isBegun) {
      this.#save();
    } else {
      this.#held = '';
      this.#load();
    }
  }

  /** Keeps a text that is no longer in the box; an empty one lets it go. */
  hold(text) {
    this.#held = text ?? '';
    this.#save();
  }

  write(text) {
    this.#box.value = join(text, this.#box.value);
    this.#save();
    this.#box.focus();
  }

  clear() {
    this.#box.value = '';
    this.#save();
  }

  #name() {
    return `draft/${this.#key}`;
  }

  #load() {
    this.#box.value = keeping(store => store.getItem(this.#name())) ?? '';
  }

  #save() {
    const text = join(this.#held, this.#box.value);
    keeping(store => text ? store.setItem(this.#name(), text) : store.removeItem(this.#name()));
  }
}

const join = (...texts) => texts.filter(Boolean).join('\n\n');

// Without room or permission to keep it, a draft is only lost with the page.
function keeping(act) {
  try {
    return act(localStorage);
  } catch (refused) {
    console.debug(refused);
  }
}
