import { createHash } from 'node:crypto';
import { beforeEach, expect, test } from 'vitest';
import type { KeptConsent } from '../../../electron/cloning/sample/consent.ts';
import { createSampleDesk } from '../../../electron/cloning/sample/sample-desk.ts';
import { EMPTY_DRAFT, type SampleDraft } from '../../../electron/cloning/sample/sample-draft.ts';
import type { Take } from '../../../electron/recording/take.ts';
import { decodeWav } from '../../../electron/recording/wav-read.ts';
import { fail, ok } from '../../../electron/result.ts';
import { sine } from '../../recording/tones.ts';

const RATE = 8000;
const SOUND = sine({ hz: 200, sampleRate: RATE, seconds: 12 });

function takeOf(id: string, more: Partial<Take> & { marks?: { at: number; sentence: number }[] } = {}): Take {
  return {
    ...{ id, createdAt: 1, sampleRate: RATE, bitDepth: 16, samples: SOUND.length },
    ...{ source: { kind: 'microphone', device: 'Desk' }, state: { status: 'kept', recovered: false } },
    ...more,
  };
}

function createWorld() {
  let draft = EMPTY_DRAFT;
  const told: SampleDraft[] = [];
  const consents = new Map<string, { consent: KeptConsent; wav: Uint8Array }>();
  const carried = new Set<string>();
  const takes = new Map([
    ['plain', takeOf('plain')],
    [
      'read',
      takeOf('read', {
        marks: [
          { at: 0, sentence: -1 },
          { at: 3 * RATE, sentence: 0 },
        ],
      }),
    ],
    ['silent', takeOf('silent')],
  ]);
  let count = 0;
  const desk = createSampleDesk({
    shelf: {
      get: () => draft,
      change(patch) {
        draft = { ...draft, ...patch, revision: draft.revision + 1 };
        return ok(draft);
      },
    },
    consents: {
      list: () => [...consents.values()].map(({ consent }) => consent),
      async keep(consent, wav) {
        const kept = { ...consent, sha256: createHash('sha256').update(wav).digest('hex') };
        consents.set(consent.id, { consent: kept, wav });
        return ok(kept);
      },
      remove: async (id) => void consents.delete(id),
    },
    source: {
      take: (id) => takes.get(id),
      span: async ({ id, sampleRate }, { from, to }) =>
        takes.has(id)
          ? ok({
              sampleRate,
              bitDepth: 16,
              samples: id === 'silent' ? new Float32Array(to - from) : SOUND.slice(from, to),
            })
          : fail('take-not-found'),
    },
    isCarried: (id) => carried.has(id),
    now: () => 70,
    newId: () => `consent-${++count}`,
    onChanged: (changed) => void told.push(changed),
  });
  return { desk, told, consents, carried, takes };
}

let world: ReturnType<typeof createWorld>;
beforeEach(() => {
  world = createWorld();
});
const whole = (takeId: string) => ({ takeId, from: 0, to: SOUND.length });
const spoken = {
  how: 'spoken',
  text: 'I agree.',
  stretch: { takeId: 'read', from: 0, to: 3 * RATE },
} as const;

test('the edit list is what was asked, and everyone is told', () => {
  const changed = world.desk.change({ parts: [whole('plain')], model: 'cartesia' });
  expect(changed).toMatchObject({
    ok: true,
    value: { parts: [whole('plain')], model: 'cartesia', revision: 1 },
  });
  expect(world.told).toHaveLength(1);
});

test.each([
  ['of a take that is gone', { takeId: 'gone', from: 0, to: 9 }, 'take-not-found'],
  ['past the end of its take', { ...whole('plain'), to: SOUND.length + 1 }, 'part-not-possible'],
  ['of no length', { ...whole('plain'), from: 9, to: 9 }, 'part-not-possible'],
])('a part %s is refused, and the sample stays as it was', (_what, part, code) => {
  expect(world.desk.change({ parts: [part] })).toMatchObject({ ok: false, fault: { code } });
  expect(world.desk.get()).toEqual(EMPTY_DRAFT);
});

