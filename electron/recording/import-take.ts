import { type Fault, fail, ok, type Result } from '../result.ts';
import type { Sound } from './decoding/sound.ts';
import type { OpenSoundFile } from './decoding/sound-thread.ts';
import { gatherPeaks } from './peaks.ts';
import type { TakeKeeper } from './recorder.ts';
import { moveTake, type RecordingFaultCode, type Take, type TakeSource } from './take.ts';
import type { TakeFile } from './take-file.ts';
import { WAV_HEADER_BYTES } from './wav.ts';

export type ImportFaultCode = RecordingFaultCode | 'canceled';

/** A part of a file, in seconds from its start; the whole of it where both are missing. */
export interface Part {
  readonly from?: number | undefined;
  readonly to?: number | undefined;
}

export interface ImportParts {
  readonly path: string;
  /** What the take is called after. */
  readonly fileName: string;
  readonly open: OpenSoundFile;
  readonly keeper: TakeKeeper;
  readonly now: () => number;
  readonly newId: () => string;
  readonly part?: Part | undefined;
  /** More than so many seconds are refused, if possible before anything is read. */
  readonly longest?: number | undefined;
  /** Seconds read so far, and in all where the file says it. */
  readonly onProgress?: (seconds: number, inAll?: number) => void;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Takes a sound file in as a take, block by block: mono, at its own rate, 24-bit where it has more than 16. What was
 * damaged in it is left out, and the take's source says so. Fails as the reading of a sound file does (facts: `file`),
 * with `canceled`, or where it cannot be written; then nothing is left behind.
 */
export async function importTake(parts: ImportParts): Promise<Result<Take, ImportFaultCode>> {
  const opened = await parts.open(parts.path);
  if (!opened.ok) return named(opened.fault, parts);
  const sound = opened.value;
  try {
    const early = tooLong(sound, parts, spanOf(parts.part, sound.seconds));
    if (early) return named(early, parts);
    const take: Take = {
      id: parts.newId(),
      createdAt: parts.now(),
      source: { kind: 'file', fileName: parts.fileName },
      sampleRate: sound.sampleRate,
      bitDepth: sound.bitDepth > 16 ? 24 : 16,
      samples: 0,
      state: { status: 'recording' },
    };
    const file = await parts.keeper.create(take);
    if (!file.ok) return file;
    const kept = await fill(take, file.value, sound, parts);
    if (kept.ok) return kept;
    await parts.keeper.remove(take.id);
    return named(kept.fault, parts);
  } finally {
    await sound.close();
  }
}

/** The file's name is a fact of what the file is to blame for. */
function named(fault: Fault<ImportFaultCode>, { fileName }: ImportParts) {
  return fail(fault.code, { ...fault, facts: { ...fault.facts, file: fileName } });
}

/** How long the part is, as far as it is known. */
function spanOf({ from = 0, to }: Part = {}, seconds?: number): number | undefined {
  const end = to === undefined ? seconds : Math.min(to, seconds ?? to);
  return end === undefined ? undefined : Math.max(0, end - from);
}

function tooLong(
  { sampleRate, bitDepth }: Pick<Sound, 'sampleRate' | 'bitDepth'>,
  { longest = Number.POSITIVE_INFINITY }: ImportParts,
  seconds = 0,
): Fault<'audio-too-long'> | undefined {
  // A WAV counts its bytes in 32 bits.
  const most = (2 ** 32 - WAV_HEADER_BYTES) / (sampleRate * (bitDepth > 16 ? 3 : 2));
  if (seconds <= Math.min(longest, most)) return undefined;
  const limit = longest < most ? `${longest} seconds` : `${Math.floor(most / 3600)} hours`;
  return { code: 'audio-too-long', facts: { limit, seconds: Math.round(seconds) } };
}

async function fill(
  take: Take,
  file: TakeFile,
  sound: Sound,
  parts: ImportParts,
): Promise<Result<Take, ImportFaultCode>> {
  const poured = await pour(file, sound, parts);
  // Closing fails with what an earlier write failed with.
  const closed = await file.close();
  if (!poured.ok) return poured;
  if (!closed.ok) return closed;
  const ended = sound.ended();
  if (!ended.ok) return ended;
  if (closed.value === 0) return fail('audio-empty');
  const moved = moveTake(take, { is: 'stopped', samples: closed.value });
  if (!moved.ok) return moved;
  const source: TakeSource = {
    kind: 'file',
    fileName: parts.fileName,
    ...(ended.value.damaged && { damaged: true }),
  };
  const saved = await parts.keeper.save({ ...moved.value, source });
  // Only for drawing: without them they are gathered when they are wanted.
  if (saved.ok) await parts.keeper.savePeaks(take.id, poured.value);
  return saved;
}

/** Writes the part's blocks; answers their peaks. */
async function pour(
  file: TakeFile,
  sound: Sound,
  parts: ImportParts,
): Promise<Result<Uint8Array<ArrayBuffer>, ImportFaultCode>> {
  const { part = {}, signal, onProgress } = parts;
  const at = (seconds: number) => Math.round(seconds * sound.sampleRate);
  const from = at(part.from ?? 0);
  const to = part.to === undefined ? Number.POSITIVE_INFINITY : at(part.to);
  const gathered = gatherPeaks(sound.sampleRate);
  let passed = 0;
  for await (const block of sound.blocks) {
    if (signal?.aborted) return fail('canceled');
    const wanted = block.subarray(Math.max(0, from - passed), Math.max(0, to - passed));
    passed += block.length;
    const seconds = (file.samples + wanted.length) / sound.sampleRate;
    const late = tooLong(sound, parts, seconds);
    if (late) return { ok: false, fault: late };
    gathered.add(wanted);
    const written = await file.append(wanted);
    if (!written.ok) return written;
    onProgress?.(passed / sound.sampleRate, sound.seconds);
    if (passed >= to) break;
  }
  return ok(gathered.peaks());
}
