import { expect, test } from 'vitest';
import { ENGINES } from '../../../electron/cloning/engines/engines.ts';
import { bestPart } from '../../../electron/cloning/sample/best-part.ts';
import { seeded, sine } from '../../recording/tones.ts';

const RATE = 16_000;

/** Half a minute of noisy talk, then half a minute of clean talk, with pauses. */
function talk(): Float32Array {
  const random = seeded(7);
  const tone = sine({ hz: 300, sampleRate: RATE, seconds: 60, peak: 0.3 });
  return tone.map((sample, i) => {
    const second = i / RATE;
    const spoken = second % 1.5 < 1.1 ? sample * Math.abs(Math.sin(second * 9)) : 0;
    return spoken + (random() - 0.5) * (second < 30 ? 0.08 : 0.0005);
  });
}

async function* inBlocks(samples: Float32Array) {
  for (let at = 0; at < samples.length; at += 4096) yield samples.subarray(at, at + 4096);
}

const take = { id: 't', sampleRate: RATE, samples: 60 * RATE };

test('the cleanest stretch of the length that the engine wants is suggested', async () => {
  const best = await bestPart(take, { blocks: inBlocks(talk()), engine: ENGINES.cartesia });
  const { from, to } = (best.ok && best.value) || { from: 0, to: 0 };
  const seconds = (to - from) / RATE;
  expect(seconds).toBeGreaterThanOrEqual(ENGINES.cartesia.sweetSpot.from);
  expect(seconds).toBeLessThanOrEqual(ENGINES.cartesia.sweetSpot.to);
  expect(from / RATE).toBeGreaterThan(29);
});

test('the consent is not in it', async () => {
  const marks = [
    { at: 0, sentence: -1 },
    { at: 45 * RATE, sentence: 0 },
  ];
  const best = await bestPart({ ...take, marks }, { blocks: inBlocks(talk()), engine: ENGINES.cartesia });
  expect(best.ok && best.value && best.value.from >= 45 * RATE).not.toBe(false);
});

test('of silence nothing is suggested, and what cannot be read is a fault', async () => {
  const silence = inBlocks(new Float32Array(20 * RATE));
  expect(await bestPart(take, { blocks: silence, engine: ENGINES.a2e })).toEqual({ ok: true, value: null });
  async function* broken(): AsyncGenerator<Float32Array> {
    yield new Float32Array(9);
    throw new Error('audio-broken');
  }
  expect(await bestPart(take, { blocks: broken(), engine: ENGINES.a2e })).toMatchObject({
    fault: { code: 'audio-broken' },
  });
});
