import { follow } from '../../following.js';

/** Near is within one screen above what is shown. The end is shown first, or the beginning of a conversation would be near at once. */
export function pressWhenNear(button) {
  follow(button);
  const box = button.closest('[data-scroll]');
  button.addEventListener('click', () => stayAt(button.nextElementSibling, box), { once: true });
  const near = new IntersectionObserver(([{ isIntersecting }]) => {
    if (isIntersecting) {
      near.disconnect();
      button.click();
    }
  }, { root: box, rootMargin: '100% 0px' });
  near.observe(button);
}

// What the reader looks at stays where it is when turns come above it. Browsers do that by themselves, but not at the very top, and not all of them.
// Only what came above counts: the reader may have gone on while it was on its way.
function stayAt(turn, box) {
  const above = () => turn.getBoundingClientRect().top + box.scrollTop;
  const before = above();
  new MutationObserver((_, changes) => {
    if (turn.previousElementSibling?.matches('button')) {
      return; // Something else changed: this turn is still the first.
    }

    changes.disconnect();
    box.scrollTop += above() - before;
  }).observe(box, { childList: true });
}
