import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type PartSink, writeWhole, writeWholeBy } from '../../disk/write-atomic.ts';
import type { WriteFaultCode } from '../../disk/write-fault.ts';
import type { Pcm } from '../../recording/wav.ts';
import { fail, ok, type Result } from '../../result.ts';
import { type JoinPart, joinClips } from '../joining/join-clips.ts';
import { COMPRESSED_RATES, compressedFile } from './compressed-file.ts';
import { createNamer } from './file-names.ts';
import type { NameValues } from './name-template.ts';
import { OPUS_RATES } from './opus-encoder.ts';
import { opusFile } from './opus-file.ts';
import type { ExportFaultCode, ExportFormat, SoundFileWriter } from './sound-file.ts';
import { markComment, type SpeechMark } from './speech-mark.ts';
import { type Cue, type SubtitleFormat, subtitles } from './subtitles.ts';
import { wavFile } from './wav-file.ts';

/** A piece that has been spoken, or a silence. */
export type ExportPart =
  | {
      readonly is: 'clip';
      readonly load: () => Promise<Pcm>;
      readonly gapMs: number;
      readonly text: string;
      readonly voice: string;
      /** Name of the stock voice that spoke it; absent for a real clone. */
      readonly stock?: string;
      readonly createdAt: number;
      /** It is a real recording and no speech that was made. */
      readonly isRecording?: boolean;
    }
  | { readonly is: 'silence'; readonly ms: number };

/** What becomes one file. */
export interface ExportItem {
  readonly title: string;
  readonly names: NameValues;
  readonly parts: readonly ExportPart[];
}

export interface ExportOptions {
  readonly folder: string;
  readonly format: ExportFormat;
  readonly template: string;
  readonly subtitles?: SubtitleFormat | undefined;
  /** LUFS; default −16. */
  readonly loudness?: number | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Told after each piece: pieces written so far, and all. */
  readonly onProgress?: ((done: number, of: number) => void) | undefined;
}

type ExportFault = ExportFaultCode | WriteFaultCode | 'canceled' | 'clip-not-found';

/**
 * Writes a file for each item, subtitles beside it where asked; each file is there whole or not at all, and none that is
 * there already is written over. Answers their paths in order; where one fails, those before it stay, and the fault says
 * how many (`written`). Where it is canceled none stays.
 */
export async function exportSpeech(
  items: readonly ExportItem[],
  options: ExportOptions,
): Promise<Result<readonly string[], ExportFault>> {
  const { folder, template, format } = options;
  const there = new Set((await readdir(folder).catch(() => [])).map((name) => name.toLowerCase()));
  const nameFor = createNamer({ template, isTaken: (name) => there.has(name.toLowerCase()) });
  const endings = [format, ...(options.subtitles ? [options.subtitles] : [])];
  const of = items.reduce((sum, { parts }) => sum + parts.length, 0);
  const paths: string[] = [];
  let done = 0;
  for (const item of items) {
    const stem = join(folder, nameFor(item.names, endings));
    const written = await exportItem(item, { stem, options, onPart: () => options.onProgress?.(++done, of) });
    if (written.ok) paths.push(...written.value);
    else if (written.fault.code === 'canceled') return takenBack(paths, written);
    else
      return fail(written.fault.code, {
        ...written.fault,
        facts: { ...written.fault.facts, written: paths.length },
      });
  }
  return ok(paths);
}

/** Writes one file to this very path, in place of what is there: the person was asked. Its ending is the format's. */
export async function exportTo(
  path: string,
  item: ExportItem,
  options: Omit<ExportOptions, 'folder' | 'template' | 'subtitles'>,
): Promise<Result<string, ExportFault>> {
  const { onProgress, signal } = options;
  let done = 0;
  const onPart = () => onProgress?.(++done, item.parts.length);
  const written = await writeWholeBy(path, (sink) =>
    writeSound(item, { mark: markOf(item), sink, options, onPart, signal }),
  );
  return written.ok ? ok(path) : written;
}

async function takenBack<T>(paths: readonly string[], canceled: T): Promise<T> {
  for (const path of paths) await rm(path, { force: true });
  return canceled;
}

