// The page is live: what is typed or pressed from now on is heard.
export const markReady = () => document.documentElement.dataset.ready = 'true';

// A control says in aria-keyshortcuts which keys press it; this is where they do.
export function pressByKeys() {
  document.addEventListener('keydown', event => {
    const keys = [(event.ctrlKey || event.metaKey) && 'Control', event.shiftKey && 'Shift', event.altKey && 'Alt', nameOf(event.key)]
      .filter(Boolean)
      .join('+');
    const control = document.querySelector(`[aria-keyshortcuts="${CSS.escape(keys)}"]:enabled`);
    if (control?.checkVisibility()) {
      event.preventDefault();
      control.click();
    }
  });
}

const nameOf = key => key.length === 1 ? key.toUpperCase() : key;
