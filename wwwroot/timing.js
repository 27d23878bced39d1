import { isSeen } from './seeing.js';

// How long a person waits, by the browser's clock alone: from the press of what says in data-cycle that it asks for something, until that is painted.
const presses = new Map();
const patience = 5000;
let unseenAt = 0;

/** A press that no element stands for. It counts only while one could have been pressed instead: what is asked while an answer arrives must wait for that. */
export function press(what, event) {
  if (document.querySelector(`[data-cycle="${what}"]:not(:disabled)`)) {
    presses.set(what, event.timeStamp);
  }
}

for (const [kind, marked] of [['submit', 'form[data-cycle]'], ['click', 'button[data-cycle]']]) {
  document.addEventListener(kind, event => {
    const asking = event.target.closest(marked);
    if (asking) {
      presses.set(asking.dataset.cycle, event.timeStamp);
    }
  }, true);
}

document.addEventListener('visibilitychange', () => {
  if (!isSeen()) {
    unseenAt = performance.now();
  }
});

// What is drawn now is on the screen in the task after the next frame's callbacks.
const painted = () => new Promise(done => requestAnimationFrame(() => setTimeout(() => done(performance.now()))));

/** The way of one reply, which belongs to the last press of its kind. */
export class Cycle {
  #from;
  #painted;

  constructor(what) {
    this.#from = presses.get(what);
    presses.delete(what);
  }

  drawn() {
    if (this.#from !== undefined) {
      this.#painted = painted();
    }
  }

  /** Milliseconds from the press to the paint of what was drawn last; null where there was no press, or nobody to see the paint. */
  async length() {
    if (!this.#painted || !isSeen()) {
      return null;
    }
    const until = await Promise.race([this.#painted, new Promise(done => setTimeout(done, patience))]);
    return until !== undefined && unseenAt < this.#from ? until - this.#from : null;
  }
}
