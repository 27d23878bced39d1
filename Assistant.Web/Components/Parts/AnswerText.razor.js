import '../../copying.js';
import { colour } from '../../colouring.js';
import { follow, showEnd } from '../../following.js';
import { isSeen } from '../../seeing.js';
import { Cycle } from '../../timing.js';

export { untilSeen } from '../../seeing.js';

/** Starts from nothing. A new answer is shown; of one that was there before the reader may be looking at another part. */
export function begin(element, isNew) {
  element.replaceChildren();
  follow(element);
  if (isNew) {
    showEnd(element);
  }
  return new Answer(element, new Cycle(isNew ? 'answer' : undefined));
}

class Answer {
  #element;
  #cycle;

  // The open block at the end: its element, and the text in it that grows.
  #tail;

  constructor(element, cycle) {
    this.#element = element;
    this.#cycle = cycle;
  }

  /** Goes on as a MarkdownUpdate says; what that does not have is not there. Tells whether anybody can see it. */
  apply({ sealing, closed, newTail, text, ending }) {
    if (sealing !== undefined) {
      this.#tail.text.appendData(sealing);
      this.#tail = undefined;
    }
    if (closed) {
      this.#dropTail();
      this.#element.insertAdjacentHTML('beforeend', closed);
    }
    if (newTail) {
      this.#dropTail();
      this.#startTail(newTail);
    }
    if (text) {
      this.#tail.text.appendData(text);
    }
    if (ending) {
      this.#dropTail();
      ending.forEach(patch => this.#replaceBlocks(patch));
      this.#cycle.drawn();
    }
    if (sealing !== undefined || closed || ending) {
      colour(this.#element, this.#tail?.root);
    }
    return isSeen();
  }

  /** How long it took from the press; null where that is not known. */
  cycle() {
    return this.#cycle.length();
  }

  #dropTail() {
    this.#tail?.root.remove();
    this.#tail = undefined;
  }

  #startTail(html) {
    this.#element.insertAdjacentHTML('beforeend', html);
    const root = this.#element.lastElementChild;
    const text = document.createTextNode('');
    (root.querySelector('code') ?? root).append(text);
    this.#tail = { root, text };
  }

  #replaceBlocks({ index, removed, html }) {
    const blocks = this.#element.children;
    for (let i = 0; i < removed; i++) {
      blocks[index].remove();
    }
    if (index < blocks.length) {
      blocks[index].insertAdjacentHTML('beforebegin', html);
    } else {
      this.#element.insertAdjacentHTML('beforeend', html);
    }
  }
}
