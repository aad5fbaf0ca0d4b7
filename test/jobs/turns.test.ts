import { expect, test } from 'vitest';
import { createTurns } from '../../electron/jobs/turns.ts';
import { gate, settle } from './play-runner.ts';

test('what is decided about one job happens one after the other, about another at the same time', async () => {
  const free: string[] = [];
  const turns = createTurns((id) => free.push(id));
  const told: string[] = [];
  const first = gate();
  const work = (name: string, until?: Promise<void>) => async () => {
    told.push(`${name} begins`);
    await until;
    told.push(`${name} ends`);
  };
  const all = [
    turns.take(['a'], work('one', first.opened)),
    turns.take(['a', 'b'], work('two')),
    turns.take(['b'], work('three')),
    turns.take(['c'], work('four')),
  ];
  await settle();
  expect(told).toEqual(['one begins', 'four begins', 'four ends']);
  expect(['a', 'b', 'c'].map(turns.isTaken)).toEqual([true, true, false]);
  first.open();
  await Promise.all(all);
  expect(told.slice(3)).toEqual(['one ends', 'two begins', 'two ends', 'three begins', 'three ends']);
  expect(free).toEqual(['c', 'a', 'b']);
});

test('a work that throws does not hold up the next', async () => {
  const turns = createTurns(() => undefined);
  const broken = turns.take(['a'], () => Promise.reject(new Error('oh')));
  const next = turns.take(['a'], async () => 'fine');
  await expect(broken).rejects.toThrow('oh');
  expect(await next).toBe('fine');
  expect(turns.isTaken('a')).toBe(false);
});
