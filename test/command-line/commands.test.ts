import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Stations } from '../../electron/boot/stations.ts';
import type { CloneCommand, SayCommand } from '../../electron/command-line/arguments.ts';
import { clone } from '../../electron/command-line/clone.ts';
import { run } from '../../electron/command-line/run.ts';
import { say } from '../../electron/command-line/say.ts';
import type { World } from '../../electron/command-line/world.ts';
import { encodeWav } from '../../electron/recording/wav.ts';
import { openTestStations } from '../boot/open-test-stations.ts';
import { newVoice } from '../cloning/clone-world.ts';
import { temporaryFolder } from '../recording/temporary-folder.ts';
import { sine } from '../recording/tones.ts';
import { aJob, fakeRunner } from './fake-runner.ts';

let folder: string;
let stations: Stations;
let file: string;
beforeEach(async () => {
  folder = await temporaryFolder();
  stations = await openTestStations(join(folder, 'home'));
  file = join(folder, 'ada.wav');
  const samples = sine({ hz: 200, sampleRate: 8000, seconds: 12 });
  await writeFile(file, encodeWav({ sampleRate: 8000, samples }, 16));
});

const world = { signal: new AbortController().signal, tell: () => {} } as Partial<World> as World;
const cloning = (more: Partial<CloneCommand> = {}): CloneCommand => ({
  ...{ command: 'clone', words: [file], name: 'Ada', gender: 'female', model: 'a2e', language: 'en' },
  ...{ consent: true, 'no-wait': true, patience: 1, json: true },
  ...more,
});
const saying = (more: Partial<SayCommand> = {}): SayCommand => ({
  ...{ command: 'say', words: ['Hello.'], voice: 'Ada', speed: 1, 'no-wait': true, patience: 1, json: true },
  ...{ format: 'wav', 'one-per-line': false },
  ...more,
});

describe('clone', () => {
  it('takes the files in and puts the voice in the queue', async () => {
    const ending = await clone(cloning(), stations, world);
    const [voice] = stations.voices.list();
    expect(ending).toEqual({
      ok: true,
      value: {
        document: {
          voice: {
            ...{ id: voice?.id, name: 'Ada', server: 'local', model: 'a2e', language: 'en' },
            ...{ gender: 'female', status: 'waiting', remoteId: null, stock: false },
          },
        },
        text: 'Ada: waiting, a2e, en, on local',
      },
    });
    expect(voice?.takeIds).toEqual(stations.takes.list().map(({ id }) => id));
    expect(voice?.consent.how).toBe('command-line');
  });

  it.each<{ what: string; more: Partial<CloneCommand>; code: string }>([
    { what: 'the speaker did not agree', more: { consent: false }, code: 'consent-missing' },
    { what: 'the file is not there', more: { words: ['nowhere.wav'] }, code: 'file-not-found' },
    {
      what: 'the engine does not speak the language',
      more: { language: 'yue' },
      code: 'language-unsupported',
    },
    { what: 'there is no name', more: { name: ' ' }, code: 'name-missing' },
  ])('leaves nothing behind where $what', async ({ more, code }) => {
    expect(await clone(cloning(more), stations, world)).toMatchObject({ ok: false, fault: { code } });
    expect([stations.takes.list(), stations.voices.list(), stations.runner.list()]).toEqual([[], [], []]);
  });

  it('leaves nothing of the first file behind where the second is none', async () => {
    const text = join(folder, 'letter.wav');
    await writeFile(text, 'Dear Ada');
    expect(await clone(cloning({ words: [file, text] }), stations, world)).toMatchObject({
      fault: { code: 'not-audio', facts: { file: 'letter.wav' } },
    });
    expect(stations.takes.list()).toEqual([]);
  });

  it('makes no second voice of a name, even where two have it already', async () => {
    stations.voices.save(newVoice({ id: 'v1', name: 'ada' }));
    expect(await clone(cloning(), stations, world)).toMatchObject({ fault: { code: 'voice-name-taken' } });
    stations.voices.save(newVoice({ id: 'v2', name: 'Ada' }));
    expect(await clone(cloning(), stations, world)).toMatchObject({ fault: { code: 'voice-name-taken' } });
    expect(stations.takes.list()).toEqual([]);
  });

  it('takes a part of a long file, and says how where the whole is too long', async () => {
    const long = join(folder, 'long.wav');
    const samples = sine({ hz: 200, sampleRate: 8000, seconds: 90 });
    await writeFile(long, encodeWav({ sampleRate: 8000, samples }, 16));
    expect(await clone(cloning({ words: [long] }), stations, world)).toMatchObject({
      fault: {
        code: 'sample-too-long',
        detail: 'choose a part of it with --from and --to',
        facts: { seconds: 90, max: 60 },
      },
    });
    expect(stations.takes.list()).toEqual([]);
    expect((await clone(cloning({ words: [long], from: 20, to: 40.5 }), stations, world)).ok).toBe(true);
    expect(stations.takes.list()[0]?.samples).toBe(20.5 * 8000);
  });

  it('gives the name of a voice that failed to a new one', async () => {
    stations.voices.save(newVoice({ id: 'v1', state: { status: 'failed', fault: { code: 'refused' } } }));
    expect((await clone(cloning(), stations, world)).ok).toBe(true);
  });
});

