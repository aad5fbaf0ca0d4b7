import { describe, expect, it } from 'vitest';
import { createListener } from '../../renderer/audio/worker/listener.ts';
import type { FromWorker } from '../../renderer/audio/worker/messages.ts';
import type { TakeLine } from '../../renderer/audio/worker/running-take.ts';
import { seeded } from '../recording/tones.ts';

/** Samples a second: a block is 50, the pre-roll 1000, the tail 500. */
const RATE = 1000;

/** A device whose every sample is its own number (in thousandths), and what its listener tells and sends. */
function createScene() {
  const told: FromWorker[] = [];
  const sent: Parameters<TakeLine['send']>[0][] = [];
  const listener = createListener(RATE, (message) => told.push(message));
  let next = 0;
  return {
    ...{ told, sent, listener },
    /** The device gives `count` samples, in buffers of 10. */
    hear(count: number) {
      for (let left = count; left > 0; left -= 10)
        listener.add(Float32Array.from({ length: Math.min(10, left) }, () => next++ / 1000));
    },
    connect: () => listener.take()?.connect({ send: (message) => sent.push(message) }),
    /** The numbers of the samples in the take, which must have come without a gap. */
    taken() {
      const numbers: number[] = [];
      for (const message of sent) {
        if (message.kind !== 'frames') continue;
        expect(message.first).toBe(numbers.length);
        for (const sample of message.samples) numbers.push(Math.round(sample * 1000));
      }
      return numbers;
    },
    ended: () => told.filter((message) => message.kind === 'ended'),
  };
}

const range = (from: number, to: number) => Array.from({ length: to - from }, (_, i) => from + i);

describe('a take', () => {
  it('begins with the second before it, loses nothing until its port comes, and ends half a second after Stop', () => {
    const { listener, hear, connect, taken, ended, sent } = createScene();
    hear(2345);
    listener.begin();
    hear(37);
    connect();
    hear(600);
    listener.take()?.stop();
    hear(700);
    expect(taken()).toEqual(range(1345, 2345 + 37 + 600 + 500));
    expect(sent.at(-1)).toEqual({ kind: 'end', samples: 2137 });
    expect(ended()).toMatchObject([{ why: 'asked', samples: 2137 }]);
  });

  it('is as long as what was heard where that is less than a second', () => {
    const { listener, hear, connect, taken } = createScene();
    hear(120);
    listener.begin();
    connect();
    hear(30);
    listener.take()?.end('full');
    expect(taken()).toEqual(range(0, 150));
  });

  it('does not begin with what the take before it holds', () => {
    const { listener, hear, connect, taken, sent } = createScene();
    hear(100);
    listener.begin();
    connect();
    hear(200);
    listener.take()?.stop();
    hear(510);
    sent.length = 0;
    hear(20);
    listener.begin();
    connect();
    listener.take()?.end('asked');
    expect(taken()).toEqual(range(800, 830));
  });

  it('has nothing of a pause in it, and joins what was before and after to the sample', () => {
    const { listener, hear, connect, taken, sent } = createScene();
    listener.begin();
    connect();
    hear(123);
    listener.take()?.pause();
    const sentAtPause = sent.length;
    hear(1000);
    expect(sent.length).toBe(sentAtPause);
    expect(taken()).toEqual(range(0, 123));
    listener.take()?.resume();
    hear(77);
    listener.take()?.end('asked');
    expect(taken()).toEqual([...range(0, 123), ...range(1123, 1200)]);
  });

  it('that is stopped in a pause has no tail', () => {
    const { listener, hear, connect, taken, ended } = createScene();
    listener.begin();
    connect();
    hear(100);
    listener.take()?.pause();
    listener.take()?.stop();
    hear(600);
    expect(taken()).toEqual(range(0, 100));
    expect(ended()).toHaveLength(1);
  });

  it('knows where each sentence begins, the first at its very beginning', () => {
    const { listener, hear, connect, sent } = createScene();
    hear(500);
    listener.begin({ sentence: -1 });
    connect();
    hear(133);
    listener.take()?.mark({ sentence: 0, text: 'One.' });
    hear(50);
    listener.take()?.mark({ sentence: 1 });
    const marks = sent.filter(({ kind }) => kind === 'mark');
    expect(marks).toEqual([
      { kind: 'mark', at: 0, sentence: -1 },
      { kind: 'mark', at: 633, sentence: 0, text: 'One.' },
      { kind: 'mark', at: 683, sentence: 1 },
    ]);
    // Main refuses a mark beyond what it has: the samples before it go first.
    const before = sent.slice(0, sent.indexOf(marks[1] ?? { kind: 'end', samples: 0 }));
    expect(before.reduce((sum, one) => sum + (one.kind === 'frames' ? one.samples.length : 0), 0)).toBe(633);
  });

  it.each(['device-gone', 'failed'] as const)(
    'ends where the device does (%s), with all that came',
    (why) => {
      const { listener, hear, connect, taken, told } = createScene();
      listener.begin();
      connect();
      hear(333);
      listener.gone(why);
      expect(taken()).toEqual(range(0, 333));
      expect(told.slice(-2)).toMatchObject([
        { kind: 'ended', why, samples: 333 },
        { kind: 'gone', why },
      ]);
    },
  );

  it('that ended stays as it is', () => {
    const { listener, hear, connect, sent, ended } = createScene();
    listener.begin();
    connect();
    const take = listener.take();
    hear(100);
    take?.end('full');
    const count = sent.length;
    take?.mark({ sentence: 3 });
    take?.pause();
    take?.stop();
    take?.end('broken');
    hear(600);
    expect(sent.length).toBe(count);
    expect(ended()).toMatchObject([{ why: 'full', samples: 100 }]);
  });

  it('that was abandoned leaves nothing, and the next can begin', () => {
    const { listener, hear, connect, taken, ended } = createScene();
    hear(100);
    listener.begin();
    hear(100);
    listener.abandon();
    expect(ended()).toEqual([]);
    listener.begin();
    connect();
    hear(50);
    listener.take()?.end('asked');
    expect(taken()).toEqual(range(200, 250));
  });
});

