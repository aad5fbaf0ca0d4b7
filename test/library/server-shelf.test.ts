import { expect, it } from 'vitest';
import { openServerShelf } from '../../electron/library/server-shelf.ts';
import { memoryStore } from './memory-store.ts';

const A2E = { url: 'https://video.a2e.ai', name: 'A2E' };
const OTHER = { url: 'http://127.0.0.1:8787', name: 'Desk' };

it('what was added, renamed, removed and chosen is so at the next start', () => {
  const store = memoryStore();
  const shelf = openServerShelf(store);
  expect([shelf.list(), shelf.chosen()]).toEqual([[], null]);
  shelf.save(A2E);
  shelf.save(OTHER);
  shelf.save({ ...A2E, name: 'Mine' });
  shelf.choose(OTHER.url);
  const next = openServerShelf(store);
  expect(next.list()).toEqual([{ ...A2E, name: 'Mine' }, OTHER]);
  expect(next.chosen()).toBe(OTHER.url);
  next.remove(OTHER.url);
  expect(openServerShelf(store).list()).toEqual([{ ...A2E, name: 'Mine' }]);
});

it('one entry that cannot be read costs that entry alone', () => {
  const servers = [A2E, { url: 'ftp://x', name: 'x' }, 7, { ...OTHER, url: 'https://u:p@h' }, OTHER];
  expect(openServerShelf(memoryStore({ servers, chosen: 7 })).list()).toEqual([A2E, OTHER]);
});

it('a disk that refuses leaves everything as it was', () => {
  const store = memoryStore();
  const shelf = openServerShelf(store);
  store.refuse('ENOSPC');
  expect(shelf.save(A2E)).toMatchObject({ fault: { code: 'settings-not-written' } });
  expect(shelf.choose(A2E.url)).toMatchObject({ fault: { code: 'settings-not-written' } });
  expect([shelf.list(), shelf.chosen()]).toEqual([[], null]);
});
