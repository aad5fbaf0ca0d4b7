import { expect, it } from 'vitest';
import { newId } from '../../electron/boot/ids.ts';

const at = (iso: string) => Date.parse(iso);

it('an id says what it names and when', () => {
  expect(newId('take', at('2026-11-23T09:41:55.900Z'))).toMatch(/^take-20261123-094155-[0-9a-f]{10}$/);
});

it('ids sort by time, over the end of a year too', () => {
  const moments = [
    '2026-01-02T03:04:05Z',
    '2026-01-02T03:04:06Z',
    '2026-12-31T23:59:59Z',
    '2027-01-01T00:00:00Z',
  ];
  const ids = moments.map((moment) => newId('clip', at(moment)));
  expect([...ids].sort()).toEqual(ids);
});

it('a thousand of the same moment are all different', () => {
  expect(new Set(Array.from({ length: 1000 }, () => newId('job', 0))).size).toBe(1000);
});

it('an id is a file name on every system, and passes as one from the window', () => {
  for (const what of ['take', 'clip', 'voice', 'job'] as const)
    expect(newId(what, at('2026-11-23T09:41:55Z'))).toMatch(/^[a-z0-9-]{1,40}$/);
});
