import { describe, expect, it } from 'vitest';
import { integratedLoudness } from '../../../electron/recording/quality/loudness.ts';
import { truePeak } from '../../../electron/recording/quality/true-peak.ts';
import { resample } from '../../../electron/recording/resample.ts';
import type { Pcm } from '../../../electron/recording/wav.ts';
import { fadeEdges, trimEdges } from '../../../electron/speaking/joining/edges.ts';
import { gapAfter } from '../../../electron/speaking/joining/gaps.ts';
import { type JoinPart, joinClips } from '../../../electron/speaking/joining/join-clips.ts';
import { limitPeaks } from '../../../electron/speaking/joining/limit-peaks.ts';
import { speechLike } from './speech-like.ts';

const RATE = 24_000;

describe('the silence behind a piece', () => {
  it.each([
    ['A sentence.', 'sentence', 350],
    ['“A question?”', 'sentence', 420],
    ['Wait…', 'sentence', 500],
    ['What follows:', 'clause', 300],
    ['A clause,', 'clause', 180],
    ['今日は。', 'sentence', 350],
    ['كيف حالك؟', 'sentence', 420],
    ['The last of it.', 'paragraph', 700],
    ['cut between', 'word', 40],
    ['cutinsi', 'letter', 0],
  ] as const)('%s (%s) is %i ms', (text, end, ms) => {
    expect(gapAfter(text, end)).toBe(ms);
  });
});

describe('another sample rate', () => {
  it.each([
    [44_100, 24_000],
    [16_000, 48_000],
    [22_050, 24_000],
    [48_000, 44_100],
  ])('%i → %i Hz keeps a tone as loud, as long and in phase', (from, to) => {
    const out = resample(tone(1000, from, 0.5), from, to);
    expect(out.length).toBe(Math.round((from * 0.5 * to) / from));
    const expected = tone(1000, to, 0.5);
    let worst = 0;
    for (let i = 200; i < out.length - 200; i++)
      worst = Math.max(worst, Math.abs((out[i] ?? 9) - (expected[i] ?? 0)));
    expect(worst).toBeLessThan(0.001);
  });

  it('lets nothing through that the new rate cannot hold', () => {
    const out = resample(tone(11_000, 48_000, 0.5), 48_000, 16_000);
    expect(Math.max(...out.slice(500, -500).map(Math.abs))).toBeLessThan(0.0003);
  });
});

describe('edges', () => {
  it('of long silence are trimmed to a breath, short ones kept', () => {
    const clip = speechLike({ seconds: 1, sampleRate: RATE, level: 0.5, edges: 1 });
    const trimmed = trimEdges(clip, RATE).length / RATE;
    expect(trimmed).toBeGreaterThan(0.9);
    expect(trimmed).toBeLessThan(1.13);
    expect(trimEdges(new Float32Array(100), RATE)).toHaveLength(100);
  });
  it('begin and end at nothing', () => {
    const clip = new Float32Array(RATE).fill(0.8);
    fadeEdges(clip, RATE);
    expect(clip[0]).toBe(0);
    expect(clip.at(-1)).toBe(0);
    expect(clip[RATE / 2]).toBeCloseTo(0.8);
    expect(largestStep(clip)).toBeLessThan(0.8 * 0.007);
  });
});

describe('the ceiling', () => {
  it('holds between the samples too, and leaves what is far from a peak alone', () => {
    const loud = speechLike({ seconds: 2, sampleRate: RATE, level: 1.8, seed: 4 });
    const limited = limitPeaks(loud, RATE, -1);
    expect(truePeak(limited)).toBeLessThanOrEqual(-1);
    expect(truePeak(limited)).toBeGreaterThan(-1.6);
    const quiet = speechLike({ seconds: 1, sampleRate: RATE, level: 0.1 });
    expect(limitPeaks(quiet, RATE, -1)).toBe(quiet);
  });
});

