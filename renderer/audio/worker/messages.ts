/** From the page to the capture worker. */
export type ToWorker =
  | {
      /** Begins to listen: the readable of a MediaStreamTrackProcessor, transferred. */
      readonly kind: 'listen';
      readonly frames: ReadableStream<unknown>;
    }
  /** Everything heard from the first frame on goes to this port, in order. */
  | { readonly kind: 'record'; readonly port: MessagePort }
  /** Sends what is left, says the end, and lets the microphone go. */
  | { readonly kind: 'stop' };

/** From the capture worker to the page. */
export type FromWorker =
  /** The first real samples are here. `sampleRate` in Hz. */
  | { readonly kind: 'started'; readonly sampleRate: number }
  | {
      readonly kind: 'heard';
      /** Samples since the start. */
      readonly samples: number;
      /** Level of this block: RMS and sample peak in dBFS, whether a sample touched full scale. */
      readonly rms: number;
      readonly peak: number;
      readonly clipped: boolean;
      /** New points for the waveform, `PEAKS_PER_SECOND` a second, 0…1. */
      readonly peaks: Float32Array;
    }
  /** No more will come. `why`: asked to, the device went away, main has the most it takes, main could not write, the worker itself failed. */
  | {
      readonly kind: 'ended';
      readonly why: 'asked' | 'device-gone' | 'full' | 'broken' | 'failed';
      readonly samples: number;
    };

/** Points of the live waveform per second. */
export const PEAKS_PER_SECOND = 50;
