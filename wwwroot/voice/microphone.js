import { Loudness } from './loudness.js';
import { wavOf } from './wav.js';

// Recognisers work at this rate; more would only be more bytes.
const wavRate = 16000;

const containers = ['audio/webm;codecs=opus', 'audio/mp4'];

const sentences = {
  NotAllowedError: 'The microphone is not allowed here. Allow it in the browser’s address bar, then press Speak again.',
  NotFoundError: 'No microphone was found. Plug one in, then press Speak again.',
  NotReadableError: 'The microphone is in use by another program. Close it there, then press Speak again.',
};

export const insecure = 'A microphone needs HTTPS. Open this page by https, or on the machine itself as http://localhost.';

// A person's voice, recorded from the start until it is taken or thrown away.
export class Microphone {
  #stream;
  #context;
  #recorder;
  #parts = [];
  #blocks = [];

  // What is wrong is thrown as a sentence to show. onSound and onLost are called with the microphone.
  static async open(onSound, onLost, factor) {
    if (!navigator.mediaDevices?.getUserMedia) {
      throw insecure;
    }
    const microphone = new Microphone();
    try {
      microphone.#stream = await navigator.mediaDevices.getUserMedia({ audio: { channelCount: 1, echoCancellation: true, noiseSuppression: true } });
    } catch (refusal) {
      throw sentences[refusal.name] ?? `The microphone cannot be used: ${refusal.message || refusal.name}.`;
    }
    try {
      await microphone.#record(onSound, factor);
    } catch (failure) {
      microphone.close();
      throw `This browser cannot record: ${failure.message || failure.name}. Type instead, or try another browser.`;
    }
    microphone.#stream.getTracks().forEach(track => track.addEventListener('ended', () => onLost(microphone)));
    return microphone;
  }

  async #record(onSound, factor) {
    const type = window.MediaRecorder && containers.find(container => MediaRecorder.isTypeSupported(container));
    this.loudness = new Loudness(factor);
    if (type) {
      this.#recorder = new MediaRecorder(this.#stream, { mimeType: type });
      this.#recorder.addEventListener('dataavailable', part => this.#parts.push(part.data));
      this.#recorder.start();
    }
    this.#context = new AudioContext(type ? {} : { sampleRate: wavRate });
    await this.#context.audioWorklet.addModule(new URL('./microphone-worklet.js', import.meta.url));
    const samples = new AudioWorkletNode(this.#context, 'microphone', { numberOfOutputs: 0 });
    samples.port.onmessage = ({ data }) => {
      if (!this.#recorder) {
        this.#blocks.push(data);
      }
      this.loudness.add(data, this.#context.sampleRate);
      onSound(this);
    };
    this.#context.createMediaStreamSource(this.#stream).connect(samples);
  }

  // The recording; the microphone is closed.
  async take() {
    let recording;
    if (this.#recorder) {
      if (this.#recorder.state !== 'inactive') { // or it has stopped with its microphone
        const stopped = new Promise(resolve => this.#recorder.addEventListener('stop', resolve, { once: true }));
        this.#recorder.stop();
        await stopped;
      }
      recording = new Blob(this.#parts, { type: this.#recorder.mimeType });
    } else {
      recording = wavOf(this.#blocks, this.#context.sampleRate);
    }
    this.close();
    return recording;
  }

  close() {
    this.#stream.getTracks().forEach(track => track.stop());
    if (this.#context && this.#context.state !== 'closed') {
      this.#context.close();
    }
  }
}
