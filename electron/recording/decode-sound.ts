import { fail, ok, type Result } from '../result.ts';
import { bytesSource } from './decoding/byte-source.ts';
import { openSound } from './decoding/open-sound.ts';
import type { SoundFaultCode } from './decoding/sound.ts';
import type { Pcm } from './wav.ts';

/** The longest sound that is decoded into memory at once, in minutes: what is longer is read block by block. */
const LONGEST_IN_MEMORY_MINUTES = 30;

/**
 * Short sound that is in memory (an answer of a server, a clip, a sample) as mono samples, judged by its first bytes and
 * never by its name. Fails as `openSound`, and with `audio-too-long` past half an hour. What was damaged is left out.
 */
export async function decodeSound(bytes: Uint8Array): Promise<Result<Pcm, SoundFaultCode>> {
  const opened = await openSound(bytesSource(bytes));
  if (!opened.ok) return opened;
  const sound = opened.value;
  const blocks: Float32Array[] = [];
  let length = 0;
  try {
    for await (const block of sound.blocks) {
      blocks.push(block);
      length += block.length;
      if (length > LONGEST_IN_MEMORY_MINUTES * 60 * sound.sampleRate)
        return fail('audio-too-long', { facts: { limit: `${LONGEST_IN_MEMORY_MINUTES} minutes` } });
    }
    const ended = sound.ended();
    if (!ended.ok) return ended;
    const samples = new Float32Array(length);
    let at = 0;
    for (const block of blocks) {
      samples.set(block, at);
      at += block.length;
    }
    return ok({ sampleRate: sound.sampleRate, bitDepth: sound.bitDepth, samples });
  } finally {
    await sound.close();
  }
}
