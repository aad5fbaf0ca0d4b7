import type { TakeSource } from '../cloning/sample/load-sample.ts';
import { isWithin, type SamplePart } from '../cloning/sample/sample.ts';
import type { Voice } from '../cloning/voice/voice.ts';
import { integratedLoudness } from '../recording/quality/loudness.ts';
import type { Pcm } from '../recording/wav.ts';
import { fail, ok, type Result } from '../result.ts';
import { type AuditionParts, askAudition } from './audition.ts';
import { type ComparedVoice, type Comparison, drawnByLot, type OwnLine } from './comparison.ts';

const FEWEST_VOICES = 2;
const MOST_VOICES = 6;
/** Longer than that nobody compares by, in seconds. */
const MOST_OWN_SECONDS = 30;

export interface CompareParts extends Omit<AuditionParts, 'newId'> {
  readonly shelf: {
    get(id: string): Comparison | undefined;
    /** Keeps it, and the speaker's own line beside it. */
    add(comparison: Comparison, own?: Pcm): Promise<Result<Comparison>>;
    save(comparison: Comparison): Promise<Result<Comparison>>;
  };
  readonly source: TakeSource;
  /** Answers 0 ≤ x < 1. */
  readonly random: () => number;
  readonly now: () => number;
  readonly newId: (what: 'clip' | 'job' | 'compare') => string;
}

/** Which voices are to be compared by which line; `own` is where the speaker says it. */
export interface NewComparison {
  readonly voiceIds: readonly string[];
  readonly text: string;
  readonly own?: SamplePart;
}

/**
 * Has each voice say the line, in an order drawn by lot. What cannot be compared is refused before anything is asked for:
 * `comparison-not-possible`, `voice-not-found`, `voice-not-ready`, `text-empty`, or why the own line cannot be read.
 */
export async function beginComparison(ask: NewComparison, parts: CompareParts): Promise<Result<Comparison>> {
  const voices = await readyVoices(ask.voiceIds, parts);
  if (!voices.ok) return voices;
  const text = ask.text.trim();
  if (!/[\p{L}\p{N}]/u.test(text)) return fail('text-empty');
  const own = ask.own && (await readOwn(ask.own, parts.source));
  if (own && !own.ok) return own;
  const compared: ComparedVoice[] = [];
  for (const { id: voiceId } of drawnByLot(voices.value, parts.random)) {
    const audition = await askAudition({ voiceId, text }, parts);
    if (!audition.ok) return audition;
    const { clipId, jobId } = audition.value;
    compared.push({ voiceId, clipId, jobId });
  }
  const comparison: Comparison = {
    ...{ id: parts.newId('compare'), createdAt: parts.now(), text, voices: compared },
    ...(own && { own: own.value.line }),
  };
  return parts.shelf.add(comparison, own?.value.sound);
}

/** The person has decided: keeps the ranking, after which names are told. Decides once. */
export async function rankComparison(
  { comparisonId, ranking }: { comparisonId: string; ranking: readonly string[] },
  { shelf }: Pick<CompareParts, 'shelf'>,
): Promise<Result<Comparison>> {
  const comparison = shelf.get(comparisonId);
  if (!comparison) return fail('comparison-not-found');
  const wanted = new Set(comparison.voices.map(({ voiceId }) => voiceId));
  const isWhole = ranking.length === wanted.size && ranking.every((id) => wanted.delete(id));
  if (!isWhole || comparison.ranking) return fail('comparison-not-possible');
  return shelf.save({ ...comparison, ranking });
}

async function readyVoices(
  ids: readonly string[],
  { voice }: Pick<CompareParts, 'voice'>,
): Promise<Result<readonly Voice[]>> {
  const wanted = new Set(ids);
  if (wanted.size < FEWEST_VOICES || wanted.size > MOST_VOICES) return fail('comparison-not-possible');
  const voices: Voice[] = [];
  for (const id of wanted) {
    const one = voice(id);
    if (!one) return fail('voice-not-found');
    if (one.state.status !== 'completed') return fail('voice-not-ready', { facts: { name: one.name } });
    voices.push(one);
  }
  return ok(voices);
}

async function readOwn(
  part: SamplePart,
  source: TakeSource,
): Promise<Result<{ readonly line: OwnLine; readonly sound: Pcm }>> {
  const take = source.take(part.takeId);
  if (!take) return fail('take-not-found');
  const seconds = (part.to - part.from) / take.sampleRate;
  if (!isWithin(part, take) || seconds > MOST_OWN_SECONDS) return fail('comparison-not-possible');
  const sound = await source.span(take, part);
  if (!sound.ok) return sound;
  const loudness = integratedLoudness(sound.value.samples, take.sampleRate);
  return ok({ line: { seconds, ...(loudness !== undefined && { loudness }) }, sound: sound.value });
}
