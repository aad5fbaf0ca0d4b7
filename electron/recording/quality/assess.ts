import { activeSpeechLevel } from './active-level.ts';
import { effectiveBandwidth } from './bandwidth.ts';
import { type Measured, reportOf } from './checks.ts';
import { findClipping } from './clipping.ts';
import { FLOOR_DB } from './decibel.ts';
import { reverberationTime } from './echo.ts';
import { evennessOf } from './evenness.ts';
import { finitePcm } from './finite-pcm.ts';
import { frameLevels } from './frame-levels.ts';
import { findHum } from './hum.ts';
import { measureLoudness } from './loudness.ts';
import { frameKinds, noiseLevel, withoutPart } from './noise.ts';
import type { QualityReport, SampleWindow } from './report.ts';
import { gapsBetween, type Span, spanSeconds, tidySpans } from './span.ts';
import { speakersIn } from './speakers.ts';
import { spectraOf } from './spectra.ts';
import { speechSpansOf } from './speech-gate.ts';
import { truePeak } from './true-peak.ts';

/** A sample to be judged. */
export interface Sample {
  /** Hz, 8,000 to 192,000. */
  readonly sampleRate: number;
  /** Mono, −1…1. Read only; NaN and what is far beyond full scale count as silence. */
  readonly samples: Float32Array;
  /** Where speech is, from a better detector; without it the energy gate of `speech-gate.ts` is asked. */
  readonly speech?: readonly Span[];
  /** The length of the whole in seconds, where `samples` are only its beginning. */
  readonly seconds?: number;
  /** What the chosen model takes. */
  readonly window: SampleWindow;
}

/**
 * Looks at a sample and tells each flaw. Never throws and never answers NaN, whatever the samples are. Takes about 150 ms
 * for a minute at 48 kHz, so call it off the UI thread: `createQualityDesk` does.
 */
export function assessQuality(sample: Sample): QualityReport {
  const measured = measure(sample);
  const { seconds = measured.seconds, window } = sample;
  return reportOf({ ...measured, whole: Math.max(seconds, measured.seconds) || measured.seconds }, window);
}

function measure({ sampleRate: rate, samples: given, speech }: Sample): Omit<Measured, 'whole'> {
  const samples = finitePcm(given);
  const sampleRate = rate >= 1000 && rate <= 1e6 ? rate : 48_000;
  const seconds = samples.length / sampleRate;
  const levels = frameLevels(samples, sampleRate);
  const spans = tidySpans(speech ?? speechSpansOf(levels), seconds);
  const kinds = frameKinds(spans, levels.full.length);
  const pauses = gapsBetween(spans, seconds);
  const hum = findHum(samples, sampleRate, pauses);
  // A hum is no hiss: it has a check of its own, and is not told twice.
  const noise = withoutPart(noiseLevel(levels.full), hum?.level ?? FLOOR_DB);
  const active = spans.length > 0 ? activeSpeechLevel(samples, sampleRate) : undefined;
  const level = active && withoutPart(active.level, noise);
  const spectra = spectraOf(samples, sampleRate, kinds);
  return {
    seconds,
    speechSeconds: spanSeconds(spans),
    level,
    // A studio's digital silence between words is not a ratio of 120 dB that would mean anything.
    snr: level === undefined ? undefined : Math.min(90, level - noise),
    loudness: measureLoudness(samples, sampleRate).integrated,
    peak: given.length > 0 ? Math.max(FLOOR_DB, truePeak(samples)) : undefined,
    clipping: findClipping(samples, sampleRate),
    samples: samples.length,
    hum,
    pauses,
    evenness: evennessOf(levels.full, kinds),
    bandwidth: effectiveBandwidth(spectra),
    speakers: speakersIn(spectra, levels.full, kinds),
    echo: reverberationTime(spectra),
  };
}
