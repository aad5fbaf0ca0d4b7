import { beforeEach, describe, expect, it } from 'vitest';
import { listenToTakes } from '../../../electron/boot/samples/listening.ts';
import type { Stations } from '../../../electron/boot/stations.ts';
import type { TakeHeard } from '../../../electron/contract/calls.ts';
import type { Listener, SoundAtRest } from '../../../electron/recording/listening/listener.ts';
import type { Take, TakeSpeech } from '../../../electron/recording/take.ts';
import { temporaryFolder } from '../../recording/temporary-folder.ts';
import { openTestStations } from '../open-test-stations.ts';

const RATE = 1000;
const sound = new Float32Array(2 * RATE).fill(0.5);
let stations: Stations;
beforeEach(async () => {
  stations = await openTestStations(await temporaryFolder());
});

/** Listens by counting: everything is speech. */
function countingListener() {
  const live: { rate: number; isOver: boolean }[] = [];
  const listener: Listener = {
    async whole({ sampleRate, blocks }: SoundAtRest) {
      let samples = 0;
      for await (const block of blocks()) samples += block.length;
      return { seconds: samples / sampleRate, spans: [{ from: 0, to: samples }], by: 'silero' };
    },
    live(rate, onHeard) {
      const one = { rate, isOver: false };
      live.push(one);
      return {
        hear: (first, samples) => onHeard(first + samples.length, 'silero'),
        end() {
          one.isOver = true;
        },
      };
    },
    close: () => {},
  };
  return { listener, live };
}

const kept: Omit<Take, 'id'> = {
  ...{ createdAt: 1, source: { kind: 'microphone', device: 'Desk' }, sampleRate: RATE, bitDepth: 16 },
  ...{ samples: sound.length, state: { status: 'kept', recovered: false } },
};

async function keptTake(id: string, more: Partial<Take> = {}): Promise<Take> {
  const take: Take = { ...kept, id, ...more };
  const file = await stations.takes.create(take);
  if (!file.ok) throw new Error(file.fault.code);
  await file.value.append(sound);
  await file.value.close();
  return take;
}
const speech: TakeSpeech = { seconds: 2, spans: [{ from: 0, to: sound.length }], by: 'silero' };
const changedTakes = () => {
  const changed: Take[] = [];
  stations.events.listen((name, value) => {
    if (name === 'take.changed') changed.push(value as Take);
  });
  return changed;
};

describe('a take that is kept', () => {
  it('is listened to once, and what was heard is written down and told', async () => {
    const listening = listenToTakes({ stations, listener: countingListener().listener });
    const take = await keptTake('t');
    const changed = changedTakes();
    stations.events.emit('take.changed', take);
    await listening.catchUp();
    expect(stations.takes.get('t')).toEqual({ ...take, speech });
    await listening.catchUp();
    expect(changed).toEqual([take, { ...take, speech }]);
  });

  it('is listened to later when it is from before', async () => {
    await keptTake('old');
    await keptTake('gone', { state: { status: 'discarded', at: 1 } });
    const listening = listenToTakes({ stations, listener: countingListener().listener });
    await listening.catchUp();
    expect(stations.takes.get('old')?.speech).toEqual(speech);
    expect(stations.takes.get('gone')?.speech).toBeUndefined();
  });

  it('that cannot be read does not keep others from being listened to', async () => {
    const lost = { id: 'lost', state: { status: 'kept', recovered: false } } as const;
    await stations.takes.save({ ...(await keptTake('t')), ...lost, createdAt: 0 });
    const listening = listenToTakes({ stations, listener: countingListener().listener });
    await listening.catchUp();
    expect(stations.takes.get('t')?.speech).toEqual(speech);
    expect(stations.takes.get('lost')?.speech).toBeUndefined();
  });
});

describe('a take that is being recorded', () => {
  it('goes on whatever breaks in the listening', async () => {
    const listener: Listener = {
      ...countingListener().listener,
      live: () => {
        throw new Error('a defect');
      },
    };
    const listening = listenToTakes({ stations, listener });
    expect(() => listening.onBlock({ ...kept, id: 't' }, { first: 0, samples: sound })).not.toThrow();
  });

  it('is told of four times a second at most, until it is kept', async () => {
    let now = 0;
    const { listener, live } = countingListener();
    const listening = listenToTakes({ stations: { ...stations, now: () => now }, listener });
    const heard: TakeHeard[] = [];
    stations.events.listen((name, value) => {
      if (name === 'take.heard') heard.push(value as TakeHeard);
    });
    const take = await keptTake('t');
    for (; now < 1000; now += 10) listening.onBlock(take, { first: now, samples: sound.subarray(0, 10) });
    expect(heard.map(({ speechSamples }) => speechSamples)).toEqual([10, 260, 510, 760]);
    expect(heard[0]).toEqual({ takeId: 't', speechSamples: 10, by: 'silero' });
    stations.events.emit('take.changed', take);
    expect(live).toEqual([{ rate: RATE, isOver: true }]);
    await listening.catchUp();
  });
});
