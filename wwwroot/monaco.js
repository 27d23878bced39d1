// The one place that knows how the Monaco editor is loaded and what it looks like. Nothing waits for it but code.
const home = new URL('_content/BlazorMonaco/lib/monaco-editor/min/vs', document.baseURI).href;
const theme = 'assistant';
let loading;

/** Loads Monaco once; a second try is made after one that failed. */
export function loadMonaco() {
  loading ??= load().catch(failure => {
    loading = undefined;
    throw failure;
  });
  return loading;
}

/** What every editor here has in common. Sizes come from the element, so from its style sheet. */
export function editorOptions(element) {
  const style = getComputedStyle(element);
  return {
    automaticLayout: true,
    contextmenu: true,
    fontFamily: style.fontFamily,
    fontSize: parseFloat(style.fontSize),
    lineHeight: parseFloat(style.lineHeight),
    fixedOverflowWidgets: true,
    folding: false,
    hover: { enabled: false },
    lineDecorationsWidth: 8,
    lineNumbersMinChars: 3,
    links: false,
    minimap: { enabled: false },
    occurrencesHighlight: false,
    overviewRulerBorder: false,
    overviewRulerLanes: 0,
    padding: { top: 8, bottom: 8 },
    quickSuggestions: false,
    renderLineHighlight: 'none',
    scrollbar: { alwaysConsumeMouseWheel: false, horizontalScrollbarSize: 8, useShadows: false, verticalScrollbarSize: 8 },
    scrollBeyondLastLine: false,
    selectionHighlight: false,
    suggestOnTriggerCharacters: false,
    theme,
    wordWrap: 'off',
  };
}

/** A read-only diff of two models, drawn in one column and begun at its first change. */
export function createDiff(monaco, element, options, labels, models) {
  const editor = monaco.editor.createDiffEditor(element, {
    ...options,
    enableSplitViewResizing: false,
    ignoreTrimWhitespace: false,
    lineDecorationsWidth: 16,
    renderOverviewRuler: false,
    renderSideBySide: false,
  });
  name(editor.getOriginalEditor(), labels.original);
  name(editor.getModifiedEditor(), labels.modified);
  editor.setModel(models);
  const first = editor.onDidUpdateDiff(() => {
    first.dispose();
    const [change] = editor.getLineChanges() ?? [];
    if (change) {
      editor.revealLineInCenterIfOutsideViewport(Math.max(1, change.modifiedStartLineNumber));
    }
  });
  return editor;
}

/** Names an editor for those who cannot see it. Given when the editor is made, the name would get a hint added. */
export const name = (editor, ariaLabel) => editor.updateOptions({ ariaLabel });

async function load() {
  await runScript(`${home}/loader.js`);
  const { require } = globalThis;
  require.config({ paths: { vs: home } });
  const monaco = await new Promise((loaded, failed) => require(['vs/editor/editor.main'], loaded, failed));
  keepQuiet(monaco);
  freeKeys(monaco);
  monaco.editor.onDidCreateEditor(() => queueMicrotask(speakWithoutRole));
  followTheme(monaco);
  return monaco;
}

function runScript(address) {
  const script = document.createElement('script');
  script.src = address;
  return new Promise((loaded, failed) => {
    script.onload = loaded;
    script.onerror = () => failed(new Error(`${address} could not be loaded.`));
    document.head.append(script);
  });
}

// Monaco speaks to screen readers through empty alerts. They go on speaking, but an alert on this page is a failure.
function speakWithoutRole() {
  for (const element of document.querySelectorAll('.monaco-alert[role="alert"]')) {
    element.removeAttribute('role');
    element.setAttribute('aria-live', 'assertive');
  }
}

// Pasted code is a piece of something, so what a language service would say about it is mostly wrong.
function keepQuiet({ languages: { typescript, css, html, json } }) {
  [typescript.typescriptDefaults, typescript.javascriptDefaults].forEach(language =>
    language.setDiagnosticsOptions({ noSemanticValidation: true, noSyntaxValidation: true, noSuggestionDiagnostics: true }));
  [css.cssDefaults, css.lessDefaults, css.scssDefaults, html.htmlDefaults].forEach(language => language.setModeConfiguration({}));
  json.jsonDefaults.setModeConfiguration({ tokens: true });
}

