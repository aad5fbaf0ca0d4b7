import type { Result } from '../result.ts';
import type { StockVoiceName } from './stock-voices.ts';

export interface SpeakRequest {
  readonly text: string;
  readonly voice: StockVoiceName;
  /** 0.5–2; 1 is the voice's own pace. */
  readonly rate: number;
}

/** `failed`: it broke on this text. `too-slow`: it was stopped. `busy`: too many wait. `stopped`: closed or given up. */
export type SynthesizerFault =
  | 'synthesizer-failed'
  | 'synthesizer-too-slow'
  | 'synthesizer-busy'
  | 'synthesizer-stopped';

/** Whatever turns text into sound: Flite in the product, something smaller in a test. */
export interface Synthesizer {
  /** A whole WAV file, mono. `signal` gives up on what has not begun. */
  speak(
    request: SpeakRequest,
    signal?: AbortSignal,
  ): Promise<Result<Uint8Array<ArrayBuffer>, SynthesizerFault>>;
  /** Ends it at once; what waits fails with `synthesizer-stopped`. */
  close(): Promise<void>;
}
