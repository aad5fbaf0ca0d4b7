/** Gathers device buffers (about 10 ms each) into blocks of one length, so that few messages carry all the sound. */
export interface BlockMaker {
  /** Adds samples; calls `onBlock` for each block that is full. */
  add(samples: Float32Array): void;
  /** Gives out what is left, however short. */
  flush(): void;
}

/** `length` in samples. Each block is a new array of its own, free to be transferred. */
export function createBlockMaker(
  length: number,
  onBlock: (block: Float32Array<ArrayBuffer>) => void,
): BlockMaker {
  let block = new Float32Array(length);
  let filled = 0;
  const give = () => {
    const full = filled === length ? block : block.slice(0, filled);
    block = new Float32Array(length);
    filled = 0;
    onBlock(full);
  };
  return {
    add(samples) {
      for (let at = 0; at < samples.length; ) {
        const part = samples.subarray(at, at + length - filled);
        block.set(part, filled);
        filled += part.length;
        at += part.length;
        if (filled === length) give();
      }
    },
    flush() {
      if (filled > 0) give();
    },
  };
}
