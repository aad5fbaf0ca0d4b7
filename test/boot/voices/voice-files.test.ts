import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Stations } from '../../../electron/boot/stations.ts';
import { voiceFileName } from '../../../electron/boot/voices/voice-files.ts';
import { openSoundFile } from '../../../electron/recording/decoding/sound-thread.ts';
import { importTake } from '../../../electron/recording/import-take.ts';
import { encodeWav } from '../../../electron/recording/wav.ts';
import { newVoice } from '../../cloning/clone-world.ts';
import { temporaryFolder } from '../../recording/temporary-folder.ts';
import { sine } from '../../recording/tones.ts';
import { openTestStations } from '../open-test-stations.ts';

const SERVER = 'https://a.example';
let folder: string;
let file: string;
beforeEach(async () => {
  folder = await temporaryFolder();
  file = join(folder, 'ada.timbrevoice');
});

/** A Timbre with a voice of two parts of one recording, whose speaker agreed aloud. */
async function withAda(): Promise<Stations> {
  const stations = await openTestStations(join(folder, 'here'));
  const path = join(folder, 'a.wav');
  const samples = sine({ hz: 200, sampleRate: 8000, seconds: 20 });
  await writeFile(path, encodeWav({ sampleRate: 8000, samples }, 16));
  await importTake({
    ...{ path, fileName: 'a.wav', open: openSoundFile, keeper: stations.takes },
    ...{ now: () => 1, newId: () => 'take-1' },
  });
  const wav = encodeWav({ sampleRate: 8000, samples: samples.slice(0, 8000) }, 16);
  const kept = await stations.consents.keep({ id: 'c', createdAt: 1, text: 'I agree.', seconds: 1 }, wav);
  if (!kept.ok) throw new Error(kept.fault.code);
  const { id, text, sha256, seconds } = kept.value;
  stations.voices.save(
    newVoice({
      ...{ server: SERVER, tags: ['calm'], state: { status: 'completed', remoteId: 'r1' } },
      consent: { at: 1, how: 'spoken', record: { id, text, sha256, seconds } },
      parts: [
        { takeId: 'take-1', from: 0, to: 80_000, sentence: 0 },
        { takeId: 'take-1', from: 96_000, to: 160_000, sentence: 2 },
      ],
    }),
  );
  return stations;
}

describe('a voice that is carried to another computer', () => {
  it('is there with its sample, its consent and its clone, and can be made again', async () => {
    const here = await withAda();
    expect(await here.files.save('voice-1', file)).toEqual({ ok: true, value: file });
    await here.close();

    const there = await openTestStations(join(folder, 'there'));
    const opened = await there.files.open(file);
    const [voice] = there.voices.list();
    expect(opened).toEqual({ ok: true, value: voice });
    expect(voice).toMatchObject({
      ...{ name: 'Ada', server: SERVER, tags: ['calm'], origin: { is: 'file' } },
      ...{
        state: { status: 'completed', remoteId: 'r1' },
        consent: { how: 'spoken', record: { text: 'I agree.' } },
      },
    });
    expect(voice?.parts?.map(({ from, to, sentence }) => [from, to, sentence])).toEqual([
      [0, 80_000, 0],
      [0, 64_000, 2],
    ]);
    const consent = await readFile(there.consents.path(voice?.consent.record?.id ?? ''));
    expect(consent.length).toBe(44 + 16_000);
    there.maker.move(voice?.id ?? '', { is: 'gone' });
    expect(await there.maker.rebuild(voice?.id ?? '', 'local')).toMatchObject({
      ok: true,
      value: { state: { status: 'waiting' }, history: [{ remoteId: 'r1', server: SERVER }] },
    });
  });

  it('is not taken in twice', async () => {
    const here = await withAda();
    await here.files.save('voice-1', file);
    expect(await here.files.open(file)).toEqual({
      ok: false,
      fault: { code: 'voice-file-known', facts: { name: 'Ada' } },
    });
    expect(here.takes.list()).toHaveLength(1);
  });

  it('gets a name of its own where another voice of its server bears it', async () => {
    const here = await withAda();
    await here.files.save('voice-1', file);
    here.voices.save(
      newVoice({ server: SERVER, name: 'ADA', state: { status: 'completed', remoteId: 'other' } }),
    );
    expect(await here.files.open(file)).toMatchObject({ ok: true, value: { name: 'Ada (2)' } });
  });

  it('is not saved where its recording or its consent is not there any more', async () => {
    const here = await withAda();
    await here.consents.remove('c');
    expect(await here.files.save('voice-1', file)).toMatchObject({ fault: { code: 'consent-missing' } });
    await here.takes.remove('take-1');
    expect(await here.files.save('voice-1', file)).toMatchObject({ fault: { code: 'take-not-found' } });
    await expect(readFile(file)).rejects.toThrow('ENOENT');
  });

  it('leaves nothing behind where it cannot be taken in', async () => {
    const here = await withAda();
    await here.files.save('voice-1', file);
    await writeFile(file, (await readFile(file)).subarray(0, 500));
    const there = await openTestStations(join(folder, 'there'));
    expect(await there.files.open(file)).toMatchObject({
      fault: { code: 'voice-file-unreadable', facts: { file } },
    });
    expect([there.takes.list(), there.consents.list(), there.voices.list()]).toEqual([[], [], []]);
    expect(await there.files.open(join(folder, 'none'))).toMatchObject({ fault: { code: 'file-not-found' } });
  });
});

it.each([
  { name: 'Maria, calm', file: 'Maria calm.timbrevoice' },
  { name: '../../etc/passwd', file: 'etc passwd.timbrevoice' },
  { name: '///', file: 'voice.timbrevoice' },
])('the file of “$name” is called $file', ({ name, file: called }) => {
  expect(voiceFileName({ name })).toBe(called);
});
