import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pocketProcess } from '../../../electron/local-server/pocket/cloner.ts';
import type { ModelRelease } from '../../../electron/local-server/pocket/model.ts';
import { startNodeProcess } from '../../../electron/processes/node-process.ts';
import type { OwnProcess } from '../../../electron/processes/own-process.ts';

/** What `writeToyModel` writes, packed with `tar` and `bzip2` once: this side has nothing that could pack it. */
export const ARCHIVE = resolve('test/local-server/pocket/toy-model.tar.bz2');
const bytes = readFileSync(ARCHIVE);

/** The toy as if it were published. */
export const RELEASE: ModelRelease = {
  name: 'toy-model',
  url: 'http://models.invalid/toy-model.tar.bz2',
  bytes: bytes.length,
  sha256: createHash('sha256').update(bytes).digest('hex'),
};

/** The process of the model out of this bundle, and what was started of it. */
export function pocketIn(file: string) {
  const started: OwnProcess[] = [];
  const asked = pocketProcess(() => {
    const one = startNodeProcess(file);
    started.push(one);
    return one;
  });
  return { asked, started };
}
