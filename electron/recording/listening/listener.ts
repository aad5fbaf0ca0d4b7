import { setTimeout as sleep } from 'node:timers/promises';
import type { TakeSpeech } from '../take.ts';
import { describeSpeech } from './describe-speech.ts';
import type { SpeechSpan } from './messages.ts';
import type { SpeechSession } from './session.ts';
import type { SpeechDetector } from './silero.ts';

/** How long it is waited before the process that listens is started again, in milliseconds. */
const BACK_OFF_MS = 500;
/** A live sound may run ahead of the listening by so many seconds; what comes then is not listened to. */
const MOST_AHEAD_SECONDS = 5;
/** A sound at rest is sent ahead by so many seconds. */
const AHEAD_SECONDS = 8;

/** Speech told from its level alone: for where there is nothing better. */
export interface LevelGate {
  add(block: Float32Array): void;
  readonly speechSeconds: number;
  /** In seconds. */
  readonly spans: readonly { readonly from: number; readonly to: number }[];
}

/** A sound at rest; `blocks` can be begun more than once. */
export interface SoundAtRest {
  readonly sampleRate: number;
  blocks(): AsyncIterable<Float32Array>;
}

/** A sound while it is being made. */
export interface LiveListening {
  /** Never waits and never throws: rather than delaying anything it leaves a block out. */
  hear(first: number, samples: Float32Array): void;
  end(): void;
}

export type SpeechBy = TakeSpeech['by'];

/** Hears speech, with Silero where it can and by the level where it cannot, and says by which. */
export interface Listener {
  /** Fails only by what reading the sound throws. */
  whole(sound: SoundAtRest): Promise<TakeSpeech>;
  /** `onHeard`: samples of speech so far; with `gate` a part of them may have been counted by Silero. */
  live(sampleRate: number, onHeard: (speechSamples: number, by: SpeechBy) => void): LiveListening;
  close(): void;
}

/** Joins a detector and a gate; a process that broke off is tried once more. */
export function createListener(options: {
  detector: SpeechDetector;
  createGate: (ask: { sampleRate: number }) => LevelGate;
  wait?: (ms: number) => Promise<unknown>;
}): Listener {
  const { detector, createGate, wait = sleep } = options;

  const bySilero = async (sound: SoundAtRest): Promise<readonly SpeechSpan[] | undefined> => {
    for (let tries = 0; tries < 2; tries++) {
      if (tries > 0) await wait(BACK_OFF_MS);
      const session = detector.begin(sound);
      if (!session.ok) return undefined;
      let at = 0;
      for await (const block of sound.blocks()) {
        session.value.send(at, block);
        at += block.length;
        await session.value.room(AHEAD_SECONDS * sound.sampleRate);
      }
      const heard = await session.value.end();
      if (heard.ok) return heard.value.spans;
    }
    return undefined;
  };

  const byGate = async ({ sampleRate, blocks }: SoundAtRest): Promise<readonly SpeechSpan[]> => {
    const gate = createGate({ sampleRate });
    for await (const block of blocks()) gate.add(block);
    return gate.spans.map(({ from, to }) => ({
      from: Math.round(from * sampleRate),
      to: Math.round(to * sampleRate),
    }));
  };

  return {
    async whole(sound) {
      const spans = await bySilero(sound);
      return spans
        ? describeSpeech({ spans, by: 'silero', sampleRate: sound.sampleRate })
        : describeSpeech({ spans: await byGate(sound), by: 'gate', sampleRate: sound.sampleRate });
    },
    live(sampleRate, onHeard) {
      let session: SpeechSession | undefined;
      let gate: LevelGate | undefined;
      let isOver = false;
      let tries = 0;
      /** What was counted before the session or the gate that counts now. */
      let before = 0;
      let counted = 0;

      const count = (speechSamples: number, by: SpeechBy) => {
        counted = before + speechSamples;
        if (!isOver) onHeard(counted, by);
      };
      const open = () => {
        tries++;
        before = counted;
        const begun = detector.begin({
          sampleRate,
          onHeard: (speechSamples) => count(speechSamples, 'silero'),
          onLost({ code }) {
            session = undefined;
            if (code !== 'listening-ended' || tries > 1) listenByLevel();
            else void wait(BACK_OFF_MS).then(() => isOver || open());
          },
        });
        if (begun.ok) session = begun.value;
        else listenByLevel();
      };
      const listenByLevel = () => {
        before = counted;
        gate = createGate({ sampleRate });
      };

      open();
      return {
        hear(first, samples) {
          if (gate) {
            gate.add(samples);
            count(Math.round(gate.speechSeconds * sampleRate), 'gate');
          } else if (session && session.waiting < MOST_AHEAD_SECONDS * sampleRate)
            session.send(first, samples);
        },
        end() {
          isOver = true;
          void session?.end();
        },
      };
    },
    close: () => detector.close(),
  };
}
