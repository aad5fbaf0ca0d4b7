import type { Result } from '../result.ts';
import type { Cloner } from './pocket/cloner.ts';
import type { References } from './references.ts';
import { type CheckedSamples, checkSamples, type SampleFault } from './sample-check.ts';
import { nearestStockVoice } from './stock-voices.ts';
import type { Uploads } from './uploads.ts';
import type { ShelfVoice, VoiceShelf } from './voice-shelf.ts';

export interface TrainingOptions {
  readonly shelf: VoiceShelf;
  readonly uploads: Pick<Uploads, 'urlOf'>;
  readonly references: References;
  readonly cloner?: Pick<Cloner, 'isReady'> | undefined;
  readonly fetch: typeof globalThis.fetch;
  readonly now: () => number;
  /** How long a voice stays `processing` at least before its samples are fetched, in milliseconds. */
  readonly delayMs: number;
  readonly onDefect: (error: unknown) => void;
}

/** The trainings in the background: one at a time, in the order they came. */
export interface Training {
  /** Takes up a voice that is `sent` or `processing`. */
  begin(id: string): void;
  /** Ends the work on one voice, because it is to be deleted. */
  drop(id: string): void;
  /** Ends all work; what is half done stays `processing` on disk. */
  close(): Promise<void>;
}

/**
 * Makes the background work of training: fetch, check, listen. With the clone model its reference is kept, and the voice is a
 * clone; without it the stock voice that is nearest in pitch is chosen: nothing is learned from the samples then, and the
 * record says so by its `stock_voice`.
 */
export function makeTraining(options: TrainingOptions): Training {
  const closing = new AbortController();
  const running = new Map<string, AbortController>();
  let turn: Promise<unknown> = Promise.resolve();

  return {
    begin(id) {
      const stop = new AbortController();
      running.set(id, stop);
      const signal = AbortSignal.any([closing.signal, stop.signal]);
      turn = turn
        .then(() => train(id, options, signal))
        .catch(options.onDefect)
        .finally(() => running.delete(id));
    },
    drop(id) {
      running.get(id)?.abort();
    },
    async close() {
      closing.abort();
      await turn;
    },
  };
}

async function train(
  id: string,
  { shelf, uploads, references, cloner, fetch, now, delayMs }: TrainingOptions,
  signal: AbortSignal,
): Promise<void> {
  const sent = shelf.get(id);
  if (!sent || signal.aborted) return;
  const processing: ShelfVoice = { ...sent, status: 'processing', updatedAt: now() };
  await shelf.put(processing);
  await pause(delayMs, signal);
  const urls = sent.samples.map((sample) => (sample.startsWith('/') ? uploads.urlOf(sample) : sample));
  const checked = await checkSamples(urls, { fetch, signal });
  if (signal.aborted || !shelf.get(id)) return;
  const isClone = checked.ok && (cloner?.isReady() ?? false);
  // Where this cannot be written the voice stays `processing`, and the next start tries again.
  if (isClone && !(await references.keep(id, checked.value.sounds)).ok) return;
  await shelf.put({ ...outcome(processing, checked, isClone), updatedAt: now() });
}

function outcome(
  voice: ShelfVoice,
  checked: Result<CheckedSamples, SampleFault>,
  isClone: boolean,
): ShelfVoice {
  const { stockVoice, ...rest } = voice;
  if (checked.ok && isClone) return { ...rest, status: 'completed', isClone };
  return checked.ok
    ? { ...rest, status: 'completed', stockVoice: stockVoice ?? nearestStockVoice(checked.value.pitchHz) }
    : {
        ...rest,
        status: 'failed',
        failure: { code: checked.fault.code, message: checked.fault.detail ?? checked.fault.code },
      };
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  if (ms <= 0 || signal.aborted) return Promise.resolve();
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener(
      'abort',
      () => {
        clearTimeout(timer);
        resolve();
      },
      { once: true },
    );
  });
}
