// Tells speech from silence by how loud it is. Times are in seconds of sound, so a busy page changes nothing.

// Root mean square, of 1: a quiet voice close to a microphone is above it, a quiet room below.
const quietest = 0.01;

// Speech is this much louder than what is always there, and above this it always is speech.
const aboveRoom = 3;
const loudestRoom = 0.3;

// A voice pauses between its words, and noise does not: what it never falls below in so many parts of so many seconds is the room.
const parts = 6;
const partLength = 0.5;

export class Loudness {
  #quietestOfParts = Array(parts).fill(quietest);
  #part = { length: 0, level: Infinity };

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
    if (level > this.factor * Math.max(quietest, Math.min(this.#room(length, level) * aboveRoom, loudestRoom))) {
      this.spoken += length;
      this.silence = 0;
    } else {
      this.silence += length;
    }
  }

  #room(length, level) {
    this.#part.length += length;
    this.#part.level = Math.min(this.#part.level, level);
    if (this.#part.length >= partLength) {
      this.#quietestOfParts = [...this.#quietestOfParts.slice(1), this.#part.level];
      this.#part = { length: 0, level: Infinity };
    }
    return Math.min(...this.#quietestOfParts, this.#part.level);
  }
}