describe('what is heard', () => {
  const heard = (told: readonly FromWorker[]) => told.filter((message) => message.kind === 'heard');

  it('is told every 50 ms, take or not, and the waveform only of a take, from its first sample on', () => {
    const { listener, hear, told, ended } = createScene();
    hear(2000);
    expect(told[0]).toEqual({ kind: 'started', sampleRate: RATE });
    expect(heard(told)).toHaveLength(40);
    expect(heard(told).every(({ take }) => take === undefined)).toBe(true);
    listener.begin();
    hear(1000);
    listener.take()?.end('asked');
    const peaks = [...heard(told).map(({ take }) => take?.peaks), ended()[0]?.peaks];
    const count = peaks.reduce((sum, points) => sum + (points?.length ?? 0), 0);
    expect(count).toBe(2000 / (RATE / 50));
    expect(heard(told).at(-1)?.take?.samples).toBe(2000);
  });

  it('tells for how long there has been nothing', () => {
    const { listener, told } = createScene();
    const block = (value: number) => listener.add(new Float32Array(50).fill(value));
    block(0.1);
    for (let i = 0; i < 20; i++) block(0.00005);
    expect(heard(told).at(-1)?.silentSeconds).toBe(1);
    block(0.01);
    expect(heard(told).at(-1)?.silentSeconds).toBe(0);
  });
});

describe('the coach and the room', () => {
  const SECOND = 16_000;
  const scene = () => {
    const told: FromWorker[] = [];
    const listener = createListener(SECOND, (message) => told.push(message));
    const random = seeded(3);
    return {
      ...{ told, listener },
      hear(seconds: number, peak: number) {
        for (let i = 0; i < seconds * 100; i++)
          listener.add(Float32Array.from({ length: 160 }, () => (random() - 0.5) * 2 * peak));
      },
      rooms: () =>
        told.flatMap((message) => (message.kind === 'heard' && message.room ? [message.room] : [])),
      hints: () => told.flatMap((message) => (message.kind === 'heard' ? [message.hint] : [])),
    };
  };

  it('the room is listened to for three seconds when asked, told once at the end, and not after', () => {
    const { listener, hear, rooms } = scene();
    hear(1, 0.001);
    expect(rooms()).toEqual([]);
    listener.checkRoom();
    hear(4, 0.001);
    expect(rooms().filter(({ report }) => report)).toHaveLength(1);
    expect(rooms().at(-1)).toMatchObject({ progress: 1, report: { verdict: 'good', code: 'quiet' } });
    expect(rooms()).toHaveLength(60);
  });

  it('a noisy room is called so', () => {
    const { listener, hear, rooms } = scene();
    listener.checkRoom();
    hear(3.5, 0.05);
    expect(rooms().at(-1)?.report?.code).toBe('noisy');
  });

  it('a hint comes only while a take runs, and a take ends the look at the room', () => {
    const { listener, hear, hints, rooms } = scene();
    hear(3, 0.99999);
    expect(new Set(hints())).toEqual(new Set([null]));
    listener.checkRoom();
    hear(1, 0.001);
    listener.begin();
    listener.take()?.connect({ send: () => undefined });
    const before = rooms().length;
    hear(3, 1.2);
    expect(rooms()).toHaveLength(before);
    expect(hints().at(-1)).toBe('softer');
    listener.take()?.stop();
    hear(1, 0.001);
    expect(hints().at(-1)).toBeNull();
  });
});
