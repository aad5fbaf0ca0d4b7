import { describe, expect, it } from 'vitest';
import { createListener, type LevelGate } from '../../../electron/recording/listening/listener.ts';
import { createSilero } from '../../../electron/recording/listening/silero.ts';
import { type FakeEar, fakeEar } from './fake-ear.ts';

const RATE = 100;
const block = (value: number, samples = RATE) => new Float32Array(samples).fill(value);

/** A gate to which everything is speech. */
function openGate({ sampleRate }: { sampleRate: number }): LevelGate {
  let heard = 0;
  return {
    add: (samples) => {
      heard += samples.length;
    },
    get speechSeconds() {
      return heard / sampleRate;
    },
    get spans() {
      return [{ from: 0, to: heard / sampleRate }];
    },
  };
}

/** A listener over ears that can be held and killed; `prepare` sees each before it is used. */
function listening(prepare: (ear: FakeEar, index: number) => void = () => {}) {
  const ears: FakeEar[] = [];
  const waits: number[] = [];
  const listener = createListener({
    detector: createSilero({
      start() {
        const ear = fakeEar();
        prepare(ear, ears.length);
        ears.push(ear);
        return ear;
      },
      modelFile: 'model',
    }),
    createGate: openGate,
    wait: async (ms) => waits.push(ms),
  });
  return { listener, ears, waits };
}
const soon = () => new Promise((go) => setImmediate(() => setImmediate(go)));

async function* blocks(list: readonly Float32Array[]) {
  yield* list;
}
const sound = (list: readonly Float32Array[]) => ({ sampleRate: RATE, blocks: () => blocks(list) });

describe('a sound at rest', () => {
  it('is told by Silero', async () => {
    const { listener } = listening();
    expect(await listener.whole(sound([block(0), block(1), block(0), block(1)]))).toEqual({
      ...{ seconds: 2, by: 'silero' },
      spans: [
        { from: 100, to: 200 },
        { from: 300, to: 400 },
      ],
    });
  });

  it('is told by Silero in a second try where the process died', async () => {
    const { listener, waits } = listening((ear, index) => {
      if (index === 0) setImmediate(ear.die);
    });
    expect(await listener.whole(sound([block(1)]))).toMatchObject({ seconds: 1, by: 'silero' });
    expect(waits).toEqual([500]);
  });

  it('is told by its level, and said to be, where the process dies again', async () => {
    const { listener, ears } = listening((ear) => setImmediate(ear.die));
    expect(await listener.whole(sound([block(0)]))).toEqual({
      ...{ seconds: 1, spans: [{ from: 0, to: 100 }], by: 'gate' },
    });
    expect(await listener.whole(sound([block(0)]))).toMatchObject({ by: 'gate' });
    expect(ears).toHaveLength(2);
  });

  it('of three hours waits in a few seconds’ memory and is described in 500 spans', async () => {
    const { listener, ears } = listening();
    const seconds = 3 * 3600;
    async function* hours() {
      for (let i = 0; i < seconds; i++) yield block(i % 2, RATE);
    }
    const speech = await listener.whole({ sampleRate: RATE, blocks: hours });
    expect(speech.seconds).toBe(seconds / 2);
    expect(speech.spans.length).toBeLessThanOrEqual(500);
    expect(ears[0]?.most).toBeLessThanOrEqual(9 * RATE);
  });
});

describe('a sound that is being made', () => {
  it('is counted by Silero', async () => {
    const { listener } = listening();
    const heard: unknown[] = [];
    const live = listener.live(RATE, (...told) => heard.push(told));
    live.hear(0, block(1, 50));
    live.hear(50, block(0, 50));
    live.hear(100, block(1, 50));
    await soon();
    live.end();
    expect(heard.at(-1)).toEqual([100, 'silero']);
  });

  it('is counted on by another process when the first dies', async () => {
    const { listener, ears } = listening();
    const heard: unknown[] = [];
    const live = listener.live(RATE, (...told) => heard.push(told));
    live.hear(0, block(1));
    await soon();
    ears[0]?.die();
    await soon();
    live.hear(100, block(1));
    await soon();
    expect(heard.at(-1)).toEqual([200, 'silero']);
    expect(ears).toHaveLength(2);
  });

  it('is counted on by its level, and said to be, when the second dies, too', async () => {
    const { listener, ears } = listening();
    const heard: unknown[] = [];
    const live = listener.live(RATE, (...told) => heard.push(told));
    live.hear(0, block(1));
    await soon();
    ears[0]?.die();
    await soon();
    ears[1]?.die();
    live.hear(100, block(0));
    expect(heard.at(-1)).toEqual([200, 'gate']);
  });

  it('is left out, not waited for, when the process does not keep up', async () => {
    const { listener, ears } = listening((ear) => ear.hold(true));
    const heard: unknown[] = [];
    const live = listener.live(RATE, (...told) => heard.push(told));
    for (let second = 0; second < 3600; second++) live.hear(second * RATE, block(1));
    expect(ears[0]?.most).toBeLessThanOrEqual(6 * RATE);
    ears[0]?.hold(false);
    await soon();
    live.hear(3600 * RATE, block(1));
    await soon();
    expect(heard.at(-1)).toEqual([6 * RATE, 'silero']);
  });

  it('tells nothing more once it is over', async () => {
    const { listener } = listening();
    const heard: unknown[] = [];
    const live = listener.live(RATE, (...told) => heard.push(told));
    live.hear(0, block(1));
    live.end();
    await soon();
    expect(heard).toEqual([]);
  });
});
