import type { Bridge } from '../../electron/contract/calls.ts';
import type { Fault } from '../../electron/result.ts';
import { type FromCapture, openCapture } from './capture.ts';
import { createLiveMicrophone, type MicrophoneList } from './live-microphone.ts';
import { createPeakList, type PeakList } from './peak-list.ts';
import type { Interrupted, LiveLevel, RecordAsk, Recorder, RecorderState } from './recorder.ts';
import type { Heard, TakeEnded } from './worker/messages.ts';

const SILENT: LiveLevel = { rms: -Infinity, peak: -Infinity, clipped: false };
/** So long nothing may be heard before it is said, in seconds. */
const NO_SIGNAL_SECONDS = 1;

/** The parts that join the recorder to the rest of the app. */
export interface RecorderParts {
  readonly call: Bridge['call'];
  readonly on: Bridge['on'];
  readonly handOverPort: (takeId: string, port: MessagePort) => void;
  readonly microphones: MicrophoneList;
  /** Opens the microphone; default: the browser's. */
  readonly open?: typeof openCapture;
}

/** The window's recorder: device → worker → main, with only the figures for drawing passing through here. */
export function createRecorder(parts: RecorderParts): Recorder {
  const { call, on, handOverPort, microphones, open = openCapture } = parts;
  let state: RecorderState = { is: 'idle' };
  let level = SILENT;
  let noSignal = false;
  let peaks: PeakList = createPeakList();
  let brokenBy: Fault | undefined;
  let lastTake: string | undefined;
  let lastSentence: number | undefined;
  let lostBy: Interrupted['why'] = 'gone';
  let count: ((message: Heard | 'stop') => void) | undefined;
  const listeners = new Set<() => void>();

  const tell = () => {
    for (const listener of listeners) listener();
  };
  const become = (next: RecorderState) => {
    state = next;
    tell();
  };
  const failed = (fault: Fault) => become({ is: 'failed', fault });
  const canBegin = () => state.is === 'idle' || state.is === 'failed' || state.is === 'interrupted';

  const microphone = createLiveMicrophone({
    ...{ open, microphones },
    inUse: () => state.is !== 'idle' && state.is !== 'failed',
    hear: (message) => hear(message),
    onChange: tell,
  });
  /** Ends what is with the take, and lets the microphone go where nobody wants it. */
  const rest = (next: RecorderState) => {
    become(next);
    microphone.settle();
  };

  on('take.broken', ({ id, fault }) => {
    if ('takeId' in state && state.takeId === id) brokenBy = fault;
  });
  on('microphone.changed', (access) => {
    if (access === 'granted') microphone.retry();
  });
  microphones.onChanged(() => void offerOthers());

  /** Keeps what an interrupted take can go on with up to date. */
  const offerOthers = async () => {
    const there = await microphones.list();
    if (state.is !== 'interrupted') return;
    const stream = microphone.state();
    const shutOff = stream.is === 'open' && stream.muted ? stream.device.id : undefined;
    become({ ...state, others: there.filter(({ id }) => id !== shutOff) });
  };

  const hear = (message: FromCapture) => {
    switch (message.kind) {
      case 'heard':
        return heard(message);
      case 'ended':
        return void ended(message);
      case 'stalled':
        level = SILENT;
        noSignal = true;
        return;
      case 'muted':
        lostBy = 'muted';
        if (state.is === 'recording' || state.is === 'paused') microphone.capture()?.tell({ kind: 'cut' });
        return;
      case 'unmuted':
        return void offerOthers();
      case 'gone':
        return gone(message.why);
    }
  };

  const heard = (message: Heard) => {
    level = message;
    noSignal = message.silentSeconds >= NO_SIGNAL_SECONDS;
    count?.(message);
    if (!message.take) return;
    peaks.add(message.take.peaks);
    // Every block moves the clock, but only a change of state is told: who draws looks once a frame.
    if (state.is === 'recording') state = { ...state, samples: message.take.samples };
  };

  const gone = (why: 'device-gone' | 'failed') => {
    level = SILENT;
    noSignal = false;
    count?.('stop');
    // A worker that failed altogether has not said the end of its take.
    if (state.is === 'recording' || state.is === 'paused')
      void ended({ kind: 'ended', why, samples: state.samples, peaks: new Float32Array() });
  };

  /** Counts down in samples; answers whether it came to the end. */
  const counted = (seconds: number, sampleRate: number) =>
    new Promise<boolean>((resolve) => {
      let from: number | undefined;
      const finish = (whole: boolean) => {
        count = undefined;
        resolve(whole);
      };
      become({ is: 'counting', left: seconds });
      count = (message) => {
        if (message === 'stop') return finish(false);
        from ??= message.samples;
        const left = Math.ceil(seconds - (message.samples - from) / sampleRate);
        if (left <= 0) finish(true);
        else if (state.is === 'counting' && left !== state.left) become({ is: 'counting', left });
      };
    });

  const begin = async ({ sessionId, sentence }: RecordAsk) => {
    const capture = microphone.capture();
    const stream = microphone.state();
    if (!capture || stream.is !== 'open') return rest({ is: 'failed', fault: { code: 'microphone-lost' } });
    const { name, sampleRate } = stream.device;
    if (state.is !== 'starting') become({ is: 'starting' });
    // First of all, so that the take reaches back from the press and not from when it was opened.
    capture.tell({ kind: 'begin', ...(sentence !== undefined && { sentence }) });
    const begun = await call('take.begin', {
      ...{ device: name, sampleRate },
      ...(sessionId !== undefined && { sessionId }),
    });
    if (microphone.capture() !== capture) {
      if (begun.ok) await putAway(begun.value.id);
      return rest({ is: 'failed', fault: { code: 'microphone-lost' } });
    }
    if (!begun.ok) {
      capture.tell({ kind: 'abandon' });
      return rest({ is: 'failed', fault: begun.fault });
    }
    const { port1, port2 } = new MessageChannel();
    const takeId = begun.value.id;
    handOverPort(takeId, port2);
    capture.connect(port1);
    lastTake = takeId;
    become({ ...{ is: 'recording', takeId, samples: 0, sampleRate }, sessionId: sessionId ?? takeId });
  };

  /** The device went away before its take was open: there is nothing in it. */
  const putAway = async (takeId: string) => {
    await call('take.stop', { takeId, samples: 0 });
    await call('take.discard', { takeId });
  };

  const ended = async ({ why, samples, peaks: last }: TakeEnded) => {
    peaks.add(last);
    if (state.is !== 'recording' && state.is !== 'paused' && state.is !== 'stopping') return;
    const { takeId } = state;
    const session = state.is === 'stopping' ? undefined : state.sessionId;
    if (state.is !== 'stopping') become({ is: 'stopping', takeId });
    const kept = await call('take.stop', { takeId, samples });
    if (kept.ok && kept.value.samples === 0) await call('take.discard', { takeId });
    const fault = brokenBy ?? (kept.ok ? undefined : kept.fault);
    if (fault) return rest({ is: 'failed', fault });
    if (why === 'failed') return rest({ is: 'failed', fault: { code: 'capture-failed' } });
    if (why !== 'device-gone' || session === undefined) return rest({ is: 'idle' });
    const lost = { code: 'microphone-lost' };
    become({ is: 'interrupted', takeId, sessionId: session, why: lostBy, fault: lost, others: [] });
    await offerOthers();
  };

  const record = async (ask: RecordAsk) => {
    if (!canBegin()) return;
    brokenBy = undefined;
    lostBy = 'gone';
    peaks = createPeakList();
    lastTake = undefined;
    lastSentence = ask.sentence;
    become({ is: microphone.capture() ? 'starting' : 'asking' });
    const opened = await microphone.ensure(ask.deviceId);
    if (!opened.ok) return failed(opened.fault);
    if (ask.countdown && !(await counted(ask.countdown, opened.value.sampleRate)))
      return microphone.capture() ? rest({ is: 'idle' }) : failed({ code: 'microphone-lost' });
    await begin(ask);
  };

  /** Resolves when the state is no longer this one. */
  const past = (is: RecorderState['is']) =>
    new Promise<void>((resolve) => {
      const look = () => {
        if (state.is === is) return;
        listeners.delete(look);
        resolve();
      };
      listeners.add(look);
      look();
    });

  return {
    state: () => state,
    stream: () => microphone.state(),
    level: () => level,
    noSignal: () => noSignal,
    peaks: () => ({ ...peaks.view(), ...(lastTake !== undefined && { takeId: lastTake }) }),
    open: (deviceId) => microphone.want(deviceId),
    close: () => microphone.unwant(),
    record,
    async continueWith(deviceId) {
      if (state.is !== 'interrupted') return;
      const { sessionId } = state;
      await record({ deviceId, sessionId, ...(lastSentence !== undefined && { sentence: lastSentence }) });
    },
    pause() {
      if (state.is !== 'recording') return;
      microphone.capture()?.tell({ kind: 'pause' });
      become({ ...state, is: 'paused' });
    },
    resume() {
      if (state.is !== 'paused') return;
      microphone.capture()?.tell({ kind: 'resume' });
      become({ ...state, is: 'recording' });
    },
    mark(sentence) {
      if (state.is !== 'recording' && state.is !== 'paused') return;
      lastSentence = sentence;
      microphone.capture()?.tell({ kind: 'mark', sentence });
    },
    async stop() {
      if (state.is === 'counting') count?.('stop');
      if (state.is === 'interrupted') rest({ is: 'idle' });
      if (state.is !== 'recording' && state.is !== 'paused') return;
      become({ is: 'stopping', takeId: state.takeId });
      microphone.capture()?.tell({ kind: 'stop' });
      await past('stopping');
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
