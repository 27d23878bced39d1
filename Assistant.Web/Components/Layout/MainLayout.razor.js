const isHeard = () => !document.querySelector('[data-deaf]');

// The page is live: what is typed or pressed from now on is heard, also where the browser's side must be there first.
export function markReady() {
  const mark = () => document.documentElement.dataset.ready = 'true';
  if (isHeard()) {
    mark();
    return;
  }
  new MutationObserver((_, watch) => {
    if (isHeard()) {
      watch.disconnect();
      mark();
    }
  }).observe(document.body, { attributeFilter: ['data-deaf'], childList: true, subtree: true });
}

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
