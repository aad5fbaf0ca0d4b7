import type { LevelGate } from './listener.ts';

/** Levels are taken over so many seconds. */
const FRAME_SECONDS = 0.02;
/** Speech is louder than the quiet by 9 dB, and than −55 dBFS in any case. */
const ABOVE_QUIET = 10 ** (9 / 20);
const LEAST = 10 ** (-55 / 20);
/** Frames after the last loud one that still belong to it. */
const HANG_OVER = 10;
/** How fast the notion of "quiet" rises, per frame: 3 dB in about 7 seconds. */
const RISE = 1.001;

/** A plain gate: what stands above the quietest that was heard of late. It knows nothing of voices. */
export function createLevelGate({ sampleRate }: { sampleRate: number }): LevelGate {
  const length = Math.max(1, Math.round(FRAME_SECONDS * sampleRate));
  const spans: { from: number; to: number }[] = [];
  let quiet = 1;
  let sum = 0;
  let filled = 0;
  let frames = 0;
  let lastLoud = Number.NEGATIVE_INFINITY;
  let speech = 0;

  const frame = (level: number) => {
    quiet = Math.min(Math.max(level, LEAST / ABOVE_QUIET), quiet * RISE);
    if (level > Math.max(LEAST, quiet * ABOVE_QUIET)) lastLoud = frames;
    const from = (frames * length) / sampleRate;
    const to = ((frames + 1) * length) / sampleRate;
    if (frames - lastLoud <= HANG_OVER) {
      speech += to - from;
      const last = spans.at(-1);
      if (last && last.to === from) last.to = to;
      else spans.push({ from, to });
    }
    frames++;
  };

  return {
    add(block) {
      for (const sample of block) {
        sum += sample * sample;
        if (++filled < length) continue;
        frame(Math.sqrt(sum / length));
        sum = 0;
        filled = 0;
      }
    },
    get speechSeconds() {
      return speech;
    },
    spans,
  };
}
