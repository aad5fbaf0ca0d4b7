import type { Fault } from '../../result.ts';

/** `missing`: the engine or its model is not there; `wrong-model`: not the model it should be; `ended`: it broke off. */
export type ListeningFaultCode = 'listening-missing' | 'listening-wrong-model' | 'listening-ended';

/** A stretch of speech, in samples of the sound it was heard in; `to` is the first one after it. */
export interface SpeechSpan {
  readonly from: number;
  readonly to: number;
}

/** To the process that listens. A session is one sound, in order; several may be open. */
export type ToEar =
  | { readonly is: 'open'; readonly modelFile: string }
  | { readonly is: 'begin'; readonly session: number; readonly sampleRate: number }
  /** `first` is the index of the block's first sample; what lies between it and the block before was not sent. */
  | {
      readonly is: 'hear';
      readonly session: number;
      readonly first: number;
      readonly samples: Float32Array;
    }
  | { readonly is: 'end'; readonly session: number };

/** From it. */
export type FromEar =
  | { readonly is: 'unable'; readonly fault: Fault<ListeningFaultCode> }
  | ({ readonly is: 'heard' | 'done'; readonly session: number } & Progress);

/** How far a session has come. */
export interface Progress {
  /** Index after the last sample that was heard. */
  readonly upTo: number;
  /** Samples of speech so far, with what is being said now. */
  readonly speechSamples: number;
  /** Spans that have ended since the message before. */
  readonly spans: readonly SpeechSpan[];
}
