// What is being written, kept by the browser until it is sent.
export class Draft {
  #box;
  #key = null;
  #held = '';

  constructor(box) {
    this.#box = box;
    box.addEventListener('input', () => this.#save());
  }

  /** Another conversation has a draft of its own. One that has just begun keeps the one it began with. */
  switchTo(key) {
    const isBegun = this.#key === '' && key !== '' && (this.#held || this.#box.value);
    if (isBegun) {
      localStorage.removeItem(this.#name());
    }
    const isFirst = this.#key === null;
    this.#key = key;
    if (isBegun) {
      this.#save();
    } else {
      const early = isFirst ? this.#box.value : ''; // what was typed before anybody listened
      this.#held = '';
      this.#box.value = [localStorage.getItem(this.#name()), early].filter(Boolean).join('\n\n');
    }
  }

  /** Keeps a text that is no longer in the box; an empty one lets it go. */
  hold(text) {
    this.#held = text ?? '';
    this.#save();
  }

  write(text) {
    this.#box.value = this.#box.value ? `${text}\n\n${this.#box.value}` : text;
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

  // Without room or permission to keep it, it is only lost with the page.
  #save() {
    const text = [this.#held, this.#box.value].filter(Boolean).join('\n\n');
    try {
      if (text) {
        localStorage.setItem(this.#name(), text);
      } else {
        localStorage.removeItem(this.#name());
      }
    } catch (refused) {
      console.debug(refused);
    }
  }
}
