/** Counts seconds down in samples that arrive, so that a microphone that gives none holds it up. */
export interface Countdown {
  /** Answers whether it came to the end. `sampleRate` in Hz. */
  start(seconds: number, sampleRate: number): Promise<boolean>;
  /** So many samples have been heard since the device was opened. */
  hear(samples: number): void;
  cancel(): void;
}

/** `onLeft` is told the whole seconds that are left, each once. */
export function createCountdown(onLeft: (left: number) => void): Countdown {
  let hear: (samples: number) => void = () => undefined;
  let finish: (whole: boolean) => void = () => undefined;
  return {
    start: (seconds, sampleRate) =>
      new Promise((resolve) => {
        let from: number | undefined;
        let told = seconds;
        finish = (whole) => {
          hear = () => undefined;
          resolve(whole);
        };
        hear = (samples) => {
          from ??= samples;
          const left = Math.ceil(seconds - (samples - from) / sampleRate);
          if (left <= 0) return finish(true);
          if (left !== told) onLeft(left);
          told = left;
        };
        onLeft(seconds);
      }),
    hear: (samples) => hear(samples),
    cancel: () => finish(false),
  };
}
