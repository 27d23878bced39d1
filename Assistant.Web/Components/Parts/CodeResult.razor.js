import { copy } from '../../copying.js';
import { createDiff, editorOptions, loadMonaco, name } from '../../monaco.js';
import { isSeen } from '../../seeing.js';
import { Cycle } from '../../timing.js';

export { untilSeen } from '../../seeing.js';

const results = new WeakMap();

// [data-copy-result] copies the code beside it, in the press itself: not every browser lets a page copy later.
document.addEventListener('click', event => {
  const section = event.target.closest('[data-copy-result]')?.closest('section');
  if (section) {
    results.get(section.querySelector('.result')).copy();
  }
});

/** Starts from nothing, also where there was a result before. */
export function begin(element, language, original) {
  results.get(element)?.dispose();
  const result = new CodeResult(element, language, original);
  results.set(element, result);
  return result;
}

// Plain text until Monaco is there, and for good if it cannot be.
class CodeResult {
  #element;
  #language;
  #original;
  #plain;
  #plainText;
  #monaco;
  #editor;
  #model;
  #originalModel;
  #isDone = false;
  #cycle = new Cycle('code');
  #isGone = false;

  constructor(element, language, original) {
    this.#element = element;
    this.#language = language;
    this.#original = original;
    this.#plain = element.querySelector('pre');
    this.#plain.hidden = false;
    this.#plainText = document.createTextNode('');
    this.#plain.querySelector('code').replaceChildren(this.#plainText);
    this.#takeOver();
  }

  /** The code, as far as it has arrived. */
  copy() {
    return copy(this.#model ? this.#model.getValue() : this.#plainText.data);
  }

  /** Tells whether anybody can see it. */
  append(code) {
    if (this.#model) {
      this.#appendInEditor(code);
    } else {
      this.#plainText.appendData(code);
    }
    return isSeen();
  }

  #appendInEditor(code) {
    const isAtEnd = this.#editor.getScrollTop() + this.#editor.getLayoutInfo().height >= this.#editor.getScrollHeight() - 1;
    const { endLineNumber, endColumn } = this.#model.getFullModelRange();
    this.#model.applyEdits([{ range: new this.#monaco.Range(endLineNumber, endColumn, endLineNumber, endColumn), text: code }]);
    if (isAtEnd) {
      this.#editor.setScrollTop(this.#editor.getScrollHeight());
    }
  }

  /** Nothing more arrives. */
  finish() {
    this.#isDone = true;
    this.#showDiff();
    this.#cycle.drawn();
  }

  /** How long it took from the press; null where that is not known. */
  cycle() {
    return this.#cycle.length();
  }

  #showDiff() {
    if (!this.#model) {
      return;
    }

    this.#editor.dispose();
    this.#originalModel = this.#monaco.editor.createModel(this.#original, this.#language);
    const labels = { original: 'Original text', modified: 'Refactored text' };
    this.#editor = createDiff(this.#monaco, this.#element, this.#options(), labels, { original: this.#originalModel, modified: this.#model });
  }

  dispose() {
    this.#isGone = true;
    this.#editor?.dispose();
    this.#model?.dispose();
    this.#originalModel?.dispose();
  }

  async #takeOver() {
    try {
      this.#monaco = await loadMonaco();
    } catch (failure) {
      console.warn(failure);
      return;
    }

    if (this.#isGone) {
      return;
    }

    this.#model = this.#monaco.editor.createModel(this.#plainText.data, this.#language);
    this.#plain.hidden = true;
    this.#editor = this.#monaco.editor.create(this.#element, { ...this.#options(), model: this.#model });
    name(this.#editor, 'Refactored text');
    if (this.#isDone) {
      this.#showDiff();
    }
  }

  #options() {
    return { ...editorOptions(this.#element), domReadOnly: true, readOnly: true };
  }
}
