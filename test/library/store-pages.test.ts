import { describe, expect, it } from 'vitest';
import { openPages, PAGE_SIZE } from '../../electron/library/store-pages.ts';
import { memoryStores } from './memory-store.ts';

const entry = (id: string) => [id, { id }] as const;
const entries = (count: number, from = 0) => Array.from({ length: count }, (_, at) => entry(`e${from + at}`));
const ids = (pages: ReturnType<typeof openPages>) => pages.entries().map(([id]) => id);
const sizes = ({ stores }: ReturnType<typeof memoryStores>) =>
  [...stores.values()].map(({ content }) => Object.keys(content['things'] ?? {}).length);

describe('entries in pages', () => {
  it('stand in one document while they are few', () => {
    const stores = memoryStores();
    openPages(stores.open, 'things').set(entries(PAGE_SIZE));
    expect([...stores.stores.keys()]).toEqual(['things']);
  });

  it('go on to a further page when the first is full, and are found again', () => {
    const stores = memoryStores();
    const pages = openPages(stores.open, 'things');
    for (const one of entries(2 * PAGE_SIZE + 1)) pages.set([one]);
    expect(sizes(stores)).toEqual([PAGE_SIZE, PAGE_SIZE, 1]);
    expect(ids(openPages(stores.open, 'things'))).toEqual(ids(pages));
  });

  it('are changed where they stand: no other page is written', () => {
    const stores = memoryStores();
    const pages = openPages(stores.open, 'things');
    pages.set(entries(3 * PAGE_SIZE));
    for (const name of ['things', 'things-3']) stores.refuse(name, 'not this one');
    pages.set([[`e${PAGE_SIZE}`, 'changed']]);
    expect(stores.open('things-2').content['things']).toMatchObject({ [`e${PAGE_SIZE}`]: 'changed' });
  });

  it('that are deleted leave room for the next', () => {
    const stores = memoryStores();
    const pages = openPages(stores.open, 'things');
    pages.set(entries(PAGE_SIZE + 5));
    pages.delete('e3');
    pages.set([entry('new')]);
    expect(sizes(stores)).toEqual([PAGE_SIZE, 5]);
    expect(ids(openPages(stores.open, 'things'))).not.toContain('e3');
  });

  it('of an older version, all in one document, are spread out with the first change, and not by who only looks', () => {
    const all = Object.fromEntries(entries(1000));
    const stores = memoryStores({ things: { things: all } });
    const pages = openPages(stores.open, 'things');
    expect(new Set(ids(pages))).toEqual(new Set(Object.keys(all)));
    expect(sizes(stores)).toEqual([1000]);
    pages.set([['e1', 'changed']]);
    expect(Math.max(...sizes(stores))).toBe(PAGE_SIZE);
    expect(ids(openPages(stores.open, 'things'))).toHaveLength(1000);
  });

  it('that could not be spread out on a full disk are all still there, and can be changed', () => {
    const all = Object.fromEntries(entries(1000));
    const stores = memoryStores({ things: { things: all } });
    stores.refuse('things-3', 'ENOSPC');
    const pages = openPages(stores.open, 'things');
    expect(new Set(ids(pages))).toEqual(new Set(Object.keys(all)));
    pages.set([['e999', 'changed']]);
    stores.refuse('things-3', null);
    const again = new Map(openPages(stores.open, 'things').entries());
    expect(again.size).toBe(1000);
    expect(again.get('e999')).toBe('changed');
  });

  it('that stand twice, after a kill while they moved, count where they stand first', () => {
    const stores = memoryStores({
      things: { pages: 2, things: { a: 'here' } },
      'things-2': { things: { a: 'there', b: 'too' } },
    });
    expect(openPages(stores.open, 'things').entries()).toEqual([
      ['a', 'here'],
      ['b', 'too'],
    ]);
  });

  it('are put into groups that touch one page each', () => {
    const stores = memoryStores();
    const pages = openPages(stores.open, 'things');
    pages.set(entries(3 * PAGE_SIZE));
    const mixed = ids(pages).toSorted();
    for (const batch of pages.inBatches(mixed)) {
      const places = new Set(batch.map((id) => Math.floor(Number(id.slice(1)) / PAGE_SIZE)));
      expect(places.size).toBe(1);
    }
  });
});