test('the consent is never in a part, however the part was chosen', () => {
  world.desk.change({ parts: [whole('read')] });
  expect(world.desk.get().parts).toEqual([{ takeId: 'read', from: 3 * RATE, to: SOUND.length }]);
});

test('a consent that is spoken is cut out, hashed, and kept with its words and time', async () => {
  await world.desk.agree(spoken);
  const { consent } = world.desk.get();
  const kept = world.consents.get('consent-1');
  expect(consent).toEqual({
    at: 70,
    how: 'spoken',
    record: { id: 'consent-1', text: 'I agree.', sha256: kept?.consent.sha256, seconds: 3 },
  });
  const sound = decodeWav(kept?.wav ?? new Uint8Array());
  expect(sound.ok && sound.value.samples).toHaveLength(3 * RATE);
  expect(kept?.consent.sha256).toBe(
    createHash('sha256')
      .update(kept?.wav ?? '')
      .digest('hex'),
  );
});

test('a consent without marks is cut out of the parts as soon as it is given', async () => {
  world.desk.change({ parts: [whole('plain')] });
  await world.desk.agree({ ...spoken, stretch: { takeId: 'plain', from: RATE, to: 4 * RATE } });
  expect(world.desk.get().parts.map(({ from, to }) => [from, to])).toEqual([
    [0, RATE],
    [4 * RATE, SOUND.length],
  ]);
});

test.each([
  ['too short for a sentence', { takeId: 'read', from: 0, to: 2.5 * RATE - 1 }, 'consent-not-heard'],
  ['silent', { takeId: 'silent', from: 0, to: 3 * RATE }, 'consent-not-heard'],
  ['in a take that is gone', { takeId: 'gone', from: 0, to: RATE }, 'take-not-found'],
  ['outside its take', { takeId: 'read', from: 0, to: SOUND.length + 1 }, 'part-not-possible'],
])('a consent that is %s is none', async (_what, stretch, code) => {
  expect(await world.desk.agree({ ...spoken, stretch })).toMatchObject({ fault: { code } });
  expect(world.desk.get().consent).toBeNull();
  expect(world.consents.size).toBe(0);
});

test('a newer consent takes the place of an older one, whose sound goes unless a voice carries it', async () => {
  await world.desk.agree(spoken);
  await world.desk.agree(spoken);
  expect([...world.consents.keys()]).toEqual(['consent-2']);
  world.carried.add('consent-2');
  await world.desk.clear();
  expect(world.desk.get()).toMatchObject({ parts: [], consent: null });
  expect([...world.consents.keys()]).toEqual(['consent-2']);
});

test('a statement that came as a file is the consent as a whole', async () => {
  await world.desk.agree({ how: 'statement', text: 'Agreed in writing.', takeId: 'plain' });
  expect(world.desk.get().consent).toMatchObject({ how: 'statement', record: { seconds: 12 } });
  expect(world.consents.get('consent-1')?.consent.from).toBeUndefined();
});

test('the sample is rendered as it would be uploaded, once until it changes', async () => {
  world.desk.change({ parts: [whole('plain')] });
  const first = await world.desk.render();
  expect(first.ok && first.value[0]?.sound.samples).toEqual(SOUND);
  expect(await world.desk.render()).toBe(first);
  const { revision } = world.desk.get();
  expect(decodeWav((await world.desk.file(revision, 0)) ?? new Uint8Array()).ok).toBe(true);
  world.desk.change({ parts: [{ ...whole('plain'), to: 9 * RATE }] });
  expect(await world.desk.file(revision, 0)).toBeUndefined();
  const second = await world.desk.render();
  expect(second.ok && second.value[0]?.sound.samples).toHaveLength(9 * RATE);
});

test('parts of a take that is discarded are out, and back in when it is', () => {
  world.desk.change({ parts: [whole('plain')] });
  const plain = world.takes.get('plain');
  world.takes.delete('plain');
  expect(world.desk.get().parts).toEqual([]);
  if (plain) world.takes.set('plain', plain);
  expect(world.desk.get().parts).toEqual([whole('plain')]);
});
