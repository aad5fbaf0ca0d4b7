import { describe, expect, it } from 'vitest';
import type { KnownCall } from '../../../electron/cloning/account/paid-call.ts';
import type { Price } from '../../../electron/cloning/account/price-book.ts';
import { openTillWorld } from './till-world.ts';

const measured = (characters: number, credits: number): Price => ({
  ...{ of: 'speech', model: 'a2e', speed: 1 },
  ...{ characters, credits },
});
const KNOWN = [measured(1, 10), measured(1, 10), measured(100, 10)];

describe('calls to one server', () => {
  it('go in the order they came, so many at once and no more', async () => {
    const world = openTillWorld({ prices: KNOWN, atOnce: 3 });
    const all = Array.from({ length: 7 }, (_, i) => world.call(`${i}`));
    await world.settled();
    expect(world.under()).toEqual(['0', '1', '2']);
    world.answer('1');
    await world.settled();
    expect(world.under()).toEqual(['0', '2', '3']);
    await world.answerAll();
    await Promise.all(all);
    expect(world.begun()).toEqual(['0', '1', '2', '3', '4', '5', '6']);
  });

  it('are noted before they have a slot, but not many: a kill leaves few in doubt', async () => {
    const world = openTillWorld({ prices: KNOWN, atOnce: 3 });
    for (let i = 0; i < 9; i++) void world.call(`${i}`);
    await world.settled();
    expect(world.noted()).toEqual(['0', '1', '2', '3', '4']);
    await world.answerAll();
  });

  it('are made alone at first, so that it is seen what one costs, and then side by side', async () => {
    const world = openTillWorld({ atOnce: 4 });
    for (let i = 0; i < 6; i++) void world.call(`${i}`);
    for (const alone of ['0', '1']) {
      await world.settled();
      expect(world.under()).toEqual([alone]);
      world.answer(alone);
    }
    await world.settled();
    expect(world.under()).toEqual(['2', '3', '4', '5']);
    expect(world.prices.list()).toEqual([measured(10, 10), measured(10, 10)]);
    await world.answerAll();
  });

  it('do not have the credits read for each of them', async () => {
    const world = openTillWorld({ prices: KNOWN, atOnce: 4 });
    for (let i = 0; i < 40; i++) void world.call(`${i}`);
    await world.answerAll();
    expect(world.begun()).toHaveLength(40);
    // One before, one after, and two to show how it goes.
    expect(world.reads()).toBe(4);
  });

  it('where credits are not told go side by side at once', async () => {
    const world = openTillWorld({ tellsCredits: false, atOnce: 4 });
    for (let i = 0; i < 4; i++) void world.call(`${i}`);
    await world.settled();
    expect(world.under()).toHaveLength(4);
    await world.answerAll();
  });

  it('that were made before go before those that wait, in the order they came', async () => {
    const world = openTillWorld({ prices: KNOWN, atOnce: 1 });
    for (let i = 0; i < 5; i++) void world.call(`${i}`);
    await world.settled();
    void world.call('a', { evenIfHeld: true });
    void world.call('b', { evenIfHeld: true });
    await world.answerAll();
    expect(world.begun()).toEqual(['0', '1', '2', 'a', 'b', '3', '4']);
  });

  it('that wait when their job is canceled are not made', async () => {
    const world = openTillWorld({ prices: KNOWN, atOnce: 1 });
    void world.call('0');
    const second = world.call('1');
    await world.settled();
    world.cancel('1');
    expect(await second).toMatchObject({ is: 'waiting', why: 'network' });
    await world.answerAll();
    expect(world.begun()).toEqual(['0']);
  });
});

describe('a server that is too busy', () => {
  it('sends those that wait back to their lane, and is given half as many from then on', async () => {
    const world = openTillWorld({ prices: KNOWN, atOnce: 4 });
    const waiting = [0, 1, 2, 3, 4, 5, 6].map((i) => world.call(`${i}`));
    await world.settled();
    world.refuse('0');
    world.refuse('1');
    await world.settled();
    for (const call of waiting.slice(4)) expect(await call).toEqual({ is: 'put-back' });
    expect(world.begun()).toEqual(['0', '1', '2', '3']);
    await world.answerAll();
    for (let i = 7; i < 12; i++) void world.call(`${i}`);
    await world.settled();
    // Two refusals of one volley halve it once.
    expect(world.under()).toEqual(['7', '8']);
    await world.answerAll();
    for (let i = 20; i < 60; i++) void world.call(`${i}`);
    await world.answerAll();
    for (let i = 60; i < 66; i++) void world.call(`${i}`);
    await world.settled();
    expect(world.under()).toHaveLength(4);
    await world.answerAll();
  });

  it('twice in one moment leaves no place taken', async () => {
    const world = openTillWorld({ prices: KNOWN, atOnce: 2 });
    for (const round of ['a', 'b', 'c', 'd']) {
      for (let i = 0; i < 6; i++) void world.call(`${round}${i}`);
      await world.settled();
      const [first = '', second = first] = world.under();
      // One makes room for a call that is turned back before it knows of it.
      world.answer(first);
      world.refuse(second);
      await world.answerAll();
      for (let i = 6; i < 20; i++) void world.call(`${round}${i}`);
      await world.answerAll();
    }
    void world.call('z');
    await world.settled();
    expect(world.under()).toEqual(['z']);
    await world.answerAll();
  });
});

