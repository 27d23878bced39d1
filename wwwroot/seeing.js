// Whether anybody can see the page. While nobody can, what arrives waits on the server and comes in one piece when the page is looked at again.
export const isSeen = () => document.visibilityState === 'visible';

/** Waits until somebody can see the page, or until nobody can. */
export function untilSeen(wanted = true) {
  return new Promise(seen => {
    const look = () => {
      if (isSeen() === wanted) {
        document.removeEventListener('visibilitychange', look);
        seen();
      }
    };
    document.addEventListener('visibilitychange', look);
    look();
  });
}
