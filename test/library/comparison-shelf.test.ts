import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openComparisonShelf } from '../../electron/library/comparison-shelf.ts';
import { decodeWav } from '../../electron/recording/wav-read.ts';
import type { Comparison } from '../../electron/speaking/comparison.ts';
import { temporaryFolder } from '../recording/temporary-folder.ts';
import { sine } from '../recording/tones.ts';

const comparison: Comparison = {
  ...{ id: 'compare-1', createdAt: 5, text: 'Hello.' },
  voices: [{ voiceId: 'v', clipId: 'c', jobId: 'j' }],
};
const own = { sampleRate: 8000, bitDepth: 16, samples: sine({ hz: 200, sampleRate: 8000, seconds: 1 }) };
const open = (folder: string, unreadable: string[] = []) =>
  openComparisonShelf({ folder, onUnreadable: (name) => void unreadable.push(name) });

describe('the comparisons', () => {
  it('are there after a restart, with the speaker’s own line and the decision', async () => {
    const folder = await temporaryFolder();
    const shelf = await open(folder);
    await shelf.add({ ...comparison, own: { seconds: 1, loudness: -20 } }, own);
    await shelf.save({ ...comparison, own: { seconds: 1, loudness: -20 }, ranking: ['v'] });
    const again = await open(folder);
    expect(again.list()).toEqual([{ ...comparison, own: { seconds: 1, loudness: -20 }, ranking: ['v'] }]);
    expect(decodeWav(readFileSync(again.path('compare-1')))).toMatchObject({ ok: true });
  });

  it('that are removed are gone with their sound', async () => {
    const folder = await temporaryFolder();
    const shelf = await open(folder);
    await shelf.add(comparison, own);
    await shelf.remove('compare-1');
    expect((await open(folder)).list()).toEqual([]);
    expect(() => readFileSync(shelf.path('compare-1'))).toThrow();
  });

  it('that cannot be read are left where they are and told', async () => {
    const folder = await temporaryFolder();
    writeFileSync(join(folder, 'compare-2.json'), '{"id":"compare-2"}');
    const unreadable: string[] = [];
    await open(folder, unreadable);
    expect(unreadable).toEqual(['compare-2.json']);
  });
});
