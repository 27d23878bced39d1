import { editorOptions, loadMonaco, name } from '../../monaco.js';
import { press } from '../../timing.js';

const kept = 'draft/code';
const keptLanguage = 'draft/language';

/** Starts with the plain box that is there; Monaco follows when it has loaded. */
export const start = (element, component, language) => new CodeEditor(element, component, language);

/** The name of the language that was chosen for what is kept; none where nothing was. */
export const languageThen = () => keeping(store => store.getItem(keptLanguage)) ?? null;

// Without room or permission to keep it, it is lost with the page.
function keeping(act) {
  try {
    return act(sessionStorage);
  } catch (refused) {
    console.debug(refused);
  }
}

class CodeEditor {
  #element;
  #component;
  #language;
  #box;
  #monaco;
  #editor;
  #isGone = false;
  #keep = () => this.#keepText();

  constructor(element, component, language) {
    this.#element = element;
    this.#component = component;
    this.#language = language;
    this.#box = element.querySelector('textarea');
    this.#box.value ||= keeping(store => store.getItem(kept)) ?? '';
    addEventListener('pagehide', this.#keep);
    document.addEventListener('visibilitychange', this.#keep); // the last that a phone may say of a page
    element.addEventListener('keydown', event => this.#keyPressed(event), { capture: true });
    this.#takeOver();
  }

  // A byte order mark goes in front, because Blazor takes no empty stream.
  read() {
    return new TextEncoder().encode('\ufeff' + this.#text);
  }

  async set(stream) {
    const text = new TextDecoder().decode(await stream.arrayBuffer());
    if (!this.#editor) {
      this.#box.value = text;
      return;
    }

    const model = this.#editor.getModel();
    this.#editor.pushUndoStop();
    this.#editor.executeEdits('', [{ range: model.getFullModelRange(), text }]);
    this.#editor.pushUndoStop();
    this.#editor.setScrollPosition({ scrollTop: 0, scrollLeft: 0 });
    this.#editor.setPosition({ lineNumber: 1, column: 1 });
  }

  focus() {
    (this.#editor ?? this.#box).focus();
  }

  setLanguage(language, chosen) {
    this.#language = language;
    keeping(store => store.setItem(keptLanguage, chosen));
    if (this.#editor) {
      this.#monaco.editor.setModelLanguage(this.#editor.getModel(), language);
    }
  }

  dispose() {
    this.#keepText();
    removeEventListener('pagehide', this.#keep);
    document.removeEventListener('visibilitychange', this.#keep);
    this.#isGone = true;
    this.#editor?.getModel().dispose();
    this.#editor?.dispose();
  }

  // What is in the editor is there again after a reload and when the page comes back.
  #keepText() {
    keeping(store => store.setItem(kept, this.#text));
  }

  get #text() {
    return this.#editor ? this.#editor.getModel().getValue() : this.#box.value;
  }

  async #takeOver() {
    try {
      this.#monaco = await loadMonaco();
    } catch (failure) {
      console.warn(failure); // The plain box stays, and does.
      return;
    }

    if (this.#isGone) {
      return;
    }

    const hadFocus = document.activeElement === this.#box;
    const place = [this.#box.selectionStart, this.#box.selectionEnd];
    this.#editor = this.#create(this.#box.value);
    this.#box.hidden = true;
    this.#select(place);
    if (hadFocus) {
      this.#editor.focus();
    }

    await this.#component.invokeMethodAsync('ReadyAsync');
  }

  #create(value) {
    const editor = this.#monaco.editor.create(this.#element, { ...editorOptions(this.#element), value, language: this.#language });
    name(editor, 'Code');
    const model = editor.getModel();
    const markEmpty = () => this.#element.toggleAttribute('data-empty', model.getValueLength() === 0);
    model.onDidChangeContent(markEmpty);
    markEmpty();
    this.#element.addEventListener('input', event => this.#keepIndentation(event, editor), { capture: true });
    this.#element.style.setProperty('--code-start', `${editor.getLayoutInfo().contentLeft}px`);
    return editor;
  }

  // Lines that come all at once (from dictation, or another program) are indented as they should be; Monaco would indent each after the one above.
  #keepIndentation({ target, inputType }, editor) {
    if (inputType !== 'insertLineBreak' && target.value.trim().includes('\n')) {
      editor.updateOptions({ autoIndent: 'none', autoClosingBrackets: 'never' }); // a change of the first alone is not noticed
      setTimeout(() => editor.updateOptions({ autoIndent: 'full', autoClosingBrackets: 'languageDefined' }));
    }
  }

  #select(offsets) {
    const model = this.#editor.getModel();
    const [start, end] = offsets.map(offset => model.getPositionAt(offset));
    this.#editor.setSelection(this.#monaco.Range.fromPositions(start, end));
  }

  #keyPressed(event) {
    const [call, cycle] = !event.ctrlKey && !event.metaKey || event.altKey ? []
      : event.key === 'Enter' && !event.shiftKey ? ['AskAsync', 'answer']
      : event.code === 'KeyR' && event.shiftKey ? ['RefactorAsync', 'code']
      : [];
    if (call) {
      press(cycle, event);
      event.preventDefault();
      event.stopPropagation();
      this.#component.invokeMethodAsync(call);
    }
  }
}
