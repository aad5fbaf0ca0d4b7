import { ADVICE } from './advice.ts';
import { BOUNDS, judge, passBand } from './bounds.ts';
import type { Clipping } from './clipping.ts';
import type { Evenness } from './evenness.ts';
import type { Hum } from './hum-lines.ts';
import type { CheckId, CheckStatus, QualityCheck, QualityReport, SampleWindow } from './report.ts';
import type { Span } from './span.ts';
import type { Speakers } from './speakers.ts';

/** What was measured of a sample; undefined where it could not be. */
export interface Measured {
  /** The length of the sound, and of the part of it that was looked at. */
  readonly whole: number;
  readonly seconds: number;
  readonly speechSeconds: number;
  /** Active speech level in dBFS, and how far it stands above the noise in dB. */
  readonly level: number | undefined;
  readonly snr: number | undefined;
  readonly loudness: number | undefined;
  readonly peak: number | undefined;
  readonly clipping: Clipping;
  readonly samples: number;
  readonly hum: Hum | undefined;
  /** What is not speech, in order. */
  readonly pauses: readonly Span[];
  readonly evenness: Evenness | undefined;
  readonly bandwidth: number | undefined;
  readonly speakers: Speakers | undefined;
  readonly echo: number | undefined;
}

/** More places than this on one check help nobody. */
const MOST_PLACES = 50;
/** Speech must fill this share of the least that a model takes. */
const LEAST_SPEECH = 0.5;
/** A hum nearer to the voice than this is heard beside it, in dB. */
const HUM_BELOW_SPEECH = 42;
const SURE_OF_SPEAKERS = 0.75;

/** The report on what was measured. */
export function reportOf(measured: Measured, window: SampleWindow): QualityReport {
  const { whole, seconds, speechSeconds } = measured;
  const checks = [durationCheck(measured, window), ...otherChecks(measured)];
  const has = (status: CheckStatus) => checks.some((check) => check.status === status);
  return {
    verdict: has('fail') ? 'poor' : has('warn') ? 'fair' : 'good',
    seconds: rounded(whole, 2),
    speechSeconds: rounded(speechSeconds, 2),
    checks,
    ...(whole > seconds && { heard: { from: 0, to: rounded(seconds, 2) } }),
  };
}

function durationCheck({ whole: seconds, speechSeconds }: Measured, window: SampleWindow): QualityCheck {
  const { minSeconds, maxSeconds, sweetSpot } = window;
  const words = ADVICE.duration;
  const make = (status: CheckStatus, advice: string): QualityCheck => ({
    ...{ id: 'duration', status, value: rounded(seconds, 2), unit: 's', advice },
    ...{ pass: { from: sweetSpot.from, to: maxSeconds }, also: { speech: rounded(speechSeconds, 2) } },
  });
  if (speechSeconds === 0) return make('fail', words.unknown);
  if (seconds < minSeconds || speechSeconds < LEAST_SPEECH * minSeconds) return make('fail', words.low);
  if (seconds > maxSeconds) return make('warn', words.high);
  if (seconds < sweetSpot.from || speechSeconds < LEAST_SPEECH * sweetSpot.from)
    return make('warn', words.low);
  return make('pass', words.pass);
}

function otherChecks(measured: Measured): QualityCheck[] {
  const { clipping, samples, hum, evenness, speakers } = measured;
  const speech = measured.speechSeconds > 0;
  const longest = measured.pauses.reduce((most, { from, to }) => Math.max(most, to - from), 0);
  const paused = measured.seconds - measured.speechSeconds;
  return [
    check('level', measured.level, { unknown: 'fail' }),
    check('loudness', measured.loudness, { unknown: 'fail' }),
    check('peak', measured.peak, { unknown: 'fail' }),
    check('clipping', samples > 0 ? (100 * clipping.samples) / samples : undefined, {
      ...{ digits: 3, places: clipping.places, also: { samples: clipping.samples } },
    }),
    check('noise', measured.snr),
    humCheck(hum, measured.level),
    check('silence', speech ? longest : undefined, {
      places: measured.pauses.filter(({ from, to }) => to - from > (BOUNDS.silence.warn.above ?? 0)),
      also: { share: measured.seconds > 0 ? rounded(paused / measured.seconds, 3) : 0 },
    }),
    check('evenness', evenness?.spread, {
      ...(evenness && { places: evenness.places, also: { drift: rounded(evenness.drift, 1) } }),
    }),
    check('bandwidth', measured.bandwidth, { digits: 0 }),
    speakersCheck(speakers),
    check('echo', measured.echo, { digits: 2 }),
  ];
}

/** A hum far below the voice is not heard; one alone is judged by itself. */
function humCheck(hum: Hum | undefined, level: number | undefined): QualityCheck {
  const found = check('hum', hum?.level, { unknown: 'pass', ...(hum && { also: { mains: hum.mains } }) });
  if (!hum || level === undefined) return found;
  const loud = hum.level > level - HUM_BELOW_SPEECH;
  if (loud === (found.status !== 'pass')) return found;
  return { ...found, status: loud ? 'warn' : 'pass', advice: ADVICE.hum[loud ? 'high' : 'pass'] };
}

/** Two voices fail the sample only where that is fairly sure. */
function speakersCheck(speakers: Speakers | undefined): QualityCheck {
  if (!speakers) return check('speakers', undefined);
  const { count, confidence, places } = speakers;
  const found = check('speakers', count, { digits: 0, places, also: { confidence: rounded(confidence, 2) } });
  return count > 1 && confidence < SURE_OF_SPEAKERS ? { ...found, status: 'warn' } : found;
}

interface More {
  readonly digits?: number;
  readonly places?: readonly Span[];
  readonly also?: Readonly<Record<string, number>>;
  /** What it means where the value is not there; a warning unless said. */
  readonly unknown?: CheckStatus;
}

function check(id: Exclude<CheckId, 'duration'>, value: number | undefined, more: More = {}): QualityCheck {
  const { digits = 1, places = [], also, unknown = 'warn' } = more;
  const bounds = BOUNDS[id];
  const known = value !== undefined && Number.isFinite(value);
  const { status, side } = known ? judge(value, bounds) : { status: unknown, side: 'unknown' as const };
  const shown = status === 'pass' ? [] : places.slice(0, MOST_PLACES);
  return {
    ...{ id, status, value: known ? rounded(value, digits) : null, unit: bounds.unit },
    advice: ADVICE[id][known && status === 'pass' ? 'pass' : side],
    ...(shown.length > 0 && {
      places: shown.map(({ from, to }) => ({ from: rounded(from, 2), to: rounded(to, 2) })),
    }),
    pass: passBand(bounds),
    ...(also && { also }),
  };
}

function rounded(value: number, digits: number): number {
  // "+ 0" makes −0 a 0.
  return Math.round(value * 10 ** digits) / 10 ** digits + 0;
}