describe('say', () => {
  beforeEach(() => {
    stations.voices.save(newVoice({ id: 'v1', name: 'Ada' }));
  });

  it('puts the line in the queue', async () => {
    const ending = await say(saying(), stations, world);
    const [job] = stations.runner.list();
    expect(job).toMatchObject({ kind: 'speak', input: { voiceId: 'v1', text: 'Hello.', speed: 1 } });
    expect(ending).toMatchObject({
      value: { document: { job: { id: job?.id, kind: 'speak', status: 'waiting' } } },
    });
  });

  it.each<{ what: string; more: Partial<SayCommand>; code: string }>([
    { what: 'there is no such voice', more: { voice: 'Grace' }, code: 'voice-not-found' },
    { what: 'there is nothing to say', more: { words: ['…'] }, code: 'text-empty' },
    { what: 'the speed is out of range', more: { speed: 3 }, code: 'speed-out-of-range' },
    {
      what: 'the folder to write to is not there',
      more: { out: '/nowhere/at/all.wav' },
      code: 'file-not-written',
    },
  ])('puts nothing in the queue where $what', async ({ more, code }) => {
    expect(await say(saying(more), stations, world)).toMatchObject({ ok: false, fault: { code } });
    expect(stations.runner.list()).toEqual([]);
  });
});

describe('run', () => {
  it('ends at a Ctrl-C, also one that came before', async () => {
    const stop = new AbortController();
    const runner = fakeRunner(aJob('j', { status: 'waiting', why: 'turn', since: 1 }));
    const running = run({ runner }, { ...world, signal: stop.signal });
    stop.abort();
    expect(await running).toMatchObject({ fault: { code: 'stopped' } });
    expect(await run({ runner }, { ...world, signal: stop.signal })).toMatchObject({
      fault: { code: 'stopped' },
    });
    expect(runner.listeners).toBe(0);
  });

  it('tells what became of each job it found or got, and fails with the first that failed', async () => {
    const input = { voiceId: 'v', text: 'Hello.' };
    const [first, second] = ['a', 'b'].map((id) => ({
      ...aJob(id, { status: 'waiting', why: 'turn', since: 1 }),
      input,
    }));
    if (!first || !second) throw new Error('two jobs');
    let end = () => {};
    const runner = {
      ...fakeRunner(first, second),
      idle: () =>
        new Promise<void>((resolve) => {
          end = resolve;
        }),
    };
    const told: string[] = [];
    const running = run({ runner }, { ...world, tell: (line) => told.push(line) });
    runner.become('a', { status: 'done', at: 1, result: null });
    runner.become('b', { status: 'failed', at: 1, fault: { code: 'voice-gone' } });
    end();
    expect(await running).toMatchObject({ ok: false, fault: { code: 'voice-gone' } });
    expect(told[0]).toBe('speak a: done');
    expect(told[1]).toMatch(/^speak b: failed: The server does not know this voice any more\./);
  });
});
