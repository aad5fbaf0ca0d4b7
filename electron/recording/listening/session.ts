import { type Fault, ok, type Result } from '../../result.ts';
import type { ListeningFaultCode, Progress, SpeechSpan, ToEar } from './messages.ts';

/** What was found to be speech, in order, in samples of the sound. */
export interface Speech {
  readonly spans: readonly SpeechSpan[];
  readonly by: 'silero';
}

/** One sound on its way to the process that listens. */
export interface SpeechSession {
  /** Samples that were sent and not yet heard. */
  readonly waiting: number;
  /** Sends a block; `first` is the index of its first sample. What lies before it and was not sent is no speech. */
  send(first: number, samples: Float32Array): void;
  /** Resolves when no more than `most` samples wait, or the session is over. */
  room(most: number): Promise<void>;
  /** Nothing more comes: everything that was heard as speech. Fails where the process broke off. */
  end(): Promise<Result<Speech, ListeningFaultCode>>;
}

/** The same from the side of the process. */
export interface OpenSession extends SpeechSession {
  /** Whether an answer is due. */
  readonly isAwaited: boolean;
  take(message: Progress & { readonly is: 'heard' | 'done' }): void;
  lose(fault: Fault<ListeningFaultCode>): void;
}

/** A new session; `send` brings a message to the process. */
export function createSession(options: {
  id: number;
  send: (message: ToEar) => void;
  onHeard?: ((speechSamples: number) => void) | undefined;
  onLost?: ((fault: Fault<ListeningFaultCode>) => void) | undefined;
}): OpenSession {
  const { id: session, send, onHeard, onLost } = options;
  const spans: SpeechSpan[] = [];
  let sent = 0;
  let heard = 0;
  let isEnding = false;
  let over: Result<Speech, ListeningFaultCode> | undefined;
  /** Who waits for room or for the end. */
  let wake: (() => void)[] = [];

  const changed = () => {
    const woken = wake;
    wake = [];
    for (const go of woken) go();
  };
  const until = async (isSo: () => boolean) => {
    while (!over && !isSo()) await new Promise<void>((go) => wake.push(go));
  };

  return {
    get waiting() {
      return sent - heard;
    },
    get isAwaited() {
      return !over && (isEnding || sent > heard);
    },
    send(first, samples) {
      if (over || isEnding) return;
      sent = first + samples.length;
      send({ is: 'hear', session, first, samples });
    },
    room: (most) => until(() => sent - heard <= most),
    async end() {
      if (!over && !isEnding) {
        isEnding = true;
        send({ is: 'end', session });
      }
      await until(() => false);
      return over ?? ok({ spans, by: 'silero' });
    },
    take(message) {
      spans.push(...message.spans);
      heard = message.upTo;
      if (message.is === 'done') over = ok({ spans, by: 'silero' });
      else onHeard?.(message.speechSamples);
      changed();
    },
    lose(fault) {
      over = { ok: false, fault };
      onLost?.(fault);
      changed();
    },
  };
}
