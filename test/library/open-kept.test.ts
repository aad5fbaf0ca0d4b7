import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Conf from 'conf';
import { beforeEach, describe, expect, it } from 'vitest';
import { type KeptStore, type OpenStore, storeOptions } from '../../electron/library/kept-store.ts';
import { openKept } from '../../electron/library/open-kept.ts';
import { temporaryFolder } from '../recording/temporary-folder.ts';

let folder: string;
let setAside: [string, string][];
let open: OpenStore;
beforeEach(async () => {
  folder = await temporaryFolder();
  setAside = [];
  open = (name) => new Conf<Record<string, unknown>>(storeOptions(folder, name)) as KeptStore;
});

const kept = () =>
  openKept({
    ...{ folder, name: 'voices', open, now: () => 77 },
    onSetAside: (...names) => setAside.push(names),
  });

describe('a document', () => {
  it('is there again at the next opening', () => {
    kept().set('voices', { 'a.b': { name: 'Ada' } });
    expect(kept().get('voices')).toEqual({ 'a.b': { name: 'Ada' } });
    expect(readdirSync(folder)).toEqual(['voices.json']);
  });

  it('does not read a dot in a name as a path', () => {
    kept().set('a.b', 1);
    expect(kept().get('a.b')).toBe(1);
    expect(kept().get('a')).toBeUndefined();
  });

  it.each([
    { what: 'torn', content: '{"voices":{"a":{"na' },
    { what: 'no JSON', content: 'hello' },
    { what: 'empty', content: '' },
    { what: 'random bytes', content: '\u0000\u0001\u0002' },
  ])('that is $what is set aside, whole, and a new one begun', ({ content }) => {
    writeFileSync(join(folder, 'voices.json'), content);
    const store = kept();
    expect(store.get('voices')).toBeUndefined();
    expect(setAside).toEqual([['voices.json', 'voices-damaged-77.json']]);
    expect(readFileSync(join(folder, 'voices-damaged-77.json'), 'utf8')).toBe(content);
    store.set('voices', { a: 1 });
    expect(kept().get('voices')).toEqual({ a: 1 });
    expect(setAside).toHaveLength(1);
  });

  it('that cannot be opened for another reason is not touched', () => {
    const broken: OpenStore = () => {
      throw new Error('EACCES');
    };
    writeFileSync(join(folder, 'voices.json'), '{"voices":1}');
    open = broken;
    expect(kept).toThrow('EACCES');
    expect(readdirSync(folder)).toEqual(['voices.json']);
    expect(setAside).toEqual([]);
  });
});