describe('a call that ends unclearly', () => {
  it('lets nothing new be paid until it is known what became of it; those beside it come to their end', async () => {
    const world = openTillWorld({ prices: KNOWN, atOnce: 3 });
    const calls = ['0', '1', '2', '3'].map((id) => world.call(id));
    await world.settled();
    world.lose('1', { isCharged: false });
    expect(await calls[3]).toEqual({ is: 'put-back' });
    const next = world.call('4');
    await world.settled();
    expect(world.begun()).toEqual(['0', '1', '2']);
    const verdict = world.judge('1');
    await world.answerAll();
    expect(await verdict).toEqual({ is: 'unpaid' });
    await world.answerAll();
    await next;
    expect(world.begun()).toEqual(['0', '1', '2', '4']);
  });

  it.each([
    { isCharged: false, verdict: { is: 'unpaid' } },
    { isCharged: true, verdict: { is: 'maybe', before: 1000, after: 970 } },
  ])('among others is judged by what they cost (charged: $isCharged)', async ({ isCharged, verdict }) => {
    const world = openTillWorld({ prices: KNOWN, atOnce: 3 });
    for (const id of ['0', '1', '2']) void world.call(id);
    await world.settled();
    world.lose('1', { isCharged });
    await world.settled();
    const judged = world.judge('1');
    await world.answerAll();
    expect(await judged).toEqual(verdict);
  });

  it.each([
    { price: 10, is: 'maybe' },
    // Nothing went at all, although one was answered: they cost nothing here.
    { price: 0, is: 'unpaid' },
  ])('among others of unknown price is $is where each costs $price', async ({ price, is }) => {
    const longer = [measured(50, price), measured(50, price)];
    const world = openTillWorld({ prices: longer, atOnce: 3, price });
    for (const id of ['0', '1']) void world.call(id);
    await world.settled();
    world.answer('0');
    world.lose('1', { isCharged: false });
    await world.settled();
    const judged = world.judge('1');
    await world.answerAll();
    expect((await judged).is).toBe(is);
  });

  it('whose answer came but could not be written down is never taken for unpaid', async () => {
    const world = openTillWorld({ prices: KNOWN, atOnce: 2 });
    void world.call('0');
    await world.settled();
    world.answer('0');
    expect(await world.judge('0')).toMatchObject({ is: 'maybe' });
  });

  it('of a process before is judged with the others of its time', async () => {
    const reading = { at: 5, coins: 1030 };
    const known = (id: string, end: KnownCall['end']): KnownCall => ({
      ...{ id, model: 'a2e', speed: 1, characters: 10, at: 6, reading, end },
    });
    const judged = async (recalled: readonly KnownCall[]) => {
      const world = openTillWorld({ prices: KNOWN, recalled });
      const verdict = world.judge('a', known('a', 'unclear'));
      await world.answerAll();
      return verdict;
    };
    const others = [known('b', 'answered'), known('c', 'answered'), known('d', 'answered')];
    // 30 credits went: three answered calls account for all of them, two do not.
    expect(await judged([known('a', 'unclear'), ...others])).toEqual({ is: 'unpaid' });
    expect(await judged([known('a', 'unclear'), ...others.slice(1)])).toMatchObject({ is: 'maybe' });
    expect(await judged([])).toMatchObject({ is: 'maybe' });
  });

  it('where credits were bought meanwhile is a question to a person', async () => {
    const world = openTillWorld({ prices: KNOWN, atOnce: 2 });
    for (const id of ['0', '1']) void world.call(id);
    await world.settled();
    world.buy(10);
    world.lose('1', { isCharged: false });
    await world.settled();
    const judged = world.judge('1');
    await world.answerAll();
    expect(await judged).toMatchObject({ is: 'maybe' });
  });
});

describe('what is measured', () => {
  it('is thrown away where calls cost less than they can by it', async () => {
    const world = openTillWorld({ prices: KNOWN, atOnce: 3, price: 7 });
    for (const id of ['0', '1', '2']) void world.call(id);
    await world.answerAll();
    expect(world.prices.list()).toEqual([]);
  });

  it('does not come from a call beside which something else was paid for', async () => {
    const world = openTillWorld();
    const training = world.till.training('a2e');
    void world.call('0');
    await world.answerAll();
    training.over({ before: 1000, after: 890 });
    expect(world.prices.list()).toEqual([]);
  });

  it('is what a training costs too, where nothing else was under way', async () => {
    const world = openTillWorld();
    world.till.training('minimax').over({ before: 1000, after: 900 });
    // One that is charged later has cost nothing yet.
    world.till.training('a2e').over({ before: 900, after: 900 });
    expect(world.prices.list()).toEqual([{ of: 'training', model: 'minimax', credits: 100 }]);
  });

  it('is shared out among the batches whose calls went side by side', async () => {
    const world = openTillWorld({ prices: KNOWN, atOnce: 4 });
    for (const id of ['0', '1', '2', '3']) void world.call(id, { batchId: id === '3' ? 'b' : 'a' });
    await world.answerAll();
    expect(world.charged).toEqual({ a: 30, b: 10 });
  });
});

it('the credits are never read twice at the same time', async () => {
  const world = openTillWorld({ prices: KNOWN, atOnce: 4 });
  for (let i = 0; i < 60; i++) void world.call(`${i}`);
  await world.answerAll();
  expect(world.readsAtOnce()).toBe(1);
});

describe('near a limit', () => {
  it('calls are made one by one, and the credits read after each, so that no more than one goes over it', async () => {
    const world = openTillWorld({ prices: KNOWN, atOnce: 4, limit: 35 });
    for (let i = 0; i < 8; i++) void world.call(`${i}`);
    await world.answerAll();
    expect(world.begun()).toEqual(['0', '1', '2', '3']);
    expect(world.most()).toBe(3);
  });
});
