import { describe, expect, it } from 'vitest';
import { ENDPOINTS, type EndpointName } from '../faults/a2e-protocol.ts';
import { expectedCode } from '../faults/expected-code.ts';
import { MISBEHAVIOURS, type Misbehaviour } from '../faults/misbehaviour.ts';
import { playCell, playOddity } from '../faults/play-cell.ts';

/** A share of the matrix that `npm run faults` plays whole: each fault in three places, every place several times. */
const SHARE = (Object.keys(MISBEHAVIOURS) as Misbehaviour[]).flatMap((how, row) =>
  [0, 5, 11].map((step) => ({ how, endpoint: ENDPOINTS[(row + step) % ENDPOINTS.length] as EndpointName })),
);

describe('a fault of the server', () => {
  it.each(SHARE)(
    '$how at $endpoint is told by its code; nothing is paid twice or lost',
    async ({ how, endpoint }) => {
      const { code, wrong } = await playCell(endpoint, how, 'once');
      expect({ code, wrong }).toEqual({ code: expectedCode(endpoint, how), wrong: [] });
    },
  );
});

describe('a server that is odd', () => {
  it.each<[string, Parameters<typeof playOddity>[0]]>([
    ['says a status nobody knows', ({ books }) => books.statuses.push('warming up', 'initialized', 'queued')],
    [
      'goes back in its status',
      ({ books }) => books.statuses.push('processing', 'sent', 'processing', 'sent'),
    ],
    ['lists every voice twice', ({ books }) => Object.assign(books, { doubled: true })],
    ['says language for lang', ({ books }) => Object.assign(books, { spellsLanguage: true })],
    ['does not know the by-id path', (server) => server.misbehave('voice', '404', 'always')],
  ])('%s: the voice is made, and paid once', async (_what, makeOdd) => {
    expect(await playOddity(makeOdd)).toMatchObject({
      ...{ end: 'done', paid: 1, voice: { state: { status: 'completed' } } },
    });
  });

  it('whose upload link runs out while it is used gives another one, and the sample arrives', async () => {
    const odd = await playOddity((server) => server.misbehave('put', '403', 'once'));
    expect(odd).toMatchObject({ end: 'done', paid: 1, uploads: 2 });
  });
});
