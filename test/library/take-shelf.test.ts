import { readdir, readFile, truncate, writeFile } from 'node:fs/promises';
import { beforeEach, describe, expect, it } from 'vitest';
import { openTakeShelf } from '../../electron/library/take-shelf.ts';
import type { Take } from '../../electron/recording/take.ts';
import { encodeWav, wavHeader } from '../../electron/recording/wav.ts';
import { temporaryFolder } from '../recording/temporary-folder.ts';
import { sine } from '../recording/tones.ts';

const RATE = 8000;
const sound = sine({ hz: 300, sampleRate: RATE, seconds: 0.1 });
let folder: string;
let unreadable: string[];
beforeEach(async () => {
  folder = await temporaryFolder();
  unreadable = [];
});

const open = () => openTakeShelf({ folder, onUnreadable: (name) => unreadable.push(name) });
const take = (id: string, more: Partial<Take> = {}): Take => ({
  ...{ id, createdAt: 1, source: { kind: 'microphone', device: 'Desk' }, sampleRate: RATE, bitDepth: 16 },
  ...{ samples: 0, state: { status: 'recording' } },
  ...more,
});

/** A shelf on which a take is being recorded, as a kill leaves it: nothing is closed. */
async function killedWhileRecording() {
  const shelf = await open();
  const file = await shelf.create(take('t'));
  if (!file.ok) throw new Error(file.fault.code);
  await file.value.append(sound);
  // What a dead process cannot do, done for it, or this one would run out of open files.
  await file.value.close();
  return shelf;
}

describe('the speech in a take', () => {
  const kept = take('t', { samples: 800, state: { status: 'kept', recovered: false } });
  const speech = { seconds: 0.5, spans: [{ from: 0, to: 400 }], by: 'silero' } as const;

  it('is kept with it, whatever else changes at the same time', async () => {
    const shelf = await open();
    await shelf.save(kept);
    const changes = [shelf.move('t', { is: 'discarded', at: 5 }), shelf.describe('t', speech)];
    expect((await Promise.all(changes)).every(({ ok }) => ok)).toBe(true);
    const both = { ...kept, speech, state: { status: 'discarded', at: 5 } };
    expect(shelf.get('t')).toEqual(both);
    expect((await open()).get('t')).toEqual(both);
  });

  it('may be missing, or not to be read: the take is there all the same', async () => {
    await writeFile(`${folder}/t.json`, JSON.stringify({ ...kept, speech: { ...speech, by: 'magic' } }));
    await writeFile(`${folder}/u.json`, JSON.stringify({ ...kept, id: 'u' }));
    const shelf = await open();
    expect(shelf.get('t')).toEqual(kept);
    expect(shelf.get('u')).toEqual({ ...kept, id: 'u' });
    expect(unreadable).toEqual([]);
  });

  it('belongs to a take that is there', async () => {
    expect(await (await open()).describe('x', speech)).toMatchObject({ fault: { code: 'take-not-found' } });
  });
});

describe('a recording whose process was killed', () => {
  it('is found, kept and said to be recovered', async () => {
    await killedWhileRecording();
    const shelf = await open();
    const kept = take('t', { samples: sound.length, state: { status: 'kept', recovered: true } });
    expect(shelf.list()).toEqual([kept]);
    expect(shelf.recovered).toEqual(['t']);
    const bytes = encodeWav({ sampleRate: RATE, samples: sound }, 16);
    expect(new Uint8Array(await readFile(shelf.path('t')))).toEqual(bytes);
  });

  it('keeps the marks it has sound for', async () => {
    const shelf = await killedWhileRecording();
    const marks = [
      { at: 0, sentence: -1 },
      { at: 400, sentence: 0 },
    ];
    await shelf.save(take('t', { marks: [...marks, { at: sound.length, sentence: 1 }], sessionId: 's' }));
    expect((await open()).get('t')).toMatchObject({ marks, sessionId: 's', samples: sound.length });
  });

  it('is found once', async () => {
    await killedWhileRecording();
    await open();
    const shelf = await open();
    expect(shelf.recovered).toEqual([]);
    expect(shelf.get('t')?.state).toEqual({ status: 'kept', recovered: true });
  });

  it.each([
    { what: 'has sound its header does not name yet', samples: sound.length, header: 5, length: undefined },
    { what: 'has less sound than its header names', samples: 10, header: undefined, length: 44 + 20 },
    { what: 'is cut within a sample', samples: 9, header: undefined, length: 44 + 19 },
  ])('and whose file $what is mended', async ({ samples, header, length }) => {
    const before = await killedWhileRecording();
    const path = before.path('t');
    if (length !== undefined) await truncate(path, length);
    if (header !== undefined) {
      const named = wavHeader({ sampleRate: RATE, bitDepth: 16, samples: header });
      await writeFile(path, Buffer.concat([named, (await readFile(path)).subarray(44)]));
    }
    const shelf = await open();
    expect(shelf.get('t')).toMatchObject({ samples, state: { status: 'kept', recovered: true } });
    const whole = encodeWav({ sampleRate: RATE, samples: sound.subarray(0, samples) }, 16);
    expect(new Uint8Array(await readFile(path))).toEqual(whole);
  });

  it.each([
    { what: 'before any sound came', length: 44 },
    { what: 'within the header', length: 20 },
    { what: 'before the header', length: 0 },
  ])('$what is removed', async ({ length }) => {
    const before = await killedWhileRecording();
    await truncate(before.path('t'), length);
    const shelf = await open();
    expect(shelf.list()).toEqual([]);
    expect(shelf.recovered).toEqual([]);
    expect(await readdir(folder)).toEqual([]);
  });

  it('before its file was made is removed', async () => {
    await writeFile(`${folder}/t.json`, JSON.stringify(take('t')));
    expect((await open()).list()).toEqual([]);
    expect(await readdir(folder)).toEqual([]);
  });
});

