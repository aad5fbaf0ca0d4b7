import type { Result } from '../result.ts';
import { decodeSound } from './decode-sound.ts';
import type { TakeKeeper } from './recorder.ts';
import { moveTake, type RecordingFaultCode, type Take } from './take.ts';

/**
 * Takes a sound file in as a take: mono, at its own rate, 24-bit where it has more than 16. Fails with `not-audio` or
 * `audio-broken` (facts: `file`), or where it cannot be written; then nothing is left behind.
 */
export async function importTake(parts: {
  bytes: Uint8Array;
  fileName: string;
  keeper: TakeKeeper;
  now: () => number;
  newId: () => string;
}): Promise<Result<Take, RecordingFaultCode>> {
  const { bytes, fileName, keeper } = parts;
  const sound = await decodeSound(bytes);
  if (!sound.ok) return { ok: false, fault: { ...sound.fault, facts: { file: fileName } } };
  const { sampleRate, samples, bitDepth } = sound.value;
  const take: Take = {
    id: parts.newId(),
    createdAt: parts.now(),
    source: { kind: 'file', fileName },
    sampleRate,
    bitDepth: bitDepth > 16 ? 24 : 16,
    samples: 0,
    state: { status: 'recording' },
  };
  const file = await keeper.create(take);
  if (!file.ok) return file;
  await file.value.append(samples);
  // Closing fails with what an earlier write failed with.
  const closed = await file.value.close();
  const moved = moveTake(take, { is: 'stopped', samples: samples.length });
  const kept = closed.ok && moved.ok ? await keeper.save(moved.value) : closed.ok ? moved : closed;
  if (!kept.ok) await keeper.remove(take.id);
  return kept;
}
