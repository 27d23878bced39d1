// Looks on while one answer arrives. It notes times and reads almost nothing, because its own work is part of what is measured.
({ countsFrames }) => {
  const ends = ['done', 'stopped', 'failed', 'interrupted'];
  const quietFor = 300;

  const log = document.querySelector('[role="log"]');
  const seen = { updates: [], firstText: null, ended: null, state: null, sent: null, clicked: null, longTasks: [], longestFrame: 0 };
  const now = () => performance.timeOrigin + performance.now();
  const started = performance.now();
  let changed = now();

  const answerAround = node => (node.nodeType === Node.ELEMENT_NODE ? node : node.parentElement)?.closest('[data-part="answer"]');

  // Colouring puts spans where the text of a code element was; text arrives in every other way.
  const isColouring = ({ type, target }) => type === 'childList' && target.localName === 'code';

  function noteAnswer(records) {
    if (records.every(isColouring)) {
      return;
    }
    seen.updates.push(changed);
    if (seen.firstText === null && records.some(({ target }) => answerAround(target).textContent.trim())) {
      seen.firstText = changed;
    }
  }

  function noteEnd() {
    const state = log.querySelector('article[aria-label="Assistant"]')?.dataset.state;
    if (seen.ended === null && ends.includes(state)) {
      seen.ended = changed;
      seen.state = state;
    }
  }

  new MutationObserver(records => {
    changed = now();
    const drawn = records.filter(({ target }) => answerAround(target));
    if (drawn.length > 0) {
      noteAnswer(drawn);
    }
    if (drawn.length < records.length) {
      noteEnd();
    }
  }).observe(log, { subtree: true, childList: true, characterData: true, attributeFilter: ['data-state'] });

  // Since the press itself, also if the page was too busy to hear of it.
  document.addEventListener('keydown', ({ timeStamp }) => seen.sent ??= performance.timeOrigin + timeStamp, { capture: true });
  document.addEventListener('click', ({ timeStamp }) => seen.clicked = performance.timeOrigin + timeStamp, { capture: true });

  new PerformanceObserver(tasks => seen.longTasks.push(...tasks.getEntries().filter(({ startTime }) => startTime > started).map(({ duration }) => duration)))
    .observe({ type: 'longtask' });

  if (countsFrames) {
    let last = null;
    requestAnimationFrame(function frame(time) {
      seen.longestFrame = Math.max(seen.longestFrame, time - (last ?? time));
      last = time;
      if (seen.ended === null) {
        requestAnimationFrame(frame);
      }
    });
  }

  const over = new Promise(done => {
    const looking = setInterval(() => {
      if (seen.ended !== null && now() - changed > quietFor) {
        clearInterval(looking);
        done(seen);
      }
    }, 100);
  });

  return {
    over,
    text() {
      const answer = log.querySelector('[data-part="answer"]').cloneNode(true);
      answer.querySelectorAll('.bar').forEach(bar => bar.remove());
      return answer.textContent;
    },
  };
}
