import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openConsentShelf } from '../../electron/library/consent-shelf.ts';
import { temporaryFolder } from '../recording/temporary-folder.ts';

const CONSENT = {
  ...{ id: 'consent-1', createdAt: 5, text: 'I, Ada, agree.', seconds: 4 },
  from: { takeId: 't', from: 0, to: 9 },
};
const WAV = new Uint8Array([82, 73, 70, 70]);

test('a consent is kept with the hash of its file, and found again', async () => {
  const folder = await temporaryFolder();
  const onUnreadable = () => expect.unreachable();
  const shelf = await openConsentShelf({ folder, onUnreadable });
  const kept = await shelf.keep(CONSENT, WAV);
  expect(readFileSync(shelf.path('consent-1'))).toEqual(Buffer.from(WAV));
  const sha256 = createHash('sha256').update(WAV).digest('hex');
  expect(kept).toEqual({ ok: true, value: { ...CONSENT, sha256 } });
  expect((await openConsentShelf({ folder, onUnreadable })).list()).toEqual([{ ...CONSENT, sha256 }]);
  await shelf.remove('consent-1');
  expect(existsSync(shelf.path('consent-1'))).toBe(false);
});

test('a description that cannot be read is told, and nothing of it is deleted', async () => {
  const folder = await temporaryFolder();
  writeFileSync(join(folder, 'consent-1.json'), '{"id":"consent-1"}');
  const told: string[] = [];
  await openConsentShelf({ folder, onUnreadable: (name) => void told.push(name) });
  expect(told).toEqual(['consent-1.json']);
  expect(existsSync(join(folder, 'consent-1.json'))).toBe(true);
});
