import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { writeWhole } from '../../electron/disk/write-atomic.ts';
import { openRecordFolder } from '../../electron/library/record-folder.ts';
import { temporaryFolder } from '../recording/temporary-folder.ts';

interface Note {
  readonly id: string;
  readonly createdAt: number;
  readonly text: string;
}

const note = (id: string, createdAt = 1): Note => ({ id, createdAt, text: `this is ${id}` });
const isNote = (value: unknown): value is Note =>
  typeof value === 'object' && value !== null && 'id' in value && 'text' in value;

let folder: string;
let unreadable: string[];
beforeEach(async () => {
  folder = join(await temporaryFolder(), 'notes');
  unreadable = [];
});

const open = () =>
  openRecordFolder<Note>({
    folder,
    parse: (value) => (isNote(value) ? value : undefined),
    onUnreadable: (name) => unreadable.push(name),
  });

describe('a folder of records', () => {
  it('is made where it is missing, and empty', async () => {
    expect((await open()).list()).toEqual([]);
    expect(await readdir(folder)).toEqual([]);
  });

  it('has after a restart what was saved, the oldest first', async () => {
    const before = await open();
    for (const each of [note('b', 2), note('a', 3), note('c', 1)])
      expect(await before.save(each)).toEqual({ ok: true, value: each });
    expect(before.list().map(({ id }) => id)).toEqual(['c', 'b', 'a']);
    const after = await open();
    expect(after.list()).toEqual(before.list());
    expect(after.get('a')).toEqual(note('a', 3));
    expect(after.get('x')).toBeUndefined();
    expect(unreadable).toEqual([]);
  });

  it('leaves what it cannot read where it is, with its sound, and says so', async () => {
    await mkdir(folder);
    const strange = {
      'torn.json': '{"id":"torn","te',
      'other.json': '{"id":"another","text":"","createdAt":1}',
      'newer.json': '{"version":9}',
      'torn.wav': 'sound',
    };
    for (const [name, content] of Object.entries(strange)) await writeFile(join(folder, name), content);
    await writeFile(join(folder, 'a.json'), JSON.stringify(note('a')));
    const opened = await open();
    expect(opened.list()).toEqual([note('a')]);
    expect(unreadable.sort()).toEqual(['newer.json', 'other.json', 'torn.json']);
    for (const [name, content] of Object.entries(strange))
      expect(await readFile(join(folder, name), 'utf8')).toBe(content);
  });

  it('does not mind what a kill left of a write', async () => {
    const before = await open();
    await before.save(note('a'));
    await writeFile(join(folder, 'a.json.0f1e.part'), '{"id":"a","text":"half');
    expect((await open()).list()).toEqual([note('a')]);
    expect(unreadable).toEqual([]);
    expect(await readdir(folder)).toEqual(['a.json']);
  });

  it('removes description and sound, and what is not there without trouble', async () => {
    const opened = await open();
    await opened.save(note('a'));
    await writeFile(opened.soundPath('a'), 'sound');
    await opened.remove('a');
    await opened.remove('a');
    expect(opened.get('a')).toBeUndefined();
    expect(await readdir(folder)).toEqual([]);
  });

  it('keeps what it had where a write fails', async () => {
    const opened = await open();
    await opened.save(note('a'));
    // As if the drive had been pulled out.
    await rename(folder, `${folder}-away`);
    expect(await opened.save({ ...note('a'), text: 'new' })).toMatchObject({
      ok: false,
      fault: { code: 'not-written' },
    });
    await rename(`${folder}-away`, folder);
    expect(opened.get('a')).toEqual(note('a'));
    expect(JSON.parse(await readFile(join(folder, 'a.json'), 'utf8'))).toEqual(note('a'));
  });
});

describe('a file that is written whole', () => {
  it('replaces the old one and leaves nothing else', async () => {
    await mkdir(folder);
    const path = join(folder, 'x.bin');
    expect(await writeWhole(path, 'old')).toEqual({ ok: true });
    expect(await writeWhole(path, Uint8Array.of(1, 2, 3))).toEqual({ ok: true });
    expect([...(await readFile(path))]).toEqual([1, 2, 3]);
    expect(await readdir(folder)).toEqual(['x.bin']);
  });

  it('fails where its folder is not', async () => {
    expect(await writeWhole(join(folder, 'x.bin'), 'x')).toEqual({
      ok: false,
      fault: { code: 'not-written', detail: 'ENOENT' },
    });
  });
});
