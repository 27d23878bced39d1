import '../../copying.js';
import { colour } from '../../colouring.js';
import { follow, showEnd } from '../../following.js';

// The open block at the end of each answer: its element, and the text in it that grows.
const tails = new WeakMap();

/** Starts from nothing. A new answer is shown; of one that was there before the reader may be looking at another part. */
export function begin(element, isNew) {
  tails.delete(element);
  element.replaceChildren();
  follow(element);
  if (isNew) {
    showEnd(element);
  }
}

/** Goes on with an answer as a MarkdownUpdate says. */
export function apply(element, { sealing, closed, newTail, text, ending }) {
  if (sealing !== null) {
    tails.get(element).text.appendData(sealing);
    tails.delete(element);
  }
  if (closed) {
    dropTail(element);
    element.insertAdjacentHTML('beforeend', closed);
  }
  if (newTail) {
    dropTail(element);
    tails.set(element, startTail(element, newTail));
  }
  if (text) {
    tails.get(element).text.appendData(text);
  }
  if (ending) {
    dropTail(element);
    ending.forEach(patch => replaceBlocks(element, patch));
  }
  if (sealing !== null || closed || ending) {
    colour(element, tails.get(element)?.root);
  }
}

function dropTail(element) {
  tails.get(element)?.root.remove();
  tails.delete(element);
}

function startTail(element, html) {
  element.insertAdjacentHTML('beforeend', html);
  const root = element.lastElementChild;
  const text = document.createTextNode('');
  (root.querySelector('code') ?? root).append(text);
  return { root, text };
}

function replaceBlocks(element, { index, removed, html }) {
  for (let i = 0; i < removed; i++) {
    element.children[index].remove();
  }
  if (index < element.children.length) {
    element.children[index].insertAdjacentHTML('beforebegin', html);
  } else {
    element.insertAdjacentHTML('beforeend', html);
  }
}
