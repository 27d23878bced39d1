import { Draft } from '../../draft.js';
import { press } from '../../timing.js';

// Longer messages go as a stream: one SignalR message holds 32 KB.
const longest = 8000;

// Milliseconds in which the same text is sent once, while it is on its way. Where a connection is lost nobody knows whether it arrived, so it is not for good.
const pressedTwice = 3000;

const drafts = new WeakMap();

const send = (composer, text) => text.length <= longest
  ? composer.invokeMethodAsync('SendAsync', text)
  : composer.invokeMethodAsync('SendLongAsync', DotNet.createJSStreamReference(new TextEncoder().encode(text)));

export function sendFrom(form, composer) {
  const box = form.querySelector('textarea');
  import('./AnswerText.razor.js'); // The first answer must not wait for what it is drawn with.
  const draft = new Draft(box, form.dataset.draft);
  drafts.set(form, draft);

  // Before anybody can write on: the next letter belongs to the conversation that is shown.
  new MutationObserver(() => draft.switchTo(form.dataset.draft, 'begun' in form.dataset)).observe(form, { attributeFilter: ['data-draft'] });

  let sent = {};
  form.addEventListener('submit', async event => {
    event.preventDefault();
    const text = box.value;
    if (text && text === sent.text && event.timeStamp - sent.at < pressedTwice) {
      return;
    }
    sent = { text, at: event.timeStamp };
    const isTaken = await send(composer, text);
    sent = {};
    if (isTaken && box.value === text) {
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
    // 229 is the Enter that ends a composition where the composition has ended before it.
    if (event.key === 'Enter' && !event.shiftKey && !event.isComposing && event.keyCode !== 229) {
      event.preventDefault();
      event.stopPropagation(); // With Ctrl it would also ask what is in the question's line.
      form.requestSubmit();
    }
  });

  delete form.dataset.deaf;
}

export const hold = (form, text) => drafts.get(form).hold(text);

export const write = (form, text) => drafts.get(form).write(text);
