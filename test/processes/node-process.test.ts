import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { startNodeProcess } from '../../electron/processes/node-process.ts';
import type { OwnProcess } from '../../electron/processes/own-process.ts';
import { temporaryFolder } from '../recording/temporary-folder.ts';

async function started(code: string): Promise<OwnProcess> {
  const file = join(await temporaryFolder(), 'own.cjs');
  await writeFile(file, code);
  return startNodeProcess(file);
}
const ended = (own: OwnProcess) => new Promise<string>((resolve) => own.onEnded(resolve));
const answer = (own: OwnProcess) => new Promise<unknown>((resolve) => own.onMessage(resolve));

describe('a process of its own', () => {
  it('is sent sound and answers', async () => {
    const own = await started(
      "process.on('message', (m) => process.send({ sum: m.samples[0] + m.samples[1] }));",
    );
    const answered = answer(own);
    own.send({ samples: Float32Array.of(0.25, 0.5) });
    expect(await answered).toEqual({ sum: 0.75 });
    const end = ended(own);
    own.end();
    expect(await end).toBe('ended by SIGKILL');
  });

  it('takes nobody with it when its native code aborts', async () => {
    const own = await started('process.abort();');
    expect(await ended(own)).toBe('ended by SIGABRT');
    own.send('too late');
  });

  it('says that it has ended where there is nothing to start', async () => {
    const own = startNodeProcess(join(await temporaryFolder(), 'nothing.cjs'));
    expect(await ended(own)).toBe('ended with 1');
  });

  it('knows nothing of the token', async () => {
    vi.stubEnv('TIMBRE_TOKEN', 'secret');
    const own = await started('process.send(Object.values(process.env));');
    vi.unstubAllEnvs();
    expect(await answer(own)).not.toContain('secret');
    own.end();
  });
});
