// Longer messages go as a stream: one SignalR message holds 32 KB.
const longest = 8000;

export function sendFrom(form, composer) {
  const box = form.querySelector('textarea');

  form.addEventListener('submit', async event => {
    event.preventDefault();
    const text = box.value;
    const isTaken = text.length <= longest
      ? await composer.invokeMethodAsync('SendAsync', text)
      : await composer.invokeMethodAsync('SendLongAsync', DotNet.createJSStreamReference(new TextEncoder().encode(text)));
    if (isTaken && box.value === text) {
      box.value = '';
    }
  });

  box.addEventListener('keydown', event => {
    if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      event.stopPropagation(); // With Ctrl it would also ask what is in the question's line.
      form.requestSubmit();
    }
  });
}
