import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { openSoundFile } from '../../electron/recording/decoding/sound-thread.ts';
import { createImporter, type Import, MOST_IMPORTS } from '../../electron/recording/importer.ts';
import { encodeWav } from '../../electron/recording/wav.ts';
import { fakeKeeper } from './fake-keeper.ts';
import { temporaryFolder } from './temporary-folder.ts';

let folder: string;
let takes = 0;
beforeEach(async () => {
  folder = await temporaryFolder();
});

async function wav(name: string, seconds = 0.1): Promise<string> {
  const path = join(folder, name);
  await writeFile(
    path,
    encodeWav({ sampleRate: 8000, samples: new Float32Array(8000 * seconds).fill(0.1) }, 16),
  );
  return path;
}

/** `step`: how many milliseconds pass from one look at the clock to the next. */
function open(step = 0) {
  const keeper = fakeKeeper(folder);
  const told: string[] = [];
  const states: Import['state'][] = [];
  let count = 0;
  let clock = 0;
  const importer = createImporter({
    ...{ keeper, open: openSoundFile },
    now: () => (clock += step),
    newId: (what) => (what === 'take' ? `take-${++takes}` : `import-${++count}`),
    onChanged({ fileName, state }) {
      told.push(`${fileName} ${state.status}`);
      states.push(state);
    },
    onGone: (id) => told.push(`${id} gone`),
    onTaken: ({ source }) => told.push(`${source.kind === 'file' && source.fileName} taken`),
  });
  return { importer, keeper, told, states };
}

describe('files that are taken in', () => {
  it('become takes in the order in which they came, and are gone then', async () => {
    const { importer, keeper, told } = open();
    const added = importer.add([await wav('a.wav'), await wav('b.wav')]);
    expect(added.map(({ fileName, state }) => [fileName, state.status])).toEqual([
      ['a.wav', 'waiting'],
      ['b.wav', 'waiting'],
    ]);
    await expect.poll(() => importer.list()).toEqual([]);
    expect(told.filter((line) => !line.endsWith('waiting'))).toEqual([
      ...['a.wav running', 'a.wav taken', 'import-1 gone'],
      ...['b.wav running', 'b.wav taken', 'import-2 gone'],
    ]);
    expect(keeper.takes.size).toBe(2);
  });

  it('say how far they are, and not at every block', async () => {
    const often = open(200);
    often.importer.add([await wav('a.wav', 120)]);
    await expect.poll(() => often.importer.list()).toEqual([]);
    expect(often.states.at(-1)).toEqual({ status: 'running', seconds: 120, inAll: 120 });
    const seldom = open(30);
    seldom.importer.add([await wav('a.wav', 120)]);
    await expect.poll(() => seldom.importer.list()).toEqual([]);
    expect(seldom.states.length).toBeLessThan(often.states.length);
  });

  it('and cannot be, say why until they are dismissed, and hold up nobody', async () => {
    const { importer, keeper } = open();
    const letter = join(folder, 'letter.mp3');
    await writeFile(letter, 'Dear Ada');
    const [failing] = importer.add([letter, await wav('b.wav')]);
    await expect.poll(() => keeper.takes.size).toBe(1);
    expect(importer.list()).toMatchObject([
      { fileName: 'letter.mp3', state: { status: 'failed', fault: { code: 'not-audio' } } },
    ]);
    expect(importer.cancel(failing?.id ?? '').ok).toBe(true);
    expect(importer.list()).toEqual([]);
  });

  it('and are folders, pipes or missing are not there', async () => {
    const { importer } = open();
    importer.add([folder, join(folder, 'none.wav'), '/dev/null']);
    await expect
      .poll(() => importer.list().map(({ state }) => state.status === 'failed' && state.fault.code))
      .toEqual(['file-not-found', 'file-not-found', 'file-not-found']);
  });

  it('can be stopped while they wait and while they run, with nothing left behind', async () => {
    const { importer, keeper, told } = open();
    const [first, second] = importer.add([await wav('long.wav', 600), await wav('b.wav')]);
    importer.cancel(second?.id ?? '');
    expect(told).toContain(`${second?.id} gone`);
    await expect.poll(() => keeper.takes.size).toBe(1);
    importer.cancel(first?.id ?? '');
    await expect.poll(() => importer.list()).toEqual([]);
    expect(keeper.takes.size).toBe(0);
    expect(importer.cancel(first?.id ?? '')).toMatchObject({ fault: { code: 'import-not-found' } });
  });

  it('are stopped when the app closes', async () => {
    const { importer, keeper } = open();
    importer.add([await wav('long.wav', 600), await wav('b.wav')]);
    await expect.poll(() => keeper.takes.size).toBe(1);
    await importer.close();
    expect(keeper.takes.size).toBe(0);
  });

  it('wait a hundred at a time', async () => {
    const { importer } = open();
    const many = Array<string>(MOST_IMPORTS + 5).fill(join(folder, 'none.wav'));
    expect(importer.add(many).length).toBe(MOST_IMPORTS);
    expect(importer.add(many).length).toBe(0);
    await importer.close();
  });
});