// Keys that start a new conversation, wherever they are pressed; to the editor they would mean the symbols of a file.
function freeKeys({ editor, KeyCode, KeyMod }) {
  editor.addKeybindingRule({ keybinding: KeyMod.CtrlCmd | KeyMod.Shift | KeyCode.KeyO, command: null });
}

function followTheme({ editor }) {
  const draw = () => {
    editor.defineTheme(theme, themeFromTokens());
    editor.setTheme(theme);
  };
  draw();
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', draw);
  new MutationObserver(draw).observe(document.documentElement, { attributeFilter: ['data-theme'] });
}

function themeFromTokens() {
  const style = getComputedStyle(document.documentElement);
  const colour = name => hex(style.getPropertyValue(name));
  const surface = colour('--color-surface');
  const text = colour('--color-text');
  const token = (names, name) => names.map(part => ({ token: part, foreground: colour(name).slice(1, 7) }));
  return {
    base: style.colorScheme.includes('dark') ? 'vs-dark' : 'vs',
    inherit: false,
    rules: [
      { token: '', foreground: text.slice(1, 7), background: surface.slice(1, 7) },
      ...token(['keyword', 'tag', 'metatag', 'operator.sql', 'predefined.sql'], '--color-code-keyword'),
      ...token(['string', 'attribute.value', 'regexp'], '--color-code-string'),
      ...token(['type', 'namespace', 'attribute.name', 'annotation', 'string.key', 'predefined', 'variable.predefined', 'key'], '--color-code-type'),
      ...token(['number', 'constant'], '--color-code-number'),
      ...token(['comment'], '--color-code-comment'),
    ],
    colors: {
      'editor.background': surface,
      'editor.foreground': text,
      'editor.selectionBackground': colour('--color-accent-wash'),
      'editor.inactiveSelectionBackground': colour('--color-sunken'),
      'editorCursor.foreground': text,
      'editorLineNumber.foreground': colour('--color-faint'),
      'editorLineNumber.activeForeground': colour('--color-text'),
      'editorWhitespace.foreground': colour('--color-line'),
      'editorIndentGuide.background': colour('--color-line'),
      'editorBracketMatch.background': colour('--color-accent-wash'),
      'editorBracketMatch.border': colour('--color-accent-wash'),
      'editorBracketHighlight.foreground1': text,
      'editorBracketHighlight.foreground2': text,
      'editorBracketHighlight.foreground3': text,
      'editorGutter.background': surface,
      'editorWidget.background': surface,
      'editorWidget.foreground': text,
      'editorWidget.border': colour('--color-line'),
      'focusBorder': colour('--color-focus'),
      'input.background': surface,
      'input.foreground': text,
      'input.border': colour('--color-line'),
      'scrollbarSlider.background': colour('--color-line'),
      'scrollbarSlider.hoverBackground': colour('--color-control-line'),
      'scrollbarSlider.activeBackground': colour('--color-control-line'),
      'diffEditor.insertedLineBackground': colour('--color-added'),
      'diffEditor.insertedTextBackground': colour('--color-added'),
      'diffEditor.removedLineBackground': colour('--color-removed'),
      'diffEditor.removedTextBackground': colour('--color-removed'),
      'diffEditorGutter.insertedLineBackground': colour('--color-added'),
      'diffEditorGutter.removedLineBackground': colour('--color-removed'),
      'diffEditor.border': surface,
    },
  };
}

// Monaco knows only #rrggbbaa; the browser knows how to get there from any other way to write a colour.
function hex(colour) {
  const pencil = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  pencil.fillStyle = colour;
  pencil.fillRect(0, 0, 1, 1);
  return '#' + [...pencil.getImageData(0, 0, 1, 1).data].map(part => part.toString(16).padStart(2, '0')).join('');
}
