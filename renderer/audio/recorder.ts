import type { Bridge } from '../../electron/contract/calls.ts';
import type { Fault } from '../../electron/result.ts';
import { type Capture, openCapture } from './capture.ts';
import { createPeakList, type PeakList, type PeakView } from './peak-list.ts';
import type { FromWorker } from './worker/messages.ts';

export type RecorderState =
  | { readonly is: 'idle' }
  | { readonly is: 'asking' }
  | { readonly is: 'starting' }
  | {
      readonly is: 'recording';
      readonly takeId: string;
      readonly samples: number;
      readonly sampleRate: number;
    }
  | { readonly is: 'stopping'; readonly takeId: string }
  | { readonly is: 'failed'; readonly fault: Fault };

/** Level of the last 50 ms. */
export interface LiveLevel {
  /** dBFS. */
  readonly rms: number;
  /** dBFS. */
  readonly peak: number;
  /** A sample touched full scale. */
  readonly clipped: boolean;
}

/** Recording as the window sees it. `subscribe` tells of state changes; level and peaks are there to be polled. */
export interface Recorder {
  state(): RecorderState;
  level(): LiveLevel;
  /** The waveform so far of the take recorded now or last: the first `count` of `values`, 0…1, `perSecond` a second. */
  peaks(): PeakView & { readonly takeId?: string };
  /** Asks for the microphone and records; resolves once it records or has failed. `deviceId` null: the default. */
  start(deviceId: string | null): Promise<void>;
  /** Stops and keeps; resolves when the take is closed. */
  stop(): Promise<void>;
  subscribe(listener: () => void): () => void;
}

const SILENT: LiveLevel = { rms: -Infinity, peak: -Infinity, clipped: false };

/** The parts that join the recorder to the rest of the app. */
export interface RecorderParts {
  readonly call: Bridge['call'];
  readonly on: Bridge['on'];
  readonly handOverPort: (takeId: string, port: MessagePort) => void;
  /** Opens the microphone; default: the browser's. */
  readonly open?: typeof openCapture;
}

/** The window's recorder: device → worker → main, with only the figures for drawing passing through here. */
export function createRecorder({ call, on, handOverPort, open = openCapture }: RecorderParts): Recorder {
  let state: RecorderState = { is: 'idle' };
  let level = SILENT;
  let peaks: PeakList = createPeakList();
  let capture: Capture | undefined;
  let brokenBy: Fault | undefined;
  let lastTake: string | undefined;
  const listeners = new Set<() => void>();

  const become = (next: RecorderState) => {
    state = next;
    for (const listener of listeners) listener();
  };
  on('take.broken', ({ id, fault }) => {
    if ('takeId' in state && state.takeId === id) brokenBy = fault;
  });

  const started = async (sampleRate: number) => {
    const device = capture;
    if (!device) return;
    const begun = await call('take.begin', { device: device.deviceName, sampleRate });
    if (capture !== device) return begun.ok ? putAway(begun.value.id) : undefined;
    if (!begun.ok) {
      device.close();
      return become({ is: 'failed', fault: begun.fault });
    }
    const { port1, port2 } = new MessageChannel();
    handOverPort(begun.value.id, port2);
    device.record(port1);
    lastTake = begun.value.id;
    become({ is: 'recording', takeId: begun.value.id, samples: 0, sampleRate });
  };

  /** The device went away before its take was open: there is nothing in it. */
  const putAway = async (takeId: string) => {
    await call('take.stop', { takeId, samples: 0 });
    await call('take.discard', { takeId });
  };

  const heard = (message: Extract<FromWorker, { kind: 'heard' }>) => {
    level = message;
    peaks.add(message.peaks);
    // Every block moves the clock, but only a change of state is told: who draws looks once a frame.
    if (state.is === 'recording') state = { ...state, samples: message.samples };
  };

  const ended = async ({ why, samples }: Extract<FromWorker, { kind: 'ended' }>) => {
    capture?.close();
    capture = undefined;
    level = SILENT;
    const lost = why === 'failed' ? 'capture-failed' : 'microphone-lost';
    if (state.is === 'starting') return become({ is: 'failed', fault: { code: lost } });
    if (state.is !== 'recording' && state.is !== 'stopping') return;
    const { takeId } = state;
    if (state.is === 'recording') become({ is: 'stopping', takeId });
    const kept = await call('take.stop', { takeId, samples });
    if (why === 'device-gone' || why === 'failed') return become({ is: 'failed', fault: { code: lost } });
    const fault = brokenBy ?? (kept.ok ? undefined : kept.fault);
    become(fault ? { is: 'failed', fault } : { is: 'idle' });
  };

  return {
    state: () => state,
    level: () => level,
    peaks: () => ({ ...peaks.view(), ...(lastTake !== undefined && { takeId: lastTake }) }),
    async start(deviceId) {
      if (state.is !== 'idle' && state.is !== 'failed') return;
      brokenBy = undefined;
      peaks = createPeakList();
      lastTake = undefined;
      become({ is: 'asking' });
      const opened = await open(deviceId, (message) => {
        if (message.kind === 'started') void started(message.sampleRate);
        else if (message.kind === 'heard') heard(message);
        else void ended(message);
      });
      if (!opened.ok) return become({ is: 'failed', fault: opened.fault });
      capture = opened.value;
      become({ is: 'starting' });
      await settled(listeners, () => state.is === 'starting');
    },
    async stop() {
      if (state.is !== 'recording') return;
      become({ is: 'stopping', takeId: state.takeId });
      capture?.stop();
      await settled(listeners, () => state.is === 'stopping');
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** Resolves when `isPending` is no longer true. */
function settled(listeners: Set<() => void>, isPending: () => boolean): Promise<void> {
  return new Promise((resolve) => {
    const look = () => {
      if (isPending()) return;
      listeners.delete(look);
      resolve();
    };
    listeners.add(look);
    look();
  });
}
