import type { LiveLevel, Recorder, RecorderState } from '../../renderer/audio/recorder.ts';

interface FakeRecorderOptions {
  /** Seconds already recorded when it starts: a preview need not wait for them. */
  readonly ahead?: number;
  /** Told when a take begins and when it is kept. */
  onBegin?(takeId: string): void;
  onKept?(takeId: string, samples: number): void;
}

const RATE = 48_000;
const PER_SECOND = 20;
const DEVICE = { id: 'desk', name: 'Desk microphone', sampleRate: RATE, narrowBand: false };

/** Records a made-up voice: peaks that rise and fall like syllables, by the clock of the page. */
export function fakeRecorder(
  options: FakeRecorderOptions = {},
): Recorder & { show(state: RecorderState): void } {
  let state: RecorderState = { is: 'idle' };
  let startedAt = 0;
  const listeners = new Set<() => void>();
  const values = new Float32Array(60 * PER_SECOND);
  const show = (next: RecorderState) => {
    state = next;
    for (const listener of listeners) listener();
  };
  const seconds = () => (performance.now() - startedAt) / 1000 + (options.ahead ?? 0);
  const samples = () => Math.round(seconds() * RATE);

  return {
    show,
    state: () => (state.is === 'recording' ? { ...state, samples: samples() } : state),
    level(): LiveLevel {
      const loud = syllable(seconds());
      const rms = -50 + loud * 32;
      return { rms, peak: rms + 9, clipped: false };
    },
    peaks() {
      const count = Math.min(values.length, Math.floor(seconds() * PER_SECOND));
      for (let at = 0; at < count; at++) values[at] = 0.03 + 0.6 * syllable(at / PER_SECOND);
      return { values, count, perSecond: PER_SECOND };
    },
    stream: () => ({ is: 'open', device: DEVICE, muted: false }),
    noSignal: () => false,
    hint: () => null,
    room: () => null,
    checkRoom() {},
    async open() {},
    close() {},
    async continueWith() {},
    pause() {
      if (state.is === 'recording') show({ ...state, is: 'paused' });
    },
    resume() {
      if (state.is === 'paused') show({ ...state, is: 'recording' });
    },
    mark() {},
    async record() {
      startedAt = performance.now();
      const takeId = `live-${Math.round(startedAt)}`;
      options.onBegin?.(takeId);
      show({ is: 'recording', takeId, samples: 0, sampleRate: RATE, sessionId: takeId });
    },
    async stop() {
      if (state.is !== 'recording') return;
      const { takeId } = state;
      const kept = samples();
      show({ is: 'idle' });
      options.onKept?.(takeId, kept);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

function syllable(seconds: number): number {
  const pause = Math.sin(seconds * 0.9) > 0.86 ? 0.02 : 1;
  return pause * Math.abs(Math.sin(seconds * 5.3) * Math.sin(seconds * 1.7 + 1)) ** 0.7;
}
