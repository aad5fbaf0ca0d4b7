import { expect, it } from 'vitest';
import { createAccounts } from '../../../electron/boot/servers/accounts.ts';
import { openSpendShelf } from '../../../electron/library/spend-shelf.ts';
import { memoryStore } from '../../library/memory-store.ts';

const DAY = 86_400_000;
const NOON = new Date(2026, 10, 25, 12).getTime();

function open(limit: number | null) {
  const store = memoryStore();
  const told: unknown[] = [];
  let time = NOON;
  const accounts = (most = limit) =>
    createAccounts({
      spend: openSpendShelf(store, () => time),
      limit: () => most,
      onTold: (...all) => told.push(all),
    });
  const wait = (ms: number) => {
    time += ms;
  };
  return { accounts, told, store, wait, spend: () => openSpendShelf(store, () => time) };
}

it('what the credits are less by is told and counts as spent; what was added is told and does not', () => {
  const { accounts, told, spend } = open(null);
  const all = accounts();
  for (const coins of [100, 88, 188, 180]) all.of('a').told(coins);
  all.of('b').told(7);
  expect(told).toEqual([
    ['a', 100, 0],
    ['a', 88, -12],
    ['a', 188, 100],
    ['a', 180, -8],
    ['b', 7, 0],
  ]);
  expect(spend().today().spent).toBe(20);
});

it('the limit of the day holds everything until more is allowed, the limit is raised, or it is tomorrow', () => {
  const { accounts, spend, wait } = open(20);
  const all = accounts();
  all.of('a').told(100);
  expect(all.of('a').held()).toBeUndefined();
  all.of('a').told(75);
  expect(all.of('b').held()).toEqual({ code: 'ceiling-reached', facts: { spent: 25, ceiling: 20 } });
  expect(accounts().of('a').held()).toMatchObject({ code: 'ceiling-reached' });
  expect(accounts(30).of('a').held()).toBeUndefined();
  spend().allow(20);
  expect(accounts().of('a').held()).toBeUndefined();
  wait(DAY);
  expect(spend().today()).toMatchObject({ spent: 0, extra: 0 });
});

it('a disk that refuses does not lift the limit', () => {
  const { accounts, store } = open(10);
  const all = accounts();
  store.refuse('ENOSPC');
  all.of('a').told(100);
  all.of('a').told(80);
  expect(all.of('a').held()).toMatchObject({ code: 'ceiling-reached' });
});
