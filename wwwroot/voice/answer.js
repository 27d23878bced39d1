// By its reader: not every browser can iterate a stream.
async function* textsOf(body) {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  try {
    for (let read = await reader.read(); !read.done; read = await reader.read()) {
      yield read.value;
    }
  } finally {
    reader.cancel().catch(() => {}); // It may have failed, which whoever reads knows.
  }
}

// Events of a text/event-stream, as they arrive: { type, data }.
async function* eventsOf(body) {
  let rest = '';
  for await (const text of textsOf(body)) {
    const events = (rest + text).split('\n\n');
    rest = events.pop();
    for (const event of events) {
      const fields = new Map(event.split('\n').map(line => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1).trimStart()]));
      yield { type: fields.get('event'), data: JSON.parse(fields.get('data')) };
    }
  }
}

const lost = 'The connection was lost. What you said may not have arrived: look at the conversation, then say it again.';

const form = (recording, conversationId) => {
  const body = new FormData();
  body.append('audio', recording, 'speech');
  body.append('conversationId', conversationId);
  return { body };
};

const json = (transcript, conversationId) => ({ body: JSON.stringify({ transcript, conversationId }), headers: { 'Content-Type': 'application/json' } });

// One question and its answer. What went wrong is thrown as a sentence to show; nothing follows after stop.
export class Answer {
  #stop = new AbortController();

  async *events(said, conversationId) {
    try {
      const what = said instanceof Blob ? form(said, conversationId) : json(said, conversationId);
      const response = await fetch(new URL('api/voice', document.baseURI), { method: 'POST', signal: this.#stop.signal, ...what });
      if (!response.ok) {
        const problem = await response.json().catch(() => ({}));
        throw problem.detail ?? problem.title ?? `The server answered with ${response.status}. Please try again.`;
      }
      this.id = response.headers.get('X-Reply-Id');
      yield { type: 'started', data: response.headers.get('X-Conversation-Id') };
      let hasEnded = false;
      for await (const event of eventsOf(response.body)) {
        hasEnded ||= event.type === 'done' || event.type === 'error';
        yield event;
      }
      if (!hasEnded) {
        throw lost;
      }
    } catch (trouble) {
      if (!this.#stop.signal.aborted) {
        throw typeof trouble === 'string' ? trouble : lost;
      }
    }
  }

  // Nobody listens any more; what is written goes on.
  leave() {
    this.#stop.abort();
  }

  // Only so much of it was heard; the server stops writing and speaking.
  async interrupt(heard) {
    this.#stop.abort();
    if (this.id) {
      await fetch(new URL(`api/voice/${this.id}/heard`, document.baseURI), {
        method: 'POST', body: JSON.stringify({ index: heard }), headers: { 'Content-Type': 'application/json' },
      }).catch(() => {}); // Silence is what was asked for; the conversation shows what was kept.
    }
  }
}
