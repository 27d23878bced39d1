// Keys of the list are its own: Enter picks and does not send the form, and arrows do not move the caret.
export function keepKeys(root) {
  const box = root.querySelector('input');

  box.addEventListener('keydown', event => {
    if (['ArrowUp', 'ArrowDown'].includes(event.key) || (event.key === 'Enter' && box.hasAttribute('aria-activedescendant'))) {
      event.preventDefault();
    }
  });

  new MutationObserver(() => document.getElementById(box.getAttribute('aria-activedescendant'))?.scrollIntoView({ block: 'nearest' }))
    .observe(box, { attributeFilter: ['aria-activedescendant'] });
}
