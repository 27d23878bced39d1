import { Draft } from '../../draft.js';
import { press } from '../../timing.js';

// Longer messages go as a stream: one SignalR message holds 32 KB.
const longest = 8000;

const drafts = new WeakMap();

const send = (composer, text) => text.length <= longest
  ? composer.invokeMethodAsync('SendAsync', text)
  : composer.invokeMethodAsync('SendLongAsync', DotNet.createJSStreamReference(new TextEncoder().encode(text)));

export function sendFrom(form, composer, key) {
  const box = form.querySelector('textarea');
  import('./AnswerText.razor.js'); // The first answer must not wait for what it is drawn with.
  const draft = new Draft(box, key);
  drafts.set(form, draft);

  form.addEventListener('submit', async event => {
    event.preventDefault();
    const text = box.value;
    if (await send(composer, text) && box.value === text) {
      draft.clear();
    }
  });

  // A question that an answer offers. What is being written stays where it is.
  form.closest('section').addEventListener('click', event => {
    const offered = event.target.closest('[data-ask]');
    if (offered) {
      press('answer', event);
      send(composer, offered.textContent);
    }
  });

  box.addEventListener('keydown', event => {
    if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      event.stopPropagation(); // With Ctrl it would also ask what is in the question's line.
      form.requestSubmit();
    }
  });

  delete form.dataset.deaf;
}

export const draftFor = (form, key) => drafts.get(form).switchTo(key);

export const hold = (form, text) => drafts.get(form).hold(text);

export const write = (form, text) => drafts.get(form).write(text);
