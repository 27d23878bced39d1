import { untilSeen } from '../../seeing.js';

// Starts the circuit, keeps html[data-ready] true to it, and brings the page back when the circuit cannot come back.
const root = document.documentElement;
const modal = document.getElementById('components-reconnect-modal');
const stopped = document.getElementById('blazor-error-ui');
const lost = ['components-reconnect-failed', 'components-reconnect-rejected'];
const wait = milliseconds => new Promise(resolve => setTimeout(resolve, milliseconds));

function follow() {
  const has = name => modal.classList.contains(name);

  if (lost.some(has)) {
    delete root.dataset.ready;
    watch.disconnect();
    reloadWhenServed();
  } else if (has('components-reconnect-hide')) {
    root.dataset.ready = 'true';
  } else if (has('components-reconnect-show')) {
    delete root.dataset.ready;
  }
}

// A reload while the server is still away would end on the browser's own error page, and stay there.
async function reloadWhenServed() {
  while (!await fetch(root.baseURI, { cache: 'no-store' }).then(answer => answer.status < 500 && answer.status !== 429, () => false)) {
    await wait(2000);
  }
  location.reload();
}

// Where a sign-in is over the server sends every page to the form, and refuses the circuit for good.
async function leaveWhenSignedOut() {
  const answer = await fetch(root.baseURI, { cache: 'no-store', redirect: 'manual' }).catch(() => undefined);
  if (answer?.type === 'opaqueredirect') {
    location.reload();
  }
}

// A window that nobody has looked at for long lets go of what the server keeps for it. What is written in it is kept here, and there again after the reload.
async function restUnseen() {
  while (true) {
    await untilSeen(false);
    const rest = setTimeout(async () => {
      delete root.dataset.ready;
      window.Blazor.disconnect();
      await untilSeen();
      reloadWhenServed();
    }, Number(modal.dataset.unseen));
    await untilSeen();
    clearTimeout(rest);
  }
}

const watch = new MutationObserver(follow);
watch.observe(modal, { attributeFilter: ['class'] });
new MutationObserver(() => delete root.dataset.ready).observe(stopped, { attributeFilter: ['style'] });

// Tries again soon and for as long as it takes: by itself Blazor waits up to thirty seconds between attempts, and then gives up.
const retryIntervalMilliseconds = attempt => {
  leaveWhenSignedOut();
  return Math.min(attempt * 250, 3000);
};
window.Blazor.start({ circuit: { reconnectionOptions: { maxRetries: undefined, retryIntervalMilliseconds } } });
restUnseen();
