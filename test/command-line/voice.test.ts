import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Stations } from '../../electron/boot/stations.ts';
import { parseCommand, type VoiceCommand } from '../../electron/command-line/arguments.ts';
import { syncVoices, voice } from '../../electron/command-line/voice.ts';
import type { World } from '../../electron/command-line/world.ts';
import { openTestStations } from '../boot/open-test-stations.ts';
import { newVoice } from '../cloning/clone-world.ts';
import { temporaryFolder } from '../recording/temporary-folder.ts';

let folder: string;
let stations: Stations;
beforeEach(async () => {
  folder = await temporaryFolder();
  stations = await openTestStations(join(folder, 'home'));
  stations.voices.save(
    newVoice({
      takeIds: [],
      consent: { at: 1, how: 'elsewhere' },
      state: { status: 'completed', remoteId: 'r1' },
    }),
  );
});
const world = { signal: new AbortController().signal, tell: () => {} } as Partial<World> as World;
const run = (...words: VoiceCommand['words']) =>
  voice(
    {
      ...{ command: 'voice', words, out: join(folder, 'ada.timbrevoice'), where: 'here' },
      ...{ 'no-wait': true, patience: 1, json: true },
    },
    stations,
    world,
  );

describe('voice', () => {
  it('is exported, deleted here with a receipt, and taken in again', async () => {
    const path = join(folder, 'ada.timbrevoice');
    expect(await run('export', 'ada')).toEqual({ ok: true, value: { document: { path }, text: path } });
    expect((await readFile(path)).length).toBeGreaterThan(100);
    const deleted = await run('delete', 'Ada');
    expect(deleted).toMatchObject({
      value: { document: { receipt: { where: 'here', clones: [{ remoteId: 'r1', end: 'left' }] } } },
    });
    expect(deleted.ok && deleted.value.text).toContain('“Ada” was deleted from this computer');
    expect(stations.voices.list()).toEqual([]);
    expect(await run('import', path)).toMatchObject({
      value: { document: { voice: { name: 'Ada', status: 'completed', remoteId: 'r1' } } },
    });
  });

  it.each([
    { words: ['export', 'Eve'], code: 'voice-not-found' },
    { words: ['rebuild', 'Ada'], code: 'sample-missing' },
    { words: ['import', 'no such file'], code: 'file-not-found' },
  ] as const)('$words is refused: $code', async ({ words, code }) => {
    expect(await run(words[0], words[1])).toMatchObject({ ok: false, fault: { code } });
  });
});

it('voices sync says why where the account cannot be reached, and changes nothing', async () => {
  expect(await syncVoices(stations)).toMatchObject({ ok: false, fault: { code: expect.any(String) } });
  expect(stations.voices.list()).toMatchObject([{ state: { status: 'completed' } }]);
});

describe('the words after the program’s name', () => {
  it.each([
    { words: 'voices', is: { command: 'voices', words: [] } },
    { words: 'voices --search calm', is: { command: 'voices', search: 'calm' } },
    { words: 'voices sync --server A2E', is: { command: 'voices', words: ['sync'], server: 'A2E' } },
    { words: 'voice export Ada --out a.timbrevoice', is: { words: ['export', 'Ada'], out: 'a.timbrevoice' } },
    { words: 'voice delete Ada --where there', is: { words: ['delete', 'Ada'], where: 'there' } },
    { words: 'voice rebuild Ada --no-wait', is: { words: ['rebuild', 'Ada'], 'no-wait': true } },
  ])('“$words” are understood', ({ words, is }) => {
    expect(parseCommand(words.split(' '))).toMatchObject({ ok: true, value: is });
  });

  it.each([
    { words: 'voices all', why: 'voices takes no words but sync' },
    { words: 'voice', why: /voice takes export/ },
    { words: 'voice sing Ada', why: /voice takes export/ },
    { words: 'voice export Ada', why: '--out is missing' },
    { words: 'voice export Ada --out a.zip', why: '--out is a .timbrevoice file' },
    { words: 'voice delete Ada', why: '--where is missing' },
    { words: 'voice delete Ada --where mars', why: '--where is here, there or everywhere' },
  ])('“$words” are refused', ({ words, why }) => {
    const parsed = parseCommand(words.split(' '));
    expect(parsed.ok).toBe(false);
    expect(parsed.ok ? '' : parsed.fault.detail).toMatch(why);
  });
});
