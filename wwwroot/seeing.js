// Whether anybody can see the page. While nobody can, what arrives waits on the server and comes in one piece when the page is looked at again.
export const isSeen = () => document.visibilityState === 'visible';

export function untilSeen() {
  return new Promise(seen => {
    const look = () => {
      if (isSeen()) {
        document.removeEventListener('visibilitychange', look);
        seen();
      }
    };
    document.addEventListener('visibilitychange', look);
    look();
  });
}
