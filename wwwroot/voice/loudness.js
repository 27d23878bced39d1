// Tells speech from silence by how loud it is. Times are in seconds of sound, so a busy page changes nothing.

// Root mean square, of 1: a quiet voice close to a microphone is above it, a quiet room below.
const quietest = 0.01;

// Speech is this much louder than what is always there.
const aboveRoom = 3;

export class Loudness {
  #room = quietest;

  // How long there has been sound in all, speech in all, and silence since the last speech.
  heard = 0;
  spoken = 0;
  silence = 0;

  // Echo of our own voice is quieter than a person at the microphone.
  constructor(factor = 1) {
    this.factor = factor;
  }

  add(samples, sampleRate) {
    const length = samples.length / sampleRate;
    const level = Math.sqrt(samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length);
    this.heard += length;
    if (level > this.factor * Math.max(quietest, Math.min(this.#room * aboveRoom, 0.1))) {
      this.spoken += length;
      this.silence = 0;
    } else {
      this.silence += length;
      this.#room = Math.max(0.001, 0.95 * this.#room + 0.05 * level);
    }
  }
}
