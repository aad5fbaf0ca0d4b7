import type { Bridge } from '../../electron/contract/calls.ts';
import type { Fault } from '../../electron/result.ts';
import { type FromCapture, openCapture } from './capture.ts';
import { createCountdown } from './countdown.ts';
import { createFigures } from './figures.ts';
import { createLiveMicrophone, type MicrophoneList } from './live-microphone.ts';
import type { Interrupted, RecordAsk, Recorder, RecorderState } from './recorder.ts';
import { closeTake, openTake, type TakeParts } from './take-calls.ts';
import type { Heard, SentenceRead, TakeEnded } from './worker/messages.ts';

const LOST: Fault = { code: 'microphone-lost' };

/** The parts that join the recorder to the rest of the app. */
export interface RecorderParts extends TakeParts {
  readonly on: Bridge['on'];
  readonly microphones: MicrophoneList;
  /** Opens the microphone; default: the browser's. */
  readonly open?: typeof openCapture;
}

/** The window's recorder: device → worker → main, with only the figures for drawing passing through here. */
export function createRecorder(parts: RecorderParts): Recorder {
  const { call, on, microphones, open = openCapture } = parts;
  let state: RecorderState = { is: 'idle' };
  let brokenBy: Fault | undefined;
  let lastTake: string | undefined;
  let lastRead: SentenceRead | undefined;
  let lostBy: Interrupted['why'] = 'gone';
  const figures = createFigures();
  const countdown = createCountdown((left) => become({ is: 'counting', left }));
  const listeners = new Set<() => void>();

  const tell = () => {
    for (const listener of listeners) listener();
  };
  const become = (next: RecorderState) => {
    state = next;
    tell();
  };
  const canBegin = () => state.is === 'idle' || state.is === 'failed' || state.is === 'interrupted';

  const microphone = createLiveMicrophone({
    ...{ open, microphones },
    inUse: () => state.is !== 'idle' && state.is !== 'failed',
    hear: (message) => hear(message),
    onChange: tell,
  });
  /** Ends what is with the take, and lets the microphone go where nobody wants it. */
  const rest = (fault?: Fault) => {
    become(fault ? { is: 'failed', fault } : { is: 'idle' });
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
        return figures.stall();
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
    figures.hear(message);
    countdown.hear(message.samples);
    // Every block moves the clock, but only a change of state is told: who draws looks once a frame.
    if (message.take && state.is === 'recording') state = { ...state, samples: message.take.samples };
  };

  const gone = (why: 'device-gone' | 'failed') => {
    figures.silence();
    countdown.cancel();
    // A worker that failed altogether has not said the end of its take.
    if (state.is === 'recording' || state.is === 'paused')
      void ended({ kind: 'ended', why, samples: state.samples, peaks: new Float32Array() });
  };

  const ended = async ({ why, samples, peaks }: TakeEnded) => {
    figures.addPeaks(peaks);
    if (state.is !== 'recording' && state.is !== 'paused' && state.is !== 'stopping') return;
    const { takeId } = state;
    const sessionId = state.is === 'stopping' ? undefined : state.sessionId;
    if (state.is !== 'stopping') become({ is: 'stopping', takeId });
    const notKept = await closeTake(call, takeId, samples);
    const fault = brokenBy ?? notKept ?? (why === 'failed' ? { code: 'capture-failed' } : undefined);
    if (fault || why !== 'device-gone' || sessionId === undefined) return rest(fault);
    become({ ...{ is: 'interrupted', takeId, sessionId, why: lostBy, fault: LOST }, others: [] });
    await offerOthers();
  };

  const begin = async (ask: RecordAsk) => {
    const capture = microphone.capture();
    const stream = microphone.state();
    if (!capture || stream.is !== 'open') return rest(LOST);
    if (state.is !== 'starting') become({ is: 'starting' });
    const { name, sampleRate } = stream.device;
    const isThere = () => microphone.capture() === capture;
    const opened = await openTake(parts, { ...{ capture, device: name, sampleRate, ask, isThere } });
    if (!opened.ok) return rest(opened.fault);
    const takeId = opened.value;
    lastTake = takeId;
    become({ ...{ is: 'recording', takeId, samples: 0, sampleRate }, sessionId: ask.sessionId ?? takeId });
  };

  const record = async (ask: RecordAsk) => {
    if (!canBegin()) return;
    brokenBy = undefined;
    lostBy = 'gone';
    lastTake = undefined;
    lastRead = ask.read;
    figures.begin();
    become({ is: microphone.capture() ? 'starting' : 'asking' });
    const opened = await microphone.ensure(ask.deviceId);
    if (!opened.ok) return become({ is: 'failed', fault: opened.fault });
    if (ask.countdown && !(await countdown.start(ask.countdown, opened.value.sampleRate)))
      return rest(microphone.capture() ? undefined : LOST);
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
    level: () => figures.level(),
    noSignal: () => figures.noSignal(),
    hint: () => figures.hint(),
    room: () => figures.room(),
    checkRoom: () => microphone.capture()?.tell({ kind: 'room' }),
    peaks: () => ({ ...figures.peaks(), ...(lastTake !== undefined && { takeId: lastTake }) }),
    open: (deviceId) => microphone.want(deviceId),
    close: () => microphone.unwant(),
    record,
    async continueWith(deviceId) {
      if (state.is !== 'interrupted') return;
      const { sessionId } = state;
      // Its words are in two takes now, and whole in neither.
      await record({ deviceId, sessionId, ...(lastRead && { read: { sentence: lastRead.sentence } }) });
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
    mark(read) {
      if (state.is !== 'recording' && state.is !== 'paused') return;
      lastRead = read;
      microphone.capture()?.tell({ kind: 'mark', read });
    },
    async stop() {
      if (state.is === 'counting') countdown.cancel();
      if (state.is === 'interrupted') rest();
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
