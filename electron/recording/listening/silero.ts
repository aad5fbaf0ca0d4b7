import { type OwnProcess, startOrEnd } from '../../processes/own-process.ts';
import { type Fault, ok, type Result } from '../../result.ts';
import type { FromEar, ListeningFaultCode, ToEar } from './messages.ts';
import { createSession, type OpenSession, type Speech, type SpeechSession } from './session.ts';

export interface SileroOptions {
  /** Starts the process that listens. */
  readonly start: () => OwnProcess;
  /** The Silero model; may not lie inside an app archive. */
  readonly modelFile: string;
  /** A process that says nothing for so long while it is asked is taken for hung and ended; default 30 s. */
  readonly answerMs?: number;
  /** An idle process is ended after so long, which frees its memory; default 1 minute. */
  readonly idleMs?: number;
}

/** Tells speech from everything else by what it sounds like. */
export interface SpeechDetector {
  /** Listens to a whole sound in memory: mono, −1…1, `sampleRate` in Hz. */
  detect(sound: {
    readonly samples: Float32Array;
    readonly sampleRate: number;
  }): Promise<Result<Speech, ListeningFaultCode>>;
  /** Opens a session for a sound that comes in blocks; `onHeard` is told the samples of speech so far. */
  begin(ask: {
    readonly sampleRate: number;
    readonly onHeard?: (speechSamples: number) => void;
    /** The process ended under it; nothing more is heard. */
    readonly onLost?: (fault: Fault<ListeningFaultCode>) => void;
  }): Result<SpeechSession, ListeningFaultCode>;
  close(): void;
}

/** So many processes may end in a row without having done anything; then it is left alone. */
const MOST_ENDS = 2;

/**
 * Silero in a process of its own, started at the first need. Fails with `listening-missing` or `listening-wrong-model` for
 * good, with `listening-ended` where the process broke off: the next session starts another, once.
 */
export function createSilero(options: SileroOptions): SpeechDetector {
  const { start, modelFile, answerMs = 30_000, idleMs = 60_000 } = options;
  const sessions = new Map<number, OpenSession>();
  let running: OwnProcess | undefined;
  let unusable: Fault<ListeningFaultCode> | undefined;
  let ends = 0;
  let lastSession = 0;
  let idle: NodeJS.Timeout | undefined;
  let watch: NodeJS.Timeout | undefined;

  const stop = () => {
    clearTimeout(idle);
    clearTimeout(watch);
    watch = undefined;
    const ending = running;
    running = undefined;
    ending?.end();
  };

  const lose = (fault: Fault<ListeningFaultCode>) => {
    stop();
    const lost = [...sessions.values()];
    sessions.clear();
    for (const session of lost) session.lose(fault);
  };

  const hear = (message: FromEar) => {
    clearTimeout(watch);
    watch = undefined;
    if (message.is === 'unable') {
      unusable = message.fault;
      return lose(message.fault);
    }
    const session = sessions.get(message.session);
    if (message.is === 'done') {
      ends = 0;
      sessions.delete(message.session);
    }
    session?.take(message);
    if ([...sessions.values()].some(({ isAwaited }) => isAwaited)) expectAnswer();
    if (sessions.size === 0) idle = setTimeout(stop, idleMs).unref();
  };

  const run = (): OwnProcess => {
    clearTimeout(idle);
    if (running) return running;
    const made = startOrEnd(start);
    running = made;
    made.onMessage((message) => {
      if (running === made) hear(message as FromEar);
    });
    made.onEnded((how) => {
      if (running !== made) return;
      running = undefined;
      ends++;
      const fault = { code: 'listening-ended', detail: `the process ${how}` } as const;
      if (ends >= MOST_ENDS) unusable = fault;
      lose(fault);
    });
    const open: ToEar = { is: 'open', modelFile };
    made.send(open);
    return made;
  };

  /** Ends a process that does not answer; that is its end as any other. */
  const expectAnswer = () => {
    watch ??= setTimeout(() => running?.end(), answerMs);
  };

  const begin: SpeechDetector['begin'] = ({ sampleRate, onHeard, onLost }) => {
    if (unusable) return { ok: false, fault: unusable };
    const process = run();
    const id = ++lastSession;
    const session = createSession({
      ...{ id, onHeard, onLost },
      send(message) {
        process.send(message);
        expectAnswer();
      },
    });
    sessions.set(id, session);
    const ask: ToEar = { is: 'begin', session: id, sampleRate };
    process.send(ask);
    return ok(session);
  };

  return {
    begin,
    async detect({ samples, sampleRate }) {
      const session = begin({ sampleRate });
      if (!session.ok) return session;
      for (let at = 0; at < samples.length; at += sampleRate) {
        session.value.send(at, samples.subarray(at, at + sampleRate));
        await session.value.room(8 * sampleRate);
      }
      return session.value.end();
    },
    close() {
      unusable = { code: 'listening-ended', detail: 'closed' };
      lose(unusable);
    },
  };
}
