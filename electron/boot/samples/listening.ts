import { join } from 'node:path';
import type { StartProcess } from '../../processes/own-process.ts';
import { createListener, type Listener, type LiveListening } from '../../recording/listening/listener.ts';
import { createSilero } from '../../recording/listening/silero.ts';
import { takeBlocks } from '../../recording/listening/take-blocks.ts';
import { createSpeechGate } from '../../recording/quality/speech-gate.ts';
import type { Take } from '../../recording/take.ts';
import type { Stations } from '../stations.ts';

/** Speech is told from the rest by Silero, in a process of its own. `bundle` is the folder of the built bundles. */
export function listenerIn({ bundle, start }: { bundle: string; start: StartProcess }): Listener {
  return createListener({
    detector: createSilero({
      start: () => start(join(bundle, 'listening.cjs')),
      modelFile: join(bundle, 'silero-vad.onnx'),
    }),
    createGate: createSpeechGate,
  });
}

/** How often a listening is told while a take is recorded, in milliseconds. */
const TOLD_EVERY_MS = 250;

/** Listens to takes: while they are recorded, and once to each that is kept. */
export interface TakeListening {
  /** Sound of a take that is being recorded. */
  onBlock(take: Take, block: { readonly first: number; readonly samples: Float32Array }): void;
  /** Listens, one after the other, to those kept takes that were not listened to yet; resolves when it has. */
  catchUp(): Promise<void>;
  close(): void;
}

/** Joins the listener to the takes: what it hears is told as `take.heard` and, once kept, stands in the take. */
export function listenToTakes(parts: {
  stations: Pick<Stations, 'takes' | 'events' | 'now'>;
  listener: Listener;
}): TakeListening {
  const { listener } = parts;
  const { takes, events, now } = parts.stations;
  const live = new Map<string, LiveListening>();
  let isClosed = false;
  let turn: Promise<void> = Promise.resolve();

  const listenOnce = async (id: string) => {
    const take = takes.get(id);
    if (isClosed || take?.state.status !== 'kept' || take.speech) return;
    const speech = await listener.whole({
      sampleRate: take.sampleRate,
      blocks: () => takeBlocks(takes.path(id)),
    });
    if (isClosed) return;
    const described = await takes.describe(id, speech);
    if (described.ok) events.emit('take.changed', described.value);
  };
  const listenInTurn = (id: string) => {
    // What cannot be read or written now is listened to at the next start.
    turn = turn.then(() => listenOnce(id)).catch(() => undefined);
    return turn;
  };

  const begin = (take: Take) => {
    let toldAt = Number.NEGATIVE_INFINITY;
    const listening = listener.live(take.sampleRate, (speechSamples, by) => {
      if (now() - toldAt < TOLD_EVERY_MS) return;
      toldAt = now();
      events.emit('take.heard', { takeId: take.id, speechSamples, by });
    });
    live.set(take.id, listening);
    return listening;
  };

  const unlisten = events.listen((name, value) => {
    if (name !== 'take.changed') return;
    const { id, state } = value as Take;
    if (state.status === 'recording') return;
    live.get(id)?.end();
    live.delete(id);
    void listenInTurn(id);
  });

  return {
    onBlock(take, { first, samples }) {
      try {
        (live.get(take.id) ?? begin(take)).hear(first, samples);
      } catch {
        // Whatever breaks here, the recording goes on. It is listened to again once it is kept.
      }
    },
    async catchUp() {
      await Promise.all(takes.list().map(({ id }) => listenInTurn(id)));
    },
    close() {
      isClosed = true;
      unlisten();
      listener.close();
    },
  };
}
