import { beforeEach, describe, expect, it } from 'vitest';
import type { Voice } from '../../electron/cloning/voice/voice.ts';
import type { NewJob } from '../../electron/jobs/runner.ts';
import type { Pcm } from '../../electron/recording/wav.ts';
import { ok } from '../../electron/result.ts';
import { beginComparison, type CompareParts, rankComparison } from '../../electron/speaking/compare.ts';
import type { Comparison } from '../../electron/speaking/comparison.ts';
import { newVoice } from '../cloning/clone-world.ts';
import { sine } from '../recording/tones.ts';

const RATE = 8000;
const ready = (id: string, more: Partial<Voice> = {}) =>
  newVoice({ id, name: id, state: { status: 'completed', remoteId: `r-${id}` }, ...more });

class World {
  readonly voices = new Map(['a', 'b', 'c'].map((id) => [id, ready(id)]));
  readonly jobs: NewJob[] = [];
  readonly kept = new Map<string, Comparison>();
  readonly sounds: Pcm[] = [];
  #ids = 0;

  readonly parts: CompareParts = {
    voice: (id) => this.voices.get(id),
    auditions: () => [],
    runner: () => ({
      list: () => [],
      add: async (jobs) => {
        this.jobs.push(...jobs);
        return ok([]);
      },
    }),
    shelf: {
      get: (id) => this.kept.get(id),
      add: async (comparison, own) => {
        if (own) this.sounds.push(own);
        return this.parts.shelf.save(comparison);
      },
      save: async (comparison) => {
        this.kept.set(comparison.id, comparison);
        return ok(comparison);
      },
    },
    source: {
      take: (id) =>
        id === 'take-1'
          ? {
              ...{ id, createdAt: 1, sampleRate: RATE, bitDepth: 16, samples: 60 * RATE },
              ...{ source: { kind: 'file', fileName: 'a.wav' }, state: { status: 'kept', recovered: false } },
            }
          : undefined,
      span: async (_take, { from, to }) =>
        ok({
          sampleRate: RATE,
          bitDepth: 16,
          samples: sine({ hz: 500, sampleRate: RATE, seconds: (to - from) / RATE }),
        }),
    },
    // Always the first that is left: the order is turned, and known.
    random: () => 0,
    now: () => 70,
    newId: (what) => `${what}-${++this.#ids}`,
  };

  begin(ask: Partial<Parameters<typeof beginComparison>[0]> = {}) {
    return beginComparison({ voiceIds: ['a', 'b', 'c'], text: ' Hello. ', ...ask }, this.parts);
  }
}

let world: World;
beforeEach(() => {
  world = new World();
});

describe('voices that are compared blind', () => {
  it('say the same line each, in an order drawn by lot', async () => {
    const begun = await world.begin();
    expect(begun.ok && begun.value.voices.map(({ voiceId }) => voiceId)).toEqual(['b', 'c', 'a']);
    expect(world.jobs.map(({ input }) => input)).toMatchObject(
      ['b', 'c', 'a'].map((voiceId) => ({ voiceId, text: 'Hello.', audition: true })),
    );
    expect(begun.ok && begun.value.ranking).toBeUndefined();
  });

  it('stand beside the speaker’s own line, whose loudness is told and whose sound is kept', async () => {
    const begun = await world.begin({ own: { takeId: 'take-1', from: RATE, to: 3 * RATE } });
    expect(begun.ok && begun.value.own?.seconds).toBe(2);
    // A sine with a peak of 0.5: −3 for the sine, −6 for the peak; BS.1770 weighs 500 Hz by half a decibel less.
    expect(begun.ok && begun.value.own?.loudness).toBeCloseTo(-9.5, 1);
    expect(world.sounds[0]?.samples).toHaveLength(2 * RATE);
  });

  it.each([
    { what: 'only one', ask: { voiceIds: ['a', 'a'] }, code: 'comparison-not-possible' },
    { what: 'seven', ask: { voiceIds: [...'abcdefg'] }, code: 'comparison-not-possible' },
    { what: 'one that is not there', ask: { voiceIds: ['a', 'x'] }, code: 'voice-not-found' },
    { what: 'one in training', ask: { voiceIds: ['a', 'young'] }, code: 'voice-not-ready' },
    { what: 'nothing to say', ask: { text: ' … ' }, code: 'text-empty' },
    {
      what: 'an own line that is gone',
      ask: { own: { takeId: 'x', from: 0, to: 9 } },
      code: 'take-not-found',
    },
    {
      what: 'an own line outside its take',
      ask: { own: { takeId: 'take-1', from: 59 * RATE, to: 61 * RATE } },
      code: 'comparison-not-possible',
    },
    {
      what: 'an own line of half a minute and more',
      ask: { own: { takeId: 'take-1', from: 0, to: 31 * RATE } },
      code: 'comparison-not-possible',
    },
  ])('are refused before anything is paid for where there is $what', async ({ ask, code }) => {
    world.voices.set('young', newVoice({ id: 'young' }));
    expect(await world.begin(ask)).toMatchObject({ ok: false, fault: { code } });
    expect(world.jobs).toEqual([]);
    expect(world.kept.size).toBe(0);
  });
});

describe('the decision', () => {
  const rank = (comparisonId: string, ranking: readonly string[]) =>
    rankComparison({ comparisonId, ranking }, world.parts);

  it('is kept, the likest first', async () => {
    const begun = await world.begin();
    const id = begun.ok ? begun.value.id : '';
    expect(await rank(id, ['c', 'a', 'b'])).toMatchObject({ ok: true, value: { ranking: ['c', 'a', 'b'] } });
    expect(world.kept.get(id)?.ranking).toEqual(['c', 'a', 'b']);
  });

  it('is made once: nobody decides again when the names are known', async () => {
    const begun = await world.begin();
    const id = begun.ok ? begun.value.id : '';
    await rank(id, ['c', 'a', 'b']);
    expect(await rank(id, ['a', 'b', 'c'])).toMatchObject({ fault: { code: 'comparison-not-possible' } });
  });

  it.each([
    { ranking: ['a', 'b'] },
    { ranking: ['a', 'b', 'b'] },
    { ranking: ['a', 'b', 'x'] },
    { ranking: ['a', 'b', 'c', 'c'] },
  ])('names each voice once; $ranking does not', async ({ ranking }) => {
    const begun = await world.begin();
    expect(await rank(begun.ok ? begun.value.id : '', ranking)).toMatchObject({
      fault: { code: 'comparison-not-possible' },
    });
  });

  it('is of a comparison that is there', async () => {
    expect(await rank('x', [])).toMatchObject({ fault: { code: 'comparison-not-found' } });
  });
});
