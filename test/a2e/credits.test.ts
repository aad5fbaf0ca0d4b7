import { describe, expect, it } from 'vitest';
import { faultOf, fine, successOf, withServer } from './with-server.ts';

const bench = withServer();
const CREDITS = 'GET /api/v1/user/remainingCoins';

describe('credits', () => {
  it.each([
    ['within the envelope', fine({ coins: 1293, diamonds: 3 }), 1293],
    ['without the envelope', { json: { coins: 7, diamonds: 3 } }, 7],
    ['as text', fine({ coins: '12.5' }), 12.5],
    ['wrapped once more', fine({ user: { coins: 4 }, diamonds: 0 }), 4],
    ['none left', fine({ coins: 0 }), 0],
  ])('coins %s', async (_name, behaviour, coins) => {
    bench.server.on(CREDITS, behaviour);
    expect(successOf(await bench.client().credits())).toEqual({ coins });
  });

  it.each([{}, null, { coins: null }, { coins: 'many' }, 5])('%j tells no coins', async (data) => {
    bench.server.on(CREDITS, fine(data));
    expect(faultOf(await bench.client().credits()).code).toBe('bad-answer');
  });
});