describe('joined clips', () => {
  const clips: readonly Pcm[] = [
    pcm({ seconds: 3, level: 0.9, seed: 1 }),
    pcm({ seconds: 2, level: 0.08, seed: 2, edges: 0.8 }),
    pcm({ seconds: 4, level: 0.3, seed: 3, sampleRate: 44_100 }),
    pcm({ seconds: 0.3, level: 0.2, seed: 4 }),
    pcm({ seconds: 5, level: 1.4, seed: 5 }),
  ];
  const parts = clips.map((clip) => ({ is: 'clip', load: async () => clip, gapMs: 350 }) as const);

  it.each([-16, -19, -23])(
    'have %i LUFS to within half a unit, and no true peak over −1 dB',
    async (loudness) => {
      const { samples } = await joined(parts, loudness);
      expect(Math.abs((integratedLoudness(samples, RATE) ?? 0) - loudness)).toBeLessThan(0.5);
      expect(truePeak(samples)).toBeLessThanOrEqual(-1);
    },
  );

  it('are each as loud as the others', async () => {
    const { spans, samples } = await joined(parts, -16);
    const levels = spans
      .filter(([from, to]) => to - from > RATE)
      .map(([from, to]) => integratedLoudness(samples.subarray(from, to), RATE) ?? 0);
    expect(Math.max(...levels) - Math.min(...levels)).toBeLessThan(0.5);
  });

  it('have no step at a joint', async () => {
    const { samples, spans } = await joined(parts, -16);
    for (const [from, to] of spans) {
      expect(largestStep(samples.subarray(Math.max(0, from - 24), from + 24))).toBeLessThan(0.02);
      expect(largestStep(samples.subarray(to - 24, to + 24))).toBeLessThan(0.02);
      expect(samples[from]).toBe(0);
      expect(samples[to - 1]).toBe(0);
    }
  });

  it('have the silences asked for between them, and none behind the last', async () => {
    const [a, b] = parts;
    if (!a || !b) throw new Error('two clips');
    const { samples, spans } = await joined([{ ...a, gapMs: 0 }, { is: 'silence', ms: 800 }, b], -16);
    const [first, , second] = spans;
    expect((second?.[0] ?? 0) - (first?.[1] ?? 0)).toBe(0.8 * RATE);
    expect(second?.[1]).toBe(samples.length);
  });

  it('of which none is there are nothing', async () => {
    expect(await joinClips([{ is: 'silence', ms: 100 }])).toBeUndefined();
  });
});

async function joined(parts: readonly JoinPart[], loudness: number) {
  const joint = await joinClips(parts, { loudness });
  const blocks: Float32Array[] = [];
  const spans: [number, number][] = [];
  let at = 0;
  for await (const { samples, spoken } of joint?.parts ?? []) {
    blocks.push(samples);
    spans.push([at, at + spoken]);
    at += samples.length;
  }
  const samples = new Float32Array(at);
  let offset = 0;
  for (const block of blocks) {
    samples.set(block, offset);
    offset += block.length;
  }
  return { samples, spans };
}

function pcm(options: {
  seconds: number;
  level: number;
  seed: number;
  edges?: number;
  sampleRate?: number;
}): Pcm {
  const sampleRate = options.sampleRate ?? RATE;
  return { sampleRate, bitDepth: 16, samples: speechLike({ ...options, sampleRate }) };
}

function tone(hz: number, sampleRate: number, seconds: number): Float32Array<ArrayBuffer> {
  return Float32Array.from(
    { length: sampleRate * seconds },
    (_, i) => 0.5 * Math.sin((2 * Math.PI * hz * i) / sampleRate),
  );
}

function largestStep(samples: Float32Array): number {
  let step = 0;
  for (let i = 1; i < samples.length; i++)
    step = Math.max(step, Math.abs((samples[i] ?? 0) - (samples[i - 1] ?? 0)));
  return step;
}