async function exportItem(
  item: ExportItem,
  { stem, options, onPart }: { stem: string; options: ExportOptions; onPart: () => void },
): Promise<Result<readonly string[], ExportFault>> {
  const { format, signal, subtitles: subtitleFormat } = options;
  const mark = markOf(item);
  const path = `${stem}.${format}`;
  const cues = await writeWholeBy(path, (sink) => writeSound(item, { mark, sink, options, onPart, signal }));
  if (!cues.ok) return cues;
  if (!subtitleFormat) return ok([path]);
  const beside = `${stem}.${subtitleFormat}`;
  const written = await writeWhole(beside, subtitles(subtitleFormat, cues.value, markComment(mark)));
  return written.ok ? ok([path, beside]) : written;
}

async function writeSound(
  item: ExportItem,
  how: {
    readonly mark: SpeechMark;
    readonly sink: PartSink;
    readonly options: Pick<ExportOptions, 'format' | 'loudness'>;
    readonly onPart: () => void;
    readonly signal: AbortSignal | undefined;
  },
): Promise<Result<readonly Cue[], ExportFault>> {
  const { mark, sink, options, onPart, signal } = how;
  const { format, loudness } = options;
  const cues: Cue[] = [];
  let samples = 0;
  let file: SoundFileWriter | undefined;
  try {
    const joint = await joinClips(item.parts.map(toJoin), {
      ...(loudness !== undefined && { loudness }),
      ...(format !== 'wav' && { rateFor: (rate) => rateFor(format, rate) }),
    });
    if (!joint) return fail('export-empty');
    const { sampleRate } = joint;
    file = await openFile(format, { sampleRate, mark, sink });
    for await (const { index, samples: block, spoken } of joint.parts) {
      if (signal?.aborted) return fail('canceled');
      await file.add(block);
      const part = item.parts[index];
      const ms = (at: number) => (at * 1000) / sampleRate;
      if (part?.is === 'clip')
        cues.push({
          ...{ from: ms(samples), to: ms(samples + spoken), text: part.text },
          ...(mark.voices.length > 1 && { voice: part.voice }),
        });
      samples += block.length;
      onPart();
    }
    const finished = await file.finish();
    file = undefined;
    return finished.ok ? ok(cues) : finished;
  } catch (error) {
    if (error instanceof LostClip) return fail('clip-not-found', { detail: error.message });
    throw error;
  } finally {
    await file?.cancel().catch(() => undefined);
  }
}

/** A clip whose sound cannot be read any more. */
class LostClip extends Error {}

function toJoin(part: ExportPart): JoinPart {
  if (part.is === 'silence') return part;
  const load = () =>
    part.load().catch((error) => {
      throw new LostClip(error instanceof Error ? error.message.slice(0, 200) : '');
    });
  return { is: 'clip', load, gapMs: part.gapMs };
}

async function openFile(
  format: ExportFormat,
  how: { readonly sampleRate: number; readonly mark: SpeechMark; readonly sink: PartSink },
): Promise<SoundFileWriter> {
  if (format === 'wav') return wavFile(how);
  return format === 'opus' ? opusFile(how) : compressedFile({ format, ...how });
}

/** The rate of the sound, or the next higher one that the encoder takes. */
function rateFor(format: ExportFormat, rate: number): number {
  const rates = format === 'opus' ? OPUS_RATES : COMPRESSED_RATES;
  return rates.find((each) => each >= rate) ?? 48_000;
}

function markOf({ title, parts }: ExportItem): SpeechMark {
  const clips = parts.flatMap((part) => (part.is === 'clip' ? [part] : []));
  const recorded = clips.filter(({ isRecording }) => isRecording).length;
  return {
    title,
    voices: [...new Set(clips.map(({ voice }) => voice))],
    stock: [...new Set(clips.flatMap(({ stock }) => stock ?? []))],
    createdAt: Math.max(...clips.map(({ createdAt }) => createdAt), 0),
    ...(recorded > 0 && { recordings: recorded === clips.length ? 'all' : 'some' }),
  };
}