describe('a take on the shelf', () => {
  const kept = take('k', { samples: 4, state: { status: 'kept', recovered: false } });

  it('is discarded and restored, also after a restart', async () => {
    const shelf = await open();
    await shelf.save(kept);
    const discarded = { ...kept, state: { status: 'discarded', at: 70 } };
    expect(await shelf.move('k', { is: 'discarded', at: 70 })).toEqual({ ok: true, value: discarded });
    const later = await open();
    expect(later.list()).toEqual([discarded]);
    expect(await later.move('k', { is: 'restored' })).toEqual({ ok: true, value: kept });
    expect((await open()).list()).toEqual([kept]);
  });

  it('is not moved where it cannot be', async () => {
    const shelf = await open();
    await shelf.save(kept);
    expect(await shelf.move('k', { is: 'restored' })).toMatchObject({ fault: { code: 'take-not-possible' } });
    expect(await shelf.move('x', { is: 'restored' })).toMatchObject({ fault: { code: 'take-not-found' } });
  });

  it('is purged once it was discarded long enough ago, and nothing else is', async () => {
    const shelf = await open();
    const at = (id: string, when: number) => take(id, { state: { status: 'discarded', at: when } });
    for (const each of [kept, at('old', 99), at('new', 100)]) {
      await shelf.save(each);
      await writeFile(shelf.path(each.id), 'sound');
    }
    expect(await shelf.purge(100)).toEqual(['old']);
    expect(await shelf.purge(100)).toEqual([]);
    expect((await readdir(folder)).sort()).toEqual(['k.json', 'k.wav', 'new.json', 'new.wav']);
  });
});

describe('a description that is no take', () => {
  it.each([
    { what: 'of an unknown state', more: { state: { status: 'paused' } } },
    { what: 'at 0 Hz', more: { sampleRate: 0 } },
    { what: 'of 12 bits', more: { bitDepth: 12 } },
    { what: 'with half a sample', more: { samples: 0.5 } },
    { what: 'whose name is a path', more: { id: '../t' } },
    { what: 'without a source', more: { source: null } },
  ])('($what) is left where it is and told', async ({ more }) => {
    const text = JSON.stringify({ ...take('t'), ...more });
    await writeFile(`${folder}/t.json`, text);
    expect((await open()).list()).toEqual([]);
    expect(unreadable).toEqual(['t.json']);
    expect(await readFile(`${folder}/t.json`, 'utf8')).toBe(text);
  });
});

describe('what a take looks like', () => {
  it('is kept beside it, gathered from its sound where it is not, and gone with it', async () => {
    const shelf = await killedWhileRecording();
    await shelf.save(take('t', { samples: sound.length, state: { status: 'kept', recovered: false } }));
    const gathered = { ok: true, value: { perSecond: 20, peaks: Uint8Array.of(128, 128) } };
    expect(await shelf.peaks('t')).toEqual(gathered);
    expect(await readdir(folder)).toContain('t.peaks');
    await shelf.savePeaks('t', Uint8Array.of(7, 9));
    expect(await shelf.peaks('t')).toMatchObject({ value: { peaks: Uint8Array.of(7, 9) } });
    // Of another length than the sound: not this one's.
    await shelf.savePeaks('t', Uint8Array.of(7));
    expect(await shelf.peaks('t')).toEqual(gathered);
    await shelf.remove('t');
    expect(await readdir(folder)).toEqual([]);
    expect(await shelf.peaks('t')).toMatchObject({ fault: { code: 'take-not-found' } });
  });
});

it('half an import is removed: its file is where it came from', async () => {
  const shelf = await open();
  const half = await shelf.create(take('t', { source: { kind: 'file', fileName: 'ada.m4a' } }));
  if (!half.ok) throw new Error(half.fault.code);
  await half.value.append(sound);
  await half.value.close();
  expect([(await open()).list(), (await open()).recovered, await readdir(folder)]).toEqual([[], [], []]);
});
