// Hands the microphone's samples over as they come, in blocks of about 20 ms.
const blockSize = 1024;

registerProcessor('microphone', class extends AudioWorkletProcessor {
  constructor() {
    super();
    this.block = new Float32Array(blockSize);
    this.filled = 0;
  }

  process([[samples]]) {
    for (let taken = 0; samples && taken < samples.length;) {
      const part = samples.subarray(taken, taken + blockSize - this.filled);
      this.block.set(part, this.filled);
      this.filled += part.length;
      taken += part.length;
      if (this.filled === blockSize) {
        this.port.postMessage(this.block);
        this.block = new Float32Array(blockSize);
        this.filled = 0;
      }
    }
    return true;
  }
});
