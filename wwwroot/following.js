// Keeps a box that scrolls ([data-scroll]) at its end while the reader is there, and leaves it alone while the reader is not.
const slack = 4;
const followed = new WeakMap();

/** Follows the box around an element; a box that was not followed before is shown at its end. */
export function follow(element) {
  const box = element.closest('[data-scroll]');
  if (box && !followed.has(box)) {
    followed.set(box, new Follower(box));
  }
}

/** Shows the end of the box around an element, wherever the reader is: on a phone that may be in another pane. */
export function showEnd(element) {
  const box = element.closest('[data-scroll]');
  followed.get(box)?.showEnd();
  box?.scrollIntoView({ block: 'nearest' });
}

class Follower {
  #box;
  #isAtEnd = true;
  #top = 0;
  #hasLost = false;

  // Sizes are watched, not changes, because after layout it costs nothing to ask where the end is.
  #sizes = new ResizeObserver(() => this.#isAtEnd && this.showEnd());

  constructor(box) {
    this.#box = box;
    this.#sizes.observe(box);
    [...box.children].forEach(child => this.#sizes.observe(child));
    new MutationObserver(changes => this.#changed(changes)).observe(box, { childList: true, subtree: true });
    box.addEventListener('scroll', () => this.#scrolled(), { passive: true });
    box.addEventListener('click', event => this.#isAtEnd &&= !event.target.closest('summary')); // What is opened is read from its beginning.
    this.#showStart();
  }

  showEnd() {
    this.#isAtEnd = true;
    this.#box.scrollTop = this.#box.scrollHeight;
    this.#top = this.#box.scrollTop;
  }

  // A link may lead to something in the box; otherwise the newest is what a reader wants.
  #showStart() {
    const linked = location.hash && this.#box.querySelector(`#${CSS.escape(location.hash.slice(1))}`);
    if (linked) {
      this.#isAtEnd = false;
      linked.scrollIntoView();
      this.#top = this.#box.scrollTop;
    } else {
      this.showEnd();
    }
  }

  // Only going up is leaving the end: the end itself moves down all the time. Where something was taken away, it was the browser that went up.
  #scrolled() {
    const { scrollTop, scrollHeight, clientHeight } = this.#box;
    const isAtEnd = scrollHeight - scrollTop - clientHeight <= slack;
    const isStill = scrollTop >= this.#top - slack;
    this.#isAtEnd = isAtEnd || (this.#isAtEnd && (this.#hasLost || isStill));
    if (isAtEnd || this.#hasLost || !isStill || scrollTop > this.#top) {
      this.#top = scrollTop; // otherwise many small steps up would never be a large one
    }
  }

  #changed(changes) {
    // Something put in the place of something else is not a loss: code that gets its colours keeps its size, and so does an open block that is closed.
    const filled = new Set(changes.filter(change => change.addedNodes.length > 0).map(change => change.target));
    const isRedrawn = target => filled.has(target) && target.dataset.part === 'answer';
    if (changes.some(({ target, removedNodes, addedNodes }) => removedNodes.length > 0 && addedNodes.length === 0 && !isRedrawn(target))) {
      this.#hasLost = true;
      requestAnimationFrame(() => this.#hasLost = false); // comes after the next frame's scroll event
    }
    const direct = changes.filter(change => change.target === this.#box);
    if (direct.length > 0) {
      this.#childrenChanged(direct);
    }
  }

  #childrenChanged(changes) {
    const added = new Set(changes.flatMap(change => [...change.addedNodes]));
    const children = [...this.#box.children];
    children.filter(child => added.has(child)).forEach(child => this.#sizes.observe(child));
    changes.flatMap(change => [...change.removedNodes]).filter(node => node instanceof Element).forEach(node => this.#sizes.unobserve(node));
    if (children.every(child => added.has(child))) {
      this.#showStart(); // another conversation, which on a phone was chosen in another pane
      this.#box.scrollIntoView({ block: 'nearest' });
    }
  }
}
