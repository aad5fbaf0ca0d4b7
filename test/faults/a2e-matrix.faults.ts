import { expect, test } from 'vitest';
import { ENDPOINTS, type EndpointName, SIGNATURE } from './a2e-protocol.ts';
import { expectedCode } from './expected-code.ts';
import { TOKEN } from './misbehaving-server.ts';
import { MISBEHAVIOURS, type Misbehaviour } from './misbehaviour.ts';
import { type Cell, playCell } from './play-cell.ts';

/** No cell may take longer, in milliseconds: every wait is bounded. */
const BOUND_MS = 20_000;

/** One row of the matrix as it is printed: the code each endpoint told. */
function printed(how: Misbehaviour, cells: readonly Cell[]): string {
  return `${how.padEnd(30)}${cells.map(({ code, end }) => `${code}${end === 'failed' ? '!' : ''}`.padEnd(19)).join('')}`;
}

test.each(['once', 'always'] as const)('every fault in every place, %s', async (times) => {
  const kinds = Object.keys(MISBEHAVIOURS) as Misbehaviour[];
  const wrong: string[] = [];
  console.log(`\n${times}: the code that was told; “!”: the job ended with it, else it went on by itself\n`);
  console.log(`${''.padEnd(30)}${ENDPOINTS.map((name) => name.padEnd(19)).join('')}`);
  for (const how of kinds) {
    const cells: Cell[] = [];
    for (const endpoint of ENDPOINTS) {
      const began = performance.now();
      const cell = await playCell(endpoint, how, times);
      cells.push(cell);
      const where = `${endpoint}, ${how}, ${times}`;
      wrong.push(
        ...problems(endpoint, how, { cell, times, took: performance.now() - began }).map(
          (what) => `${where}: ${what}`,
        ),
      );
    }
    console.log(printed(how, cells));
  }
  console.log(`\n${kinds.length * ENDPOINTS.length} cells, ${wrong.length} wrong`);
  expect(wrong).toEqual([]);
});

function problems(
  endpoint: EndpointName,
  how: Misbehaviour,
  { cell, times, took }: { cell: Cell; times: 'once' | 'always'; took: number },
): readonly string[] {
  const expected = expectedCode(endpoint, how);
  const found = [...cell.wrong];
  if (times === 'once' && cell.code !== expected) found.push(`told ${cell.code}, not ${expected}`);
  if (expected === 'rate-limited' && times === 'once' && !(Math.abs((cell.retryAfterMs ?? 0) - 7000) <= 1000))
    found.push(`asked to wait 7 s, waits ${cell.retryAfterMs} ms`);
  if (took > BOUND_MS) found.push(`took ${Math.round(took)} ms`);
  for (const secret of [TOKEN, SIGNATURE.split('=')[1] ?? ''])
    if (cell.said.includes(secret)) found.push(`says ${secret}`);
  return found;
}
