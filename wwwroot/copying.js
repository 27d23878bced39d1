// Buttons that copy: [data-copy] the code of its block, [data-copy-answer] the whole answer. One listener serves them all.
const shownFor = 1500;

document.addEventListener('click', async event => {
  const button = event.target.closest('[data-copy], [data-copy-answer]');
  if (button) {
    await copy(button.hasAttribute('data-copy') ? codeBeside(button) : answerBeside(button));
    confirm(button);
  }
});

export async function copy(text) {
  if (navigator.clipboard) {
    await navigator.clipboard.writeText(text);
  } else {
    copyWithoutPermission(text);
  }
}

const codeBeside = button => button.closest('.block').querySelector('code').textContent;

function answerBeside(button) {
  const answer = button.closest('article').querySelector('[data-part="answer"]');
  answer.dataset.copying = ''; // innerText is what can be seen, and the bars of code in a list are none of the answer's words.
  const text = [...answer.children].map(block => block.matches('.block') ? block.querySelector('code').textContent : block.innerText).join('\n\n');
  delete answer.dataset.copying;
  return text;
}

// The clipboard proper is there only on HTTPS and on this machine.
function copyWithoutPermission(text) {
  const box = document.createElement('textarea');
  const focused = document.activeElement;
  box.value = text;
  box.className = 'sr-only';
  document.body.append(box);
  box.select();
  document.execCommand('copy');
  box.remove();
  focused?.focus();
}

// The look says "Copied"; the button's name stays what it does.
function confirm(button) {
  button.dataset.copied = '';
  setTimeout(() => delete button.dataset.copied, shownFor);
}
