import { activeSpeechLevel } from '../../recording/quality/active-level.ts';
import type { Take } from '../../recording/take.ts';
import type { Pcm } from '../../recording/wav.ts';
import { encodeWav } from '../../recording/wav.ts';
import { fail, ok, type Result } from '../../result.ts';
import type { CloningFaultCode, Voice } from '../voice/voice.ts';
import { type LevelOf, type Piece, renderSample, type SampleClip } from './render-sample.ts';
import { isWithin, type SamplePart, wholeTake } from './sample.ts';

/** The longest sample that is rendered, in seconds: past it only its length is told, and no hours are read into memory. */
const MOST_SECONDS = 600;

/** Where the sound of takes comes from. */
export interface TakeSource {
  /** A kept take. */
  take(id: string): Take | undefined;
  /** The samples `from` up to and without `to`. */
  span(take: Take, stretch: { readonly from: number; readonly to: number }): Promise<Result<Pcm>>;
}

/** The parts a voice is made of: takes whole where it was made before there were parts. */
export function partsOf(
  { parts, takeIds }: Pick<Voice, 'parts' | 'takeIds'>,
  source: Pick<TakeSource, 'take'>,
): readonly SamplePart[] {
  return parts ?? takeIds.map((id) => wholeTake(source.take(id) ?? { id, samples: 0 }));
}

/**
 * Reads the parts and renders them. Fails with `sample-missing` where there are none, `take-not-found` where a take is
 * gone, `part-not-possible` where a part lies outside its take, `sample-too-long` past ten minutes.
 */
export async function loadSample(
  parts: readonly SamplePart[],
  source: TakeSource,
): Promise<Result<readonly SampleClip[]>> {
  const pieces: Piece[] = [];
  let seconds = 0;
  for (const part of parts) {
    const take = source.take(part.takeId);
    if (!take) return fail('take-not-found');
    if (!isWithin(part, take)) return fail<CloningFaultCode>('part-not-possible');
    seconds += (part.to - part.from) / take.sampleRate;
    if (seconds > MOST_SECONDS)
      return fail<CloningFaultCode>('sample-too-long', { facts: { seconds: Math.ceil(seconds), max: 60 } });
    const sound = await source.span(take, part);
    if (!sound.ok) return sound;
    pieces.push({ part, take, sound: sound.value });
  }
  return pieces.length === 0 ? fail('sample-missing') : ok(renderSample(pieces, speakingLevel));
}

/** ITU-T P.56. */
const speakingLevel: LevelOf = (samples, sampleRate) => activeSpeechLevel(samples, sampleRate)?.level;

/** The clips as WAV files, as they are uploaded. */
export function clipFiles(clips: readonly SampleClip[]): readonly Uint8Array<ArrayBuffer>[] {
  return clips.map(({ sound, bitDepth }) => encodeWav(sound, bitDepth));
}
