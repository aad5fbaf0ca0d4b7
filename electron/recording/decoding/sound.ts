import type { Result } from '../../result.ts';
import type { SoundFormat } from './sniff.ts';

/** How the reading of a sound file can fail. `format-not-supported` says in its facts what it is (`format`). */
export type SoundFaultCode =
  | 'file-not-found'
  | 'not-audio'
  | 'audio-broken'
  | 'audio-empty'
  | 'audio-too-long'
  | 'format-not-supported';

/** What a file says of its sound. */
export interface SoundFacts {
  readonly format: SoundFormat;
  /** How the sound is coded, for a person who wants the details: `PCM`, `AAC`, `Opus` … */
  readonly codec: string;
  /** Hz. */
  readonly sampleRate: number;
  /** As in the file; the blocks are their average. */
  readonly channels: number;
  /** Bits per sample of what it was made from; 16 where the coding has no such thing, 32 for float. */
  readonly bitDepth: number;
  /** What the file says of its length, or what follows from its size; a file can be wrong about it. */
  readonly seconds?: number;
}

/** How the blocks ended: `damaged` where some of the file could not be decoded and was left out. */
export interface SoundEnd {
  readonly samples: number;
  readonly damaged: boolean;
}

/** A sound file that is open; to be closed whatever happens. */
export interface Sound extends SoundFacts {
  /**
   * Mono blocks (−1…1) in order, seconds long at most, to be run through once. Never throws: where the file breaks off
   * the blocks end, and `ended` says so.
   */
  readonly blocks: AsyncIterable<Float32Array<ArrayBuffer>>;
  /**
   * After the last block: how it ended. Fails with `audio-broken` where nothing could be decoded, `audio-empty` where
   * there is nothing, `audio-too-long` past the limit.
   */
  ended(): Result<SoundEnd, SoundFaultCode>;
  close(): Promise<void>;
}

/** What one format's decoder gives: its facts, and blocks that may throw where the file cannot be read on. */
export interface Decoding extends SoundFacts {
  /** `skipped` is called for each piece that was left out because it is damaged. */
  decode(skipped: () => void): AsyncGenerator<Float32Array<ArrayBuffer>, void>;
  close?(): void | Promise<void>;
}

/** The average of the first `length` samples of several channels. */
export function averaged(channels: readonly Float32Array[], length: number): Float32Array<ArrayBuffer> {
  const mono = new Float32Array(length);
  const share = 1 / Math.max(1, channels.length);
  for (const channel of channels)
    for (let i = 0; i < length; i++) mono[i] = (mono[i] ?? 0) + (channel[i] ?? 0) * share;
  return mono;
}
