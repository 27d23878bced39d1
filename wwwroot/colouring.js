// Gives code in answers its colours: only blocks near the screen, only when the browser has nothing else to do, and only once.
import { loadMonaco } from './monaco.js';

const longest = 50_000;
const waiting = [];
let isWorking = false;

// What Monaco calls a token, and the class that base.css gives a colour. The first match counts.
const kinds = [
  [/^comment/, 'comment'],
  [/^(string\.key|attribute\.name|type|namespace|annotation|predefined|variable\.predefined|key)\b/, 'type'],
  [/^(string|attribute\.value|regexp)/, 'string'],
  [/^(keyword|tag|metatag|operator\.sql)/, 'keyword'],
  [/^(number|constant)/, 'number'],
];

const nearScreen = new IntersectionObserver(entries => {
  for (const { target } of entries.filter(entry => entry.isIntersecting)) {
    nearScreen.unobserve(target);
    waiting.push(target);
  }
  work();
}, { rootMargin: '50% 0px' });

/** Colours the code inside an element, but for what is inside `open`, which still grows. */
export function colour(element, open) {
  for (const code of element.querySelectorAll('code[data-language]:not([data-coloured])')) {
    if (!open?.contains(code)) {
      nearScreen.observe(code);
    }
  }
}

async function work() {
  if (isWorking || waiting.length === 0) {
    return;
  }

  isWorking = true;
  try {
    await idle();
    const monaco = await loadMonaco();
    while (waiting.length > 0) {
      await idle();
      await paint(monaco, waiting.shift());
    }
  } catch {
    waiting.length = 0; // Without Monaco code stays readable, in one colour.
  } finally {
    isWorking = false;
  }
}

async function paint(monaco, code) {
  const text = code.textContent;
  if (!code.isConnected || 'coloured' in code.dataset || text.length > longest) {
    return;
  }

  await monaco.editor.colorize('', code.dataset.language); // loads the language
  await idle();
  if (code.textContent === text) {
    code.replaceChildren(...paintedParts(text, monaco.editor.tokenize(text, code.dataset.language)));
    code.dataset.coloured = '';
  }
}

// Monaco's own HTML turns tabs into spaces, and what is copied would not be what was written.
function* paintedParts(text, tokens) {
  let plain = '';
  for (const [number, line] of text.split('\n').entries()) {
    plain += number > 0 ? '\n' : '';
    const starts = tokens[number] ?? [];
    plain += line.slice(0, starts[0]?.offset);
    for (const [i, { offset, type }] of starts.entries()) {
      const words = line.slice(offset, starts[i + 1]?.offset);
      const kind = kinds.find(([names]) => names.test(type))?.[1];
      if (kind) {
        yield plain;
        yield span(kind, words);
        plain = '';
      } else {
        plain += words;
      }
    }
  }
  yield plain;
}

function span(kind, words) {
  const element = document.createElement('span');
  element.className = `token-${kind}`;
  element.textContent = words;
  return element;
}

const idle = () => new Promise(done => globalThis.requestIdleCallback ? requestIdleCallback(done, { timeout: 2000 }) : setTimeout(done, 50));
