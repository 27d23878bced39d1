import { Answer } from '../../voice/answer.js';
import { insecure, Microphone } from '../../voice/microphone.js';
import { BrowserVoice, Playback } from '../../voice/playback.js';

// A press that is shorter is no hold: it listens until the person falls silent.
const longestTap = 300;

// Seconds of sound.
const silenceAfterSpeech = 0.8;
const shortestSpeech = 0.1;
const shortestRecording = 0.3;
const longestRecording = 120;
const patience = 8;
const interruption = 0.25;
const apart = 0.3;

const Recognition = window.SpeechRecognition ?? window.webkitSpeechRecognition;
const consentKey = 'voice/browser';

const tooShort = 'That was too short to be heard. Hold Speak while you talk.';
const nothing = 'Nothing was heard. Check that the right microphone is chosen, then press Speak again.';
const noRecogniser = 'This browser cannot recognise speech. Type instead, or set Assistant:Voice:SpeechToText:Endpoint on the server.';
const noVoice = 'This browser has no voice, so the answer is only shown. Assistant:Voice:TextToSpeech:Endpoint gives the server one.';
const refused = 'Speech stays off. Type instead, or set Assistant:Voice:SpeechToText:Endpoint on the server.';
const unplugged = 'The microphone was lost. Plug it in again, then press Speak.';
const unplayable = 'The sound of the answer cannot be played here; its text is in the conversation.';

const recognitionFaults = {
  'not-allowed': 'The microphone is not allowed here. Allow it in the browser’s address bar, then press Speak again.',
  'no-speech': nothing,
  'audio-capture': 'No microphone was found. Plug one in, then press Speak again.',
  network: 'The browser’s recogniser cannot be reached. Type instead, or try again.',
};

const seconds = milliseconds => `${(milliseconds / 1000).toFixed(2)} s`;

class Control {
  #root;
  #component;
  #events = new AbortController();
  #state = 'Idle';
  #trouble = null;
  #stages = null;
  #microphone;
  #opening;
  #recognition;
  #answer;
  #voice;
  #sound;
  #pressedAt;
  #isHeld = false;
  #isUnlocked = false;
  #mayUseBrowser;

  constructor(root, component) {
    this.#root = root;
    this.#component = component;
    const { signal } = this.#events;
    const button = root.querySelector('[data-speak]');
    button.addEventListener('pointerdown', event => {
      if (event.button === 0) {
        button.setPointerCapture(event.pointerId);
        this.#press(event);
      }
    });
    button.addEventListener('pointerup', event => this.#release(event));
    button.addEventListener('pointercancel', event => this.#release(event));
    button.addEventListener('click', event => {
      if (event.detail === 0) { // by the keyboard, which has no pointer to hold
        this.#press(event);
        this.#release(event);
      }
    });
    root.addEventListener('click', event => {
      const { answer } = event.target.dataset;
      if (answer) {
        this.#agree(answer === 'yes');
      }
    });
    document.addEventListener('keydown', event => this.#keyDown(event), { signal, capture: true });
    document.addEventListener('keyup', event => {
      if (this.#isHeld && (event.code === 'KeyV' || event.key === 'Alt')) {
        this.#release(event);
      }
    }, { signal });
  }

  detach() {
    this.#events.abort();
    this.#forget();
    this.#answer?.leave();
    this.#voice?.stop();
    this.#answer = this.#voice = undefined;
    this.#sound?.close();
  }

  get #hears() {
    return 'hears' in this.#root.dataset;
  }

  get #speaks() {
    return 'speaks' in this.#root.dataset;
  }

  get #conversation() {
    return this.#root.dataset.conversation ?? '';
  }

