import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { bundleChild } from './kill-recordings.ts';
import { growth, soak } from './soak-recordings.ts';

const SESSIONS = 60;
const MOST_MB = 20;
/** The first sessions make room: the system's threads each keep some memory at hand. */
const SETTLED = 10;

it('an hour of sessions of a minute back to back leaves memory flat and nothing open', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'timbre-soak-'));
  try {
    const held = await soak(await bundleChild('soak-child'), join(folder, 'takes'), SESSIONS);
    const { rss, heap, handles, files } = growth(held, SETTLED);
    console.log(
      `${SESSIONS} sessions, ${((held.at(-1)?.seconds ?? 0) / 60).toFixed(0)} minutes of sound: memory grew by at most ` +
        `${rss.toFixed(1)} MB (${heap.toFixed(1)} MB of it held), ${handles} handles and ${files} files left open`,
    );
    expect(held).toHaveLength(SESSIONS);
    expect(rss).toBeLessThanOrEqual(MOST_MB);
    expect({ handles, files }).toEqual({ handles: 0, files: 0 });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
