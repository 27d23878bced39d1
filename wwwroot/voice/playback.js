import { WavReader } from './wav.js';

// Sound that begins so soon after it is there does not stumble over the next piece.
const lead = 0.03;

const bytesOf = base64 => Uint8Array.from(atob(base64), letter => letter.charCodeAt(0));

// Plays sentences as their sound arrives, one after the other without a gap.
export class Playback {
  #context;
  #next = 0;
  #starts = [];
  #sources = new Set();
  #work = Promise.resolve();
  #index;
  #wav;
  #whole = [];
  #isStopped = false;

  constructor(context) {
    this.#context = context;
  }

  // A piece of a sentence. What is no WAV can only be played when the whole sentence is there.
  add({ index, contentType, base64 }) {
    if (index !== this.#index) {
      this.#endSentence();
      this.#index = index;
      this.#wav = contentType.includes('wav') ? new WavReader() : undefined;
    }
    const bytes = bytesOf(base64);
    if (!this.#wav) {
      this.#whole.push(bytes);
      return;
    }
    const sound = this.#wav.add(bytes);
    if (sound) {
      this.#enqueue(index, () => {
        const buffer = this.#context.createBuffer(1, sound.samples.length, sound.sampleRate);
        buffer.copyToChannel(sound.samples, 0);
        return buffer;
      });
    }
  }

  // Ends when the last sound was heard.
  async end() {
    this.#endSentence();
    await this.#work;
    while (this.#sources.size > 0) {
      await new Promise(resolve => [...this.#sources].at(-1).addEventListener('ended', resolve, { once: true }));
    }
  }

  // When the first sound is heard, on the clock of performance.now; none before it is known.
  get begins() {
    return this.#starts.length > 0 ? performance.now() + 1000 * (this.#starts[0].at - this.#context.currentTime) : undefined;
  }

  // The last sentence whose sound has begun; -1 when none has.
  get heard() {
    return this.#starts.findLast(start => start.at <= this.#context.currentTime)?.index ?? -1;
  }

  stop() {
    this.#isStopped = true;
    this.#sources.forEach(source => source.stop());
  }

  #endSentence() {
    const whole = this.#whole;
    if (whole.length > 0) {
      this.#whole = [];
      this.#enqueue(this.#index, async () => this.#context.decodeAudioData(await new Blob(whole).arrayBuffer()));
    }
  }

  #enqueue(index, read) {
    this.#work = this.#work.then(async () => {
      const buffer = await read();
      if (this.#isStopped) {
        return;
      }
      const source = new AudioBufferSourceNode(this.#context, { buffer });
      const at = Math.max(this.#next, this.#context.currentTime + lead);
      this.#next = at + buffer.duration;
      if (this.#starts.at(-1)?.index !== index) {
        this.#starts.push({ index, at });
      }
      this.#sources.add(source);
      source.addEventListener('ended', () => this.#sources.delete(source));
      source.connect(this.#context.destination);
      source.start(at);
    });
  }
}

// The same by the browser's own voice.
export class BrowserVoice {
  #said = [];
  #isStopped = false;
  #hasFailed = false;
  heard = -1;

  static get isThere() {
    return 'speechSynthesis' in window;
  }

  // Nothing is said, but by a press, and so something may be said later.
  static unlock() {
    speechSynthesis.speak(new SpeechSynthesisUtterance(''));
  }

  say({ index, text }) {
    if (this.#isStopped) {
      return;
    }
    this.#said.push(new Promise(resolve => {
      const words = new SpeechSynthesisUtterance(text);
      words.addEventListener('start', () => {
        this.heard = index;
        this.begins ??= performance.now();
      });
      words.addEventListener('end', resolve);
      words.addEventListener('error', () => {
        this.#hasFailed ||= !this.#isStopped;
        resolve();
      });
      speechSynthesis.speak(words);
    }));
  }

  // Ends when the last sentence was heard.
  async end() {
    await Promise.all(this.#said);
    if (this.#hasFailed) {
      throw new Error('The browser could not speak.');
    }
  }

  stop() {
    this.#isStopped = true;
    speechSynthesis.cancel();
  }
}