  get #isHandsFree() {
    return 'handsFree' in this.#root.dataset;
  }

  #show(state, trouble = null) {
    this.#state = state;
    this.#trouble = trouble;
    if (this.#events.signal.aborted) {
      return; // the page is another one by now
    }
    this.#component.invokeMethodAsync('ShowAsync', state, trouble, this.#stages);
  }

  #keyDown(event) {
    if (event.altKey && event.code === 'KeyV' && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      event.stopPropagation(); // Other keys press their control; these can also be held.
      if (!event.repeat) {
        this.#press(event);
      }
    } else if (event.key === 'Escape' && (this.#state === 'Speaking' || this.#state === 'Listening')) {
      this.#interrupt();
      this.#forget();
      this.#show('Idle');
    }
  }

  // The press is what lets the page play sound later. How long it was held is known by the events: making sound ready takes a while.
  #press(event) {
    this.#isHeld = true;
    this.#pressedAt = event.timeStamp;
    this.#sound ??= new AudioContext();
    this.#sound.resume();
    if (this.#state === 'Listening') {
      this.#finish();
    } else if (this.#mayStart()) {
      this.#listen();
    }
  }

  // A finger is a gesture only when it is lifted, and some browsers begin sound and speech in nothing else.
  #unlock() {
    this.#sound?.resume();
    if (!this.#isUnlocked && !this.#speaks && this.#mayUseBrowser && BrowserVoice.isThere) {
      this.#isUnlocked = true;
      BrowserVoice.unlock();
    }
  }

  #release(event) {
    this.#unlock();
    const wasHeld = this.#isHeld && event.timeStamp - this.#pressedAt >= longestTap;
    this.#isHeld = false;
    if (wasHeld && this.#state === 'Listening') {
      this.#finish();
    }
  }

  // The browser's own speech may leave this machine, so it is asked for once.
  #mayStart() {
    if (!this.#hears && !Recognition) {
      this.#show('Idle', noRecogniser);
      return false;
    }
    this.#mayUseBrowser ??= remembered();
    const needsBrowser = !this.#hears || (!this.#speaks && BrowserVoice.isThere);
    if (needsBrowser && this.#mayUseBrowser === undefined) {
      this.#show('Asking');
      return false;
    }
    if (!this.#hears && !this.#mayUseBrowser) {
      this.#show('Idle', refused);
      return false;
    }
    return true;
  }

  #agree(isYes) {
    this.#mayUseBrowser = isYes;
    this.#unlock();
    if (isYes) {
      remember();
    }
    if (this.#mayStart()) {
      this.#listen();
    }
  }

  async #listen() {
    const interrupted = this.#interrupt();
    this.#forget();
    this.#stages = this.#isHandsFree ? this.#stages : null; // There the last answer is over only just now.
    this.#show('Listening');
    try {
      await (this.#hears ? this.#open(interrupted) : this.#recognise(interrupted));
    } catch (trouble) {
      this.#show('Idle', String(trouble));
    }
  }

  // The conversation takes one question at a time, so what is interrupted has to be over first. Who has thought better of it meanwhile is not listened to.
  async #open(interrupted, factor) {
    const opening = this.#opening = Symbol();
    let microphone;
    try {
      microphone = await Microphone.open(opened => this.#hear(opened), opened => this.#lose(opened), factor);
    } catch (trouble) {
      if (this.#opening === opening) {
        throw trouble;
      }
    }
    await interrupted;
    if (this.#opening === opening) {
      this.#microphone = microphone;
    } else {
      microphone?.close();
    }
  }

  #hear(microphone) {
    if (microphone !== this.#microphone) {
      return;
    }
    const { loudness } = microphone;
    if (this.#state === 'Speaking') {
      if (loudness.spoken >= interruption) {
        loudness.factor = 1;
        this.#interrupt();
        this.#stages = null;
        this.#show('Listening');
      } else if (loudness.silence >= apart) {
        loudness.spoken = 0; // Single noises are nobody who speaks.
      }
    } else if (this.#state === 'Listening') {
      const hasSpoken = loudness.spoken >= shortestSpeech;
      if (loudness.heard >= longestRecording || (!this.#isHeld && hasSpoken && loudness.silence >= silenceAfterSpeech)) {
        this.#finish();
      } else if (!this.#isHeld && !hasSpoken && loudness.heard >= patience) {
        this.#forget();
        this.#show('Idle', nothing);
      }
    }
  }

  #lose(microphone) {
    if (microphone === this.#microphone) {
      this.#forget();
      if (this.#state === 'Listening') {
        this.#show('Idle', unplugged);
      }
    }
  }

  async #finish() {
    const heardAt = performance.now();
    const microphone = this.#microphone;
    if (this.#recognition) {
      this.#recognition.stop();
      return;
    }
    if (!microphone || microphone.loudness.heard < shortestRecording) {
      this.#forget();
      this.#show('Idle', tooShort);
      return;
    }
    if (microphone.loudness.spoken === 0) {
      this.#forget();
      this.#show('Idle', nothing);
      return;
    }
    this.#microphone = this.#opening = undefined;
    this.#show('Working');
    const recording = await microphone.take();
    if (this.#state === 'Working') {
      this.#ask(recording, heardAt);
    }
  }

  async #recognise(interrupted) {
    const opening = this.#opening = Symbol();
    await interrupted;
    if (this.#opening !== opening) {
      return;
    }
    const recognition = this.#recognition = new Recognition();
    let said = '';
    recognition.lang = navigator.language;
    recognition.addEventListener('result', event => {
      said = [...event.results].map(result => result[0].transcript).join(' ');
    });
    recognition.addEventListener('error', ({ error }) => {
      if (this.#recognition === recognition) {
        this.#show('Idle', window.isSecureContext ? recognitionFaults[error] ?? `The browser’s recogniser failed: ${error}.` : insecure);
      }
    });
    recognition.addEventListener('end', () => {
      if (this.#recognition !== recognition) {
        return;
      }
      this.#recognition = undefined;
      if (said) {
        this.#ask(said, performance.now());
      } else if (this.#state === 'Listening') {
        this.#show('Idle', nothing);
      }
    });
    recognition.start();
  }

  async #ask(said, heardAt) {
    const answer = this.#answer = new Answer();
    const voice = this.#voice = this.#speaks ? new Playback(this.#sound) : this.#mayUseBrowser && BrowserVoice.isThere ? new BrowserVoice() : undefined;
    const times = new Map();
    const reached = stage => times.has(stage) || times.set(stage, performance.now() - heardAt);
    const shown = this.#conversation;
    let trouble = voice || this.#mayUseBrowser === false ? null : noVoice;
    this.#stages = null;
    this.#show('Working');
    try {
      for await (const { type, data } of answer.events(said, shown || 'new')) {
        if (type === 'started') {
          if (this.#conversation === shown) { // Who reads another one by now is not called back.
            this.#component.invokeMethodAsync('StartedAsync', data);
          }
        } else if (type === 'transcript') {
          reached('transcribed');
        } else if (type === 'sentence') {
          reached('first sentence');
          voice?.say?.(data);
          this.#speaking();
        } else if (type === 'audio') {
          voice.add(data);
        } else if (type === 'notice') {
          trouble = data.message;
        } else if (type === 'error') {
          trouble = data.detail;
        } else if (type === 'done' && data.finishReason === 'stopped') {
          voice?.stop();
        }
      }
      reached('done');
      await voice?.end();
    } catch (failure) {
      trouble = typeof failure === 'string' ? failure : unplayable;
    }
    if (this.#answer === answer) {
      if (voice?.begins !== undefined) {
        times.set('first sound', voice.begins - heardAt);
      }
      this.#stages = ['heard', ...['transcribed', 'first sentence', 'first sound', 'done'].filter(stage => times.has(stage)).map(stage => `${stage} ${seconds(times.get(stage))}`)].join(' → ');
      this.#end(trouble);
    }
  }

  // Somebody who need not press anything may also speak meanwhile.
  async #speaking() {
    if (this.#state !== 'Working') {
      return;
    }
    this.#show('Speaking');
    if (this.#isHandsFree && this.#hears) {
      await this.#open(undefined, 2).catch(() => {}); // The answer is heard all the same.
    }
  }

  #end(trouble) {
    this.#forget();
    this.#answer = this.#voice = undefined;
    this.#show('Idle', trouble);
    if (this.#isHandsFree && !trouble) {
      this.#listen();
    }
  }

  // What was heard until now stays in the conversation, the rest was never said.
  #interrupt() {
    const [answer, voice] = [this.#answer, this.#voice];
    this.#answer = this.#voice = undefined;
    const heard = voice?.heard ?? -1;
    voice?.stop();
    return answer?.interrupt(heard);
  }

  #forget() {
    this.#microphone?.close();
    this.#recognition?.abort();
    this.#microphone = this.#opening = this.#recognition = undefined;
  }
}

const remembered = () => {
  try {
    return localStorage.getItem(consentKey) === 'yes' ? true : undefined;
  } catch {
    return undefined; // where nothing may be kept it is asked again
  }
};

const remember = () => {
  try {
    localStorage.setItem(consentKey, 'yes');
  } catch {
    // It is asked again.
  }
};

const controls = new WeakMap();

export const attach = (root, component) => controls.set(root, new Control(root, component));

export const detach = root => controls.get(root)?.detach();
