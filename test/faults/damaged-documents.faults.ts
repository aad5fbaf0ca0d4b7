import { expect, it } from 'vitest';
import { readMutated } from '../speaking/documents/mutate.ts';

const COUNT = 10_000;

it('ten thousand damaged documents are read or refused with a word, none crashes and none hangs', async () => {
  const { read, refused, slowestMs } = await readMutated(COUNT, 2026);
  const refusals = Object.values(refused).reduce((sum, count) => sum + count, 0);
  expect(read + refusals).toBe(COUNT);
  for (const code of Object.keys(refused)) expect(code).toMatch(/^document-/);
  console.log(
    `${read} read, ${refusals} refused ${JSON.stringify(refused)}, slowest ${Math.round(slowestMs)} ms`,
  );
});
