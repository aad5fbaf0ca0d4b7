import type { Result } from '../result.ts';
import type { SoundFaultCode } from './decoding/sound.ts';
import type { QualityFaultCode } from './quality/report.ts';

/** How long what was discarded (a take, a clip) can be had back, in milliseconds. */
export const UNDO_MS = 10_000;

export type BitDepth = 16 | 24;

/** Where a take came from. */
export type TakeSource =
  | { readonly kind: 'microphone'; readonly device: string }
  /** `damaged` where some of the file could not be decoded and was left out. */
  | { readonly kind: 'file'; readonly fileName: string; readonly damaged?: true }
  /** A copy of the take `of` without its noise; `spokenHere` where that came from a microphone. */
  | { readonly kind: 'cleaned'; readonly of: string; readonly spokenHere: boolean };

/** `recording` on disk at launch means that the process died: the take is repaired and becomes `kept`, recovered. */
export type TakeState =
  | { readonly status: 'recording' }
  | { readonly status: 'kept'; readonly recovered: boolean }
  | { readonly status: 'discarded'; readonly at: number };

/** Where the reading of a sentence begins: sample `at` of the take. `sentence` counts from 0; −1 is the statement of consent. */
export interface TakeMark {
  readonly at: number;
  readonly sentence: number;
  /** What was to be read from here on; absent in takes of before, and for the consent. */
  readonly text?: string;
}

/** Longest sentence that is kept with a mark, in characters. */
export const MOST_MARK_TEXT = 1000;

/** A recording as it was made: mono PCM, never altered. Times are milliseconds since 1970. */
export interface Take {
  readonly id: string;
  readonly createdAt: number;
  readonly source: TakeSource;
  /** Hz. */
  readonly sampleRate: number;
  readonly bitDepth: BitDepth;
  /** Number of samples. */
  readonly samples: number;
  readonly state: TakeState;
  /** What of it is speech; absent until it was listened to, which happens once. */
  readonly speech?: TakeSpeech;
  /** The first take of the session this one goes on with; absent where it is itself the first. */
  readonly sessionId?: string;
  /** In the order they were made; none where nothing was read from a script. */
  readonly marks?: readonly TakeMark[];
}

/** The speech in a take. */
export interface TakeSpeech {
  /** All speech together. */
  readonly seconds: number;
  /** In order, in samples; `to` is the first one after it. At most 500: a long take is described more coarsely. */
  readonly spans: readonly { readonly from: number; readonly to: number }[];
  /** Told by the sound of speech (Silero), or by its level alone where Silero could not be had. */
  readonly by: 'silero' | 'gate';
}

export type TakeEvent =
  | { readonly is: 'marked'; readonly mark: TakeMark }
  | { readonly is: 'stopped'; readonly samples: number }
  | { readonly is: 'recovered'; readonly samples: number }
  | { readonly is: 'discarded'; readonly at: number }
  | { readonly is: 'restored' };

/** The one place a take changes state; fails with `take-not-possible` where the event does not fit. */
export function moveTake(take: Take, event: TakeEvent): Result<Take, 'take-not-possible'> {
  const { status } = take.state;
  if (event.is === 'marked' && status === 'recording')
    return { ok: true, value: { ...take, marks: [...(take.marks ?? []), event.mark] } };
  if (event.is === 'stopped' && status === 'recording')
    return {
      ok: true,
      value: { ...ended(take, event.samples), state: { status: 'kept', recovered: false } },
    };
  if (event.is === 'recovered' && status === 'recording')
    return { ok: true, value: { ...ended(take, event.samples), state: { status: 'kept', recovered: true } } };
  if (event.is === 'discarded' && status === 'kept')
    return { ok: true, value: { ...take, state: { status: 'discarded', at: event.at } } };
  if (event.is === 'restored' && status === 'discarded')
    return { ok: true, value: { ...take, state: { status: 'kept', recovered: false } } };
  return { ok: false, fault: { code: 'take-not-possible', detail: `${event.is} while ${status}` } };
}

/** A sentence whose sound did not arrive any more was not read. */
function ended(take: Take, samples: number): Take {
  return { ...take, samples, ...(take.marks && { marks: take.marks.filter(({ at }) => at < samples) }) };
}

/** Whether a take was spoken into a microphone here, or is a copy of one that was; else it came as a file. */
export function isSpokenHere({ source }: Pick<Take, 'source'>): boolean {
  return source.kind === 'microphone' || (source.kind === 'cleaned' && source.spokenHere);
}

/** Length of a take in seconds. */
export function takeSeconds(take: Pick<Take, 'samples' | 'sampleRate'>): number {
  return take.samples / take.sampleRate;
}

export type RecordingFaultCode =
  | SoundFaultCode
  | QualityFaultCode
  | 'take-not-possible'
  | 'take-not-found'
  | 'import-not-found'
  | 'not-cleaned'
  | 'too-long-to-clean'
  | 'frames-out-of-order'
  | 'disk-full'
  | 'not-written';
