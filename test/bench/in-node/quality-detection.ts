import { activeSpeechLevel } from '../../../electron/recording/quality/active-level.ts';
import { assessQuality } from '../../../electron/recording/quality/assess.ts';
import type { CheckId, CheckStatus, QualityReport } from '../../../electron/recording/quality/report.ts';
import { DAMAGES, type Damage, type Reading } from '../../speech/damage.ts';
import { gain } from '../../speech/defects.ts';
import { joined, type Reader, readers, SPEECH_RATE } from '../../speech/readers.ts';

/** One defect at one strength, over all readings. */
export interface Detection {
  readonly defect: string;
  readonly strength: string;
  readonly check: CheckId;
  readonly middle: boolean;
  /** For each reader: the share of the cases that the check named, 0…1. Nothing is fitted here, so no reader is left out. */
  readonly named: readonly number[];
  /** Measured less true, in the unit of the check, where the truth is known. */
  readonly errors: readonly number[];
}

/** A reading with what is said of it undamaged, and the other readers. */
interface OwnReading extends Reading {
  readonly clean: QualityReport;
  readonly others: readonly Float32Array[];
}

/** What this program prints. */
export interface Detections {
  /** Undefined where there is no speech to try on. */
  readonly readers?: number;
  readonly verdicts: readonly QualityReport['verdict'][];
  /** Checks that failed on clean readings. */
  readonly falseFails: readonly string[];
  readonly detections: readonly Detection[];
}

const WINDOW = { minSeconds: 10, maxSeconds: 60, sweetSpot: { from: 15, to: 45 } };
/** Lengths of the readings in seconds, each beginning with another clip. */
const LENGTHS = [16, 30];
/** What is mixed in must be so much stronger than the reading's own, to be the truth. */
const OWN_DB = 10;

process.stdout.write(JSON.stringify(await measure()));

async function measure(): Promise<Detections> {
  const found = await readers(process.cwd());
  if (!found) return { verdicts: [], falseFails: [], detections: [] };
  const readings = found.flatMap((_, i) =>
    LENGTHS.map((seconds, k) => readingOf({ found, reader: i, seconds, first: k })),
  );
  const clean = readings.map((reading) => reading.clean);
  return {
    readers: found.length,
    verdicts: clean.map(({ verdict }) => verdict),
    falseFails: clean.flatMap(({ checks }, i) =>
      checks.filter(({ status }) => status === 'fail').map(({ id }) => `${readings[i]?.reader}: ${id}`),
    ),
    detections: DAMAGES.map((damage) => detect(damage, readings, found)),
  };
}

function readingOf(parts: {
  found: readonly Reader[];
  reader: number;
  seconds: number;
  first: number;
}): OwnReading {
  const { found, reader, seconds, first } = parts;
  const { id, clips } = found[reader] as Reader;
  const samples = joined(clips, seconds, first);
  const level = levelOf(samples);
  const others = found
    .filter((_, i) => i !== reader)
    .map((other) => joined(other.clips, seconds, first))
    .map((sound) => gain(sound, 10 ** ((level - levelOf(sound)) / 20)));
  return { reader: id, samples, level, other: others[0] ?? samples, others, clean: assess(samples) };
}

function detect(damage: Damage, readings: readonly OwnReading[], found: readonly Reader[]): Detection {
  const { defect, strength, check, middle } = damage;
  const cases = readings.flatMap((reading) =>
    check === 'speakers' ? reading.others.map((other) => ({ ...reading, other })) : [reading],
  );
  const outcomes = cases.map((reading, i) => {
    const measured = checkOf(assess(damage.make(reading, i + 1)), check);
    const truth = isMasked(damage, reading) ? undefined : damage.truth?.(reading);
    return {
      reader: reading.reader,
      ...measured,
      error: truth === undefined ? undefined : measured.value - truth,
    };
  });
  return {
    ...{ defect, strength, check, middle },
    named: found.map(({ id }) => {
      const own = outcomes.filter(({ reader }) => reader === id);
      return own.filter(({ status }) => status !== 'pass').length / own.length;
    }),
    // What was not found has no value to be compared; it counts as not named.
    errors: outcomes.flatMap(({ error }) => (Number.isFinite(error) && error !== undefined ? [error] : [])),
  };
}

/** Whether the reading has so much of the defect of its own that what is mixed in is not the truth. */
function isMasked({ check, truth }: Damage, reading: OwnReading): boolean {
  if (!truth || (check !== 'noise' && check !== 'hum')) return false;
  const { value } = checkOf(reading.clean, check);
  return check === 'noise' ? value < truth(reading) + OWN_DB : value > truth(reading) - OWN_DB;
}

function checkOf(report: QualityReport, id: CheckId): { status: CheckStatus; value: number } {
  const check = report.checks.find((one) => one.id === id);
  return { status: check?.status ?? 'pass', value: check?.value ?? Number.NEGATIVE_INFINITY };
}

function assess(samples: Float32Array): QualityReport {
  return assessQuality({ samples, sampleRate: SPEECH_RATE, window: WINDOW });
}

function levelOf(samples: Float32Array): number {
  return activeSpeechLevel(samples, SPEECH_RATE)?.level ?? 0;
}
