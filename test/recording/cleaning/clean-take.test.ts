import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openTakeShelf } from '../../../electron/library/take-shelf.ts';
import { cleanTake } from '../../../electron/recording/cleaning/clean-take.ts';
import { isSpokenHere, type Take } from '../../../electron/recording/take.ts';
import { encodeWav } from '../../../electron/recording/wav.ts';
import { fail, ok } from '../../../electron/result.ts';
import { readSound } from '../../e2e/kept.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { sine } from '../tones.ts';

const samples = sine({ hz: 200, sampleRate: 8000, seconds: 2, peak: 0.5 });
const take: Take = {
  ...{ id: 'take-1', createdAt: 1, sampleRate: 8000, bitDepth: 16, samples: samples.length },
  ...{ source: { kind: 'microphone', device: 'Desk' }, state: { status: 'kept', recovered: false } },
  marks: [{ at: 0, sentence: -1 }],
};

async function openWorld() {
  const folder = await temporaryFolder();
  const path = join(folder, 'take-1.wav');
  await writeFile(path, encodeWav({ sampleRate: 8000, samples }, 16));
  await writeFile(join(folder, 'take-1.json'), JSON.stringify(take));
  const shelf = await openTakeShelf({ folder, onUnreadable: () => expect.unreachable() });
  return { shelf, parts: { path, keeper: shelf, now: () => 9, newId: () => 'copy' } };
}

test('the copy is a take of its own, as long, with the marks, and says what it is a copy of', async () => {
  const { shelf, parts } = await openWorld();
  const clean = async () => ok(samples.map((sample) => sample / 2));
  const made = await cleanTake(take, { ...parts, clean });
  expect(made).toMatchObject({
    ok: true,
    value: {
      ...{ id: 'copy', samples: samples.length, marks: take.marks },
      source: { kind: 'cleaned', of: 'take-1', spokenHere: true },
      state: { status: 'kept' },
    },
  });
  expect(readSound(shelf.path('copy')).samples[10]).toBeCloseTo((samples[10] ?? 0) / 2, 3);
  expect(new Uint8Array(await readFile(parts.path))).toEqual(encodeWav({ sampleRate: 8000, samples }, 16));
  expect(shelf.get('take-1')).toEqual(take);
});

test('where it cannot be cleaned nothing is left behind', async () => {
  const { shelf, parts } = await openWorld();
  const made = await cleanTake(take, { ...parts, clean: async () => fail('not-cleaned') });
  expect(made).toMatchObject({ ok: false, fault: { code: 'not-cleaned' } });
  expect(shelf.list().map(({ id }) => id)).toEqual(['take-1']);
});

test('hours are not held in memory', async () => {
  const { parts } = await openWorld();
  const long = { ...take, samples: 8000 * 601 };
  expect(await cleanTake(long, { ...parts, clean: async () => expect.unreachable() })).toMatchObject({
    fault: { code: 'too-long-to-clean', facts: { minutes: 10 } },
  });
});

test('a copy is spoken here where its original was', () => {
  expect(isSpokenHere(take)).toBe(true);
  expect(isSpokenHere({ source: { kind: 'cleaned', of: 'a', spokenHere: true } })).toBe(true);
  expect(isSpokenHere({ source: { kind: 'cleaned', of: 'a', spokenHere: false } })).toBe(false);
  expect(isSpokenHere({ source: { kind: 'file', fileName: 'a.wav' } })).toBe(false);
});
