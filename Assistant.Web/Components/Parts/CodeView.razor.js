import { createDiff, editorOptions, loadMonaco, name } from '../../monaco.js';

const textOf = async stream => stream && new TextDecoder().decode(await stream.arrayBuffer());

/** Shows a text, or what has become of the original. */
export async function show(element, label, language, text, original) {
  return new CodeView(element, label, language, await textOf(text), await textOf(original));
}

// Plain text until Monaco is there, and for good if it cannot be.
class CodeView {
  #element;
  #models = [];
  #editor;
  #isGone = false;

  constructor(element, label, language, text, original) {
    this.#element = element;
    element.querySelector('code').textContent = text;
    this.#takeOver(label, language, text, original);
  }

  dispose() {
    this.#isGone = true;
    this.#editor?.dispose();
    this.#models.forEach(model => model.dispose());
  }

  async #takeOver(label, language, text, original) {
    let monaco;
    try {
      monaco = await loadMonaco();
    } catch (failure) {
      console.warn(failure);
      return;
    }
    if (this.#isGone) {
      return;
    }

    this.#element.querySelector('pre').hidden = true;
    const options = { ...editorOptions(this.#element), domReadOnly: true, readOnly: true };
    const modified = this.#model(monaco, text, language);
    if (original == null) {
      this.#editor = monaco.editor.create(this.#element, { ...options, model: modified });
      name(this.#editor, label);
      return;
    }

    const labels = { original: `${label} before`, modified: label };
    this.#editor = createDiff(monaco, this.#element, options, labels, { original: this.#model(monaco, original, language), modified });
  }

  #model(monaco, text, language) {
    const model = monaco.editor.createModel(text, language);
    this.#models.push(model);
    return model;
  }
}
