import { Answer } from '../../voice/answer.js';
import { Microphone } from '../../voice/microphone.js';
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

const Recognition = window.SpeechRecognition ?? window.webkitSpeechRecognition;
const consentKey = 'voice/browser';

const tooShort = 'That was too short to be heard. Hold Speak while you talk.';
const nothing = 'Nothing was heard. Check that the right microphone is chosen, then press Speak again.';
const noRecogniser = 'This browser cannot recognise speech. Type instead, or set Assistant:Voice:SpeechToText:Endpoint on the server.';
const noVoice = 'This browser has no voice, so the answer is only shown. Assistant:Voice:TextToSpeech:Endpoint gives the server one.';
const refused = 'Speech stays off. Type instead, or set Assistant:Voice:SpeechToText:Endpoint on the server.';
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
  #recognition;
  #answer;
  #voice;
  #sound;
  #pressedAt;
  #isHeld = false;
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
    this.#microphone?.close();
    this.#recognition?.abort();
    this.#voice?.stop();
    this.#sound?.close();
  }

  get #hears() {
    return 'hears' in this.#root.dataset;
  }

  get #speaks() {
    return 'speaks' in this.#root.dataset;
  }

  get #isHandsFree() {
    return 'handsFree' in this.#root.dataset;
  }

  #show(state, trouble = null) {
    this.#state = state;
    this.#trouble = trouble;
    this.#component.invokeMethodAsync('ShowAsync', state, trouble, this.#stages);
  }

  #keyDown(event) {
    if (event.altKey && event.code === 'KeyV' && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      event.stopPropagation(); // Other keys press their control; these can also be held.
      if (!event.repeat) {
        this.#press(event);
      }
    } else if (event.key === 'Escape' && this.#state === 'Speaking') {
      this.#interrupt();
      this.#show('Idle');
    } else if (event.key === 'Escape' && this.#state === 'Listening') {
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

  #release(event) {
    const wasHeld = this.#isHeld && event.timeStamp - this.#pressedAt >= longestTap;
    this.#isHeld = false;
    if (wasHeld && this.#state === 'Listening') {
      this.#finish();
    }
  }

  // The browser's own speech may leave this machine, so it is asked for once.
  #mayStart() {
    this.#mayUseBrowser ??= remembered();
    const needsBrowser = (!this.#hears && Recognition) || (!this.#speaks && BrowserVoice.isThere);
    if (needsBrowser && this.#mayUseBrowser === undefined) {
      this.#show('Asking');
      return false;
    }
    if (!this.#hears && !(Recognition && this.#mayUseBrowser)) {
      this.#show('Idle', Recognition ? refused : noRecogniser);
      return false;
    }
    return true;
  }

  #agree(isYes) {
    this.#mayUseBrowser = isYes;
    if (isYes) {
      remember();
    }
    if (this.#mayStart()) {
      this.#listen();
    }
  }

  async #listen() {
    const interrupted = this.#interrupt();
    this.#stages = null;
    this.#show('Listening');
    if (!this.#hears) {
      await interrupted;
      this.#recognise();
      return;
    }
    try {
      const microphone = await Microphone.open(loudness => this.#hear(loudness));
      await interrupted; // the conversation takes one question at a time
      this.#microphone = microphone;
    } catch (trouble) {
      this.#show('Idle', String(trouble));
      return;
    }
    if (this.#state !== 'Listening') {
      this.#forget();
    }
  }

  #hear(loudness) {
    if (this.#state === 'Speaking') {
      if (loudness.spoken >= interruption) {
        this.#interrupt();
        this.#stages = null;
        this.#show('Listening');
      }
    } else if (this.#state === 'Listening' && this.#microphone) {
      const hasSpoken = loudness.spoken >= shortestSpeech;
      if (loudness.heard >= longestRecording || (!this.#isHeld && hasSpoken && loudness.silence >= silenceAfterSpeech)) {
        this.#finish();
      } else if (!this.#isHeld && !hasSpoken && loudness.heard >= patience) {
        this.#forget();
        this.#show('Idle', nothing);
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
    this.#microphone = undefined;
    if (!microphone || microphone.loudness.heard < shortestRecording) {
      microphone?.close();
      this.#show('Idle', tooShort);
      return;
    }
    if (microphone.loudness.spoken === 0) {
      microphone.close();
      this.#show('Idle', nothing);
      return;
    }
    this.#show('Working');
    this.#ask(await microphone.take(), heardAt);
  }

  #recognise() {
    const recognition = this.#recognition = new Recognition();
    let said = '';
    recognition.lang = navigator.language;
    recognition.addEventListener('result', event => {
      said = [...event.results].map(result => result[0].transcript).join(' ');
    });
    recognition.addEventListener('error', event => this.#show('Idle', recognitionFaults[event.error] ?? `The browser’s recogniser failed: ${event.error}.`));
    recognition.addEventListener('end', () => {
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
    let trouble = voice ? null : noVoice;
    this.#show('Working');
    try {
      for await (const { type, data } of answer.events(said, this.#root.dataset.conversation || 'new')) {
        if (type === 'started') {
          this.#component.invokeMethodAsync('StartedAsync', data);
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
      const microphone = await Microphone.open(loudness => this.#hear(loudness), 2).catch(() => undefined);
      if (this.#microphone || this.#state === 'Idle') {
        microphone?.close();
      } else {
        this.#microphone = microphone;
      }
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
    this.#microphone = this.#recognition = undefined;
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
