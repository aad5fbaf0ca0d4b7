import { join } from 'node:path';
import { expect, it } from 'vitest';
import { bundleChild } from '../faults/kill-recordings.ts';
import { growth, soak } from '../faults/soak-recordings.ts';
import { temporaryFolder } from './temporary-folder.ts';

const SESSIONS = 3;

it('sessions of a minute back to back hold on to nothing', async () => {
  const folder = await temporaryFolder();
  const child = await bundleChild('soak-child');
  const held = await soak(child, join(folder, 'takes'), SESSIONS);
  expect(held).toHaveLength(SESSIONS);
  const { heap, handles, files } = growth(held, 1);
  expect(heap).toBeLessThan(20);
  expect({ handles, files }).toEqual({ handles: 0, files: 0 });
}, 60_000);
