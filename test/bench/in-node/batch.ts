import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readPlain } from '../../../electron/speaking/documents/read-plain.ts';
import { got, openBatchWorld } from '../../boot/batch-world.ts';
import { watchStalls } from './stalls.ts';

/** What this program prints, in milliseconds. */
export interface BatchTimes {
  readonly table: readonly number[];
  readonly text: readonly number[];
  readonly stall: readonly number[];
  readonly open: readonly number[];
  readonly openStall: readonly number[];
}

const LINES = 10_000;
const ROUNDS = 5;

const table = Array.from({ length: LINES }, (_, i) => ({
  text: `Line ${i}: a sentence of an ordinary length.`,
}));
/** Eight sentences to a paragraph. */
const text = Array.from({ length: LINES / 8 }, (_, i) =>
  Array.from({ length: 8 }, (_, k) => `Sentence ${k} of paragraph ${i} was said by Dr. Ada at 12:30.`).join(
    ' ',
  ),
).join('\n\n');

const times = { table: [], text: [], stall: [], open: [], openStall: [] } as {
  [K in keyof BatchTimes]: number[];
};
for (let round = 0; round < ROUNDS; round++)
  for (const what of ['table', 'text'] as const) {
    const folder = mkdtempSync(join(tmpdir(), 'timbre-batch-'));
    try {
      const { batches, runner } = await openBatchWorld(folder);
      const stalls = watchStalls();
      const begun = performance.now();
      const rows = what === 'table' ? table : readPlain(text);
      const batch = got(await batches.make({ name: 'b', voiceId: 'voice-1', speed: 1 }, rows));
      times[what].push(performance.now() - begun);
      times.stall.push(stalls.longest());
      if (batch.lines !== LINES) throw new Error(`${batch.lines} lines`);
      await runner.stop();
      const again = watchStalls();
      const opened = performance.now();
      const world = await openBatchWorld(folder);
      times.open.push(performance.now() - opened);
      times.openStall.push(again.longest());
      if (world.runner.list().length !== LINES) throw new Error('lines were lost');
      await world.runner.stop();
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }
process.stdout.write(JSON.stringify(times));
