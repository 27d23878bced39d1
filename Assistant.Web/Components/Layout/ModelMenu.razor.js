// What a menu does for the keyboard: it takes the focus when it opens, arrows and first letters move in it, Escape and Tab leave it.
export function moveByKeys(root) {
  const chip = root.querySelector('button');
  const list = root.querySelector('[popover]');
  const items = () => [...list.querySelectorAll('[role^="menuitem"]')];

  // A quick hand may have moved on in it before the browser says that it is open.
  list.addEventListener('toggle', event => {
    if (event.newState === 'open' && !list.contains(document.activeElement)) {
      (list.querySelector('[aria-checked="true"]') ?? items()[0]).focus();
    }
  });

  list.addEventListener('click', event => event.target.closest('[role^="menuitem"]') && list.hidePopover());

  root.addEventListener('keydown', event => {
    if (!list.matches(':popover-open')) {
      if (event.key === 'ArrowDown') {
        event.preventDefault();
        chip.click();
      }
      return;
    }

    if (event.key === 'Escape') {
      event.stopPropagation(); // the menu closes; what Escape presses elsewhere is not pressed
    } else if (event.key === 'Tab') {
      list.hidePopover();
    } else {
      moveTo(itemFor(event.key, items()), event);
    }
  });
}

function moveTo(item, event) {
  if (item) {
    event.preventDefault();
    item.focus();
  }
}

function itemFor(key, items) {
  const here = items.indexOf(document.activeElement);
  const following = [...items.slice(here + 1), ...items.slice(0, here + 1)];
  switch (key) {
    case 'ArrowDown': return following[0];
    case 'ArrowUp': return here < 0 ? items.at(-1) : items.at(here - 1);
    case 'Home': return items[0];
    case 'End': return items.at(-1);
    default: return key.length === 1 && key !== ' ' ? following.find(item => item.textContent.toLowerCase().startsWith(key.toLowerCase())) : undefined;
  }
}
