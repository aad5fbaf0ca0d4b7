import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { createAnswers } from '../../electron/boot/answers.ts';
import { openStations } from '../../electron/boot/stations.ts';
import type { NewVoice } from '../../electron/cloning/voice/voice-maker.ts';
import type { Desktop } from '../../electron/contract/desktop.ts';
import { findHome } from '../../electron/library/home.ts';
import { openSoundFile } from '../../electron/recording/decoding/sound-thread.ts';
import { importTake } from '../../electron/recording/import-take.ts';
import { assessQuality } from '../../electron/recording/quality/assess.ts';
import { createRecorder } from '../../electron/recording/recorder.ts';
import { encodeWav } from '../../electron/recording/wav.ts';
import { ok } from '../../electron/result.ts';
import { memoryStore } from '../library/memory-store.ts';
import { temporaryFolder } from '../recording/temporary-folder.ts';
import { sine } from '../recording/tones.ts';
import { noCloneModel } from './no-clone-model.ts';
import { openTestStations } from './open-test-stations.ts';
import { NO_PURSE } from './servers/no-purse.ts';

let folder: string;
beforeEach(async () => {
  folder = await temporaryFolder();
});

const samples = sine({ hz: 200, sampleRate: 8000, seconds: 12 });
const VOICE: Omit<NewVoice, 'takeIds'> = {
  ...{ name: 'Ada', server: 'local', model: 'a2e', language: 'en', gender: 'female' },
  consent: { at: 1, how: 'ticked' },
};

describe('everything together', () => {
  it('has at the next start what was asked before it', async () => {
    const stores = new Map();
    const before = await openTestStations(folder, stores);
    const path = join(folder, 'a.wav');
    await writeFile(path, encodeWav({ sampleRate: 8000, samples }, 16));
    const take = await importTake({
      ...{ path, fileName: 'a.wav', open: openSoundFile, keeper: before.takes },
      ...{ now: () => 1, newId: () => 'take-1' },
    });
    expect(take.ok).toBe(true);
    const made = await before.maker.make({ ...VOICE, takeIds: ['take-1'] });
    const voice = made.ok ? made.value : undefined;
    await before.close();

    const after = await openTestStations(folder, stores);
    expect(after.voices.list()).toEqual([voice]);
    expect(after.takes.list()).toEqual([take.ok && take.value]);
    expect(after.runner.get(voice?.jobId ?? '')).toMatchObject({
      kind: 'clone',
      state: { status: 'waiting' },
    });
    expect(after.notices).toEqual([]);
  });

  it('is open once at a time', async () => {
    const first = await openTestStations(folder);
    await expect(openTestStations(folder)).rejects.toThrow('folder-in-use');
    await first.close();
    await openTestStations(folder);
  });

  it('lets the folder go where it cannot be opened', async () => {
    const env = { TIMBRE_SERVER_URL: 'nonsense' };
    const home = findHome({ TIMBRE_HOME: folder }, 'linux');
    const startLocal = async () => ok({ url: '', purse: NO_PURSE, close: async () => {} });
    const openStore = () => {
      throw new Error('EACCES');
    };
    const shared = { home, startLocal, cloneModel: noCloneModel, who: 'a test' };
    const wrong = { ...shared, env, openStore: () => memoryStore() };
    expect(await openStations(wrong)).toMatchObject({
      fault: { code: 'server-address-wrong' },
    });
    expect(await openStations({ ...shared, env: {}, openStore })).toMatchObject({
      fault: { code: 'folder-not-usable', detail: 'EACCES' },
    });
    await openTestStations(folder);
  });
});

describe('a clip that is saved', () => {
  it('has a name that is no path, whatever the voice is called', async () => {
    const stations = await openTestStations(folder);
    await stations.clips.add(
      {
        ...{ id: 'c', jobId: 'j', voiceId: 'v', voiceName: '../../Ada: "best"', server: 'local' },
        ...{ text: 'Hello?\nIt’s / me!', speed: 1, createdAt: 1, sampleRate: 8000, samples: 96_000 },
        state: { status: 'kept' },
      },
      { sampleRate: 8000, bitDepth: 16, samples },
    );
    const names: string[] = [];
    const desktop = {
      askWhereToSave: async (name: string) => {
        names.push(name);
        return join(folder, 'saved.wav');
      },
    } as Partial<Desktop> as Desktop;
    const recorder = createRecorder({
      ...{ keeper: stations.takes, now: () => 1, newId: () => 't', onEnded: () => {} },
    });
    const answers = createAnswers({
      onWatching: () => undefined,
      ...{ stations, recorder, desktop, clean: async ({ samples }) => ok(samples) },
      quality: { assess: async (sample) => ok(assessQuality(sample)) },
    });
    expect(await answers['clip.saveAs']({ clipId: 'c' })).toEqual(ok(join(folder, 'saved.wav')));
    expect(names).toEqual(['Ada best -Hello It’s me!.wav']);
    await writeFile(join(folder, 'nowhere'), '');
    desktop.askWhereToSave = async () => join(folder, 'nowhere', 'saved.wav');
    expect(await answers['clip.saveAs']({ clipId: 'c' })).toMatchObject({
      ok: false,
      fault: { code: 'file-not-written', facts: { file: join(folder, 'nowhere', 'saved.wav') } },
    });
    desktop.askWhereToSave = async () => null;
    expect(await answers['clip.saveAs']({ clipId: 'c' })).toEqual(ok(null));
    expect(await answers['clip.saveAs']({ clipId: 'x' })).toMatchObject({
      fault: { code: 'clip-not-found' },
    });
  });
});
