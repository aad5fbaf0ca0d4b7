import type { Bridge } from '../../electron/contract/calls.ts';
import { type Fault, fail, ok, type Result } from '../../electron/result.ts';
import type { Capture } from './capture.ts';
import type { RecordAsk } from './recorder.ts';

/** What joins a take in the worker with a take in the main process. */
export interface TakeParts {
  readonly call: Bridge['call'];
  readonly handOverPort: (takeId: string, port: MessagePort) => void;
}

/** Opens a take and gives it the sound of `capture`; fails as `take.begin` does, or with `microphone-lost`. */
export async function openTake(
  { call, handOverPort }: TakeParts,
  take: {
    readonly capture: Capture;
    readonly device: string;
    readonly sampleRate: number;
    readonly ask: RecordAsk;
    /** Whether the microphone is still there, asked when the take is open. */
    readonly isThere: () => boolean;
  },
): Promise<Result<string>> {
  const { capture, device, sampleRate, isThere } = take;
  const { sessionId, read } = take.ask;
  // First of all, so that the take reaches back from the press and not from when it was opened.
  capture.tell({ kind: 'begin', ...(read && { read }) });
  const begun = await call('take.begin', {
    ...{ device, sampleRate },
    ...(sessionId !== undefined && { sessionId }),
  });
  if (!begun.ok) capture.tell({ kind: 'abandon' });
  if (!begun.ok) return begun;
  const takeId = begun.value.id;
  if (!isThere()) {
    await closeTake(call, takeId, 0);
    return fail('microphone-lost');
  }
  const { port1, port2 } = new MessageChannel();
  handOverPort(takeId, port2);
  capture.connect(port1);
  return ok(takeId);
}

/** Closes a take once all its samples are on disk; one without any is not left behind. Answers what went wrong. */
export async function closeTake(
  call: Bridge['call'],
  takeId: string,
  samples: number,
): Promise<Fault | undefined> {
  const kept = await call('take.stop', { takeId, samples });
  if (kept.ok && kept.value.samples === 0) await call('take.discard', { takeId });
  return kept.ok ? undefined : kept.fault;
}
