import { fail, type Result } from '../../result.ts';
import { readTakeSpan } from '../read-span.ts';
import type { TakeKeeper } from '../recorder.ts';
import { isSpokenHere, moveTake, type RecordingFaultCode, type Take } from '../take.ts';
import type { Clean } from './clean-thread.ts';

/** The longest take that is cleaned, in seconds: it is held in memory whole. */
const LONGEST_SECONDS = 600;

/**
 * Makes a copy of a take without its steady noise: a take of its own, as long to the sample and with the same marks, that
 * says what it is a copy of. The take itself stays as it is. Fails with `too-long-to-clean` past ten minutes, with
 * `not-cleaned`, or where the copy cannot be written; then nothing is left behind.
 */
export async function cleanTake(
  take: Take,
  parts: {
    readonly path: string;
    readonly clean: Clean;
    readonly keeper: TakeKeeper;
    readonly now: () => number;
    readonly newId: () => string;
  },
): Promise<Result<Take, RecordingFaultCode>> {
  const { sampleRate, bitDepth, samples, marks, speech } = take;
  if (samples / sampleRate > LONGEST_SECONDS)
    return fail('too-long-to-clean', { facts: { minutes: LONGEST_SECONDS / 60 } });
  const sound = await readTakeSpan(parts.path, take, { from: 0, to: samples });
  if (!sound.ok) return sound;
  const cleaned = await parts.clean({ samples: sound.value.samples, sampleRate });
  if (!cleaned.ok) return cleaned;
  const copy: Take = {
    ...{ id: parts.newId(), createdAt: parts.now(), sampleRate, bitDepth, samples: 0 },
    source: { kind: 'cleaned', of: take.id, spokenHere: isSpokenHere(take) },
    state: { status: 'recording' },
    ...(marks && { marks }),
    ...(speech && { speech }),
  };
  const file = await parts.keeper.create(copy);
  if (!file.ok) return file;
  await file.value.append(cleaned.value);
  const closed = await file.value.close();
  const moved = moveTake(copy, { is: 'stopped', samples });
  const kept = closed.ok && moved.ok ? await parts.keeper.save(moved.value) : closed.ok ? moved : closed;
  if (!kept.ok) await parts.keeper.remove(copy.id);
  return kept;
}
