// 16-bit mono WAV (Microsoft's RIFF), which every recogniser reads.
export function wavOf(blocks, sampleRate) {
  const count = blocks.reduce((sum, block) => sum + block.length, 0);
  const view = new DataView(new ArrayBuffer(44 + 2 * count));
  const text = (at, word) => [...word].forEach((letter, index) => view.setUint8(at + index, letter.charCodeAt(0)));
  text(0, 'RIFF');
  view.setUint32(4, 36 + 2 * count, true);
  text(8, 'WAVEfmt ');
  view.setUint32(16, 16, true);
  view.setUint16(20, 1, true);
  view.setUint16(22, 1, true);
  view.setUint32(24, sampleRate, true);
  view.setUint32(28, 2 * sampleRate, true);
  view.setUint16(32, 2, true);
  view.setUint16(34, 16, true);
  text(36, 'data');
  view.setUint32(40, 2 * count, true);
  let at = 44;
  for (const block of blocks) {
    for (const sample of block) {
      view.setInt16(at, Math.max(-1, Math.min(1, sample)) * 0x7fff, true);
      at += 2;
    }
  }
  return new Blob([view], { type: 'audio/wav' });
}

// Reads a WAV file while it arrives: gives the samples of each piece, of all channels mixed.
export class WavReader {
  #bytes = new Uint8Array(0);
  #format;

  // { sampleRate, samples }; none while there are not enough bytes.
  add(bytes) {
    const all = new Uint8Array(this.#bytes.length + bytes.length);
    all.set(this.#bytes);
    all.set(bytes, this.#bytes.length);
    this.#bytes = all;
    this.#format ??= this.#readHeader();
    return this.#format && this.#readSamples();
  }

  // Chunks follow each other until the one with the data; its size may be unknown in a stream.
  #readHeader() {
    const view = new DataView(this.#bytes.buffer);
    let format;
    for (let at = 12; at + 8 <= view.byteLength;) {
      const name = String.fromCharCode(...this.#bytes.subarray(at, at + 4));
      if (name === 'data') {
        this.#bytes = this.#bytes.slice(at + 8);
        return format;
      }
      if (name === 'fmt ' && at + 24 <= view.byteLength) {
        format = { channels: view.getUint16(at + 10, true), sampleRate: view.getUint32(at + 12, true), bits: view.getUint16(at + 22, true) };
        if (format.bits !== 16) {
          throw new Error(`WAV of ${format.bits} bits`);
        }
      }
      at += 8 + view.getUint32(at + 4, true);
    }
    return undefined;
  }

  #readSamples() {
    const { channels, sampleRate } = this.#format;
    const count = Math.floor(this.#bytes.length / (2 * channels));
    const view = new DataView(this.#bytes.buffer, this.#bytes.byteOffset);
    const samples = new Float32Array(count);
    for (let i = 0; i < count; i++) {
      for (let channel = 0; channel < channels; channel++) {
        samples[i] += view.getInt16(2 * (i * channels + channel), true) / 0x8000 / channels;
      }
    }
    this.#bytes = this.#bytes.slice(2 * channels * count);
    return count > 0 ? { sampleRate, samples } : undefined;
  }
}
