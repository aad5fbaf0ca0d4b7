import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Bridge, CallName, Events } from '../../electron/contract/calls.ts';
import type { Take } from '../../electron/recording/take.ts';
import { type Fault, fail, ok, type Result } from '../../electron/result.ts';
import type { Capture } from '../../renderer/audio/capture.ts';
import { createRecorder } from '../../renderer/audio/recorder.ts';
import type { FromWorker } from '../../renderer/audio/worker/messages.ts';

const TAKE: Take = {
  ...{ id: 't1', createdAt: 1, source: { kind: 'microphone', device: 'Desk' }, sampleRate: 48_000 },
  ...{ bitDepth: 16, samples: 0, state: { status: 'recording' } },
};
const ports: MessagePort[] = [];
afterEach(() => {
  for (const port of ports.splice(0)) port.close();
});

/** A window with a microphone and a main process that the test plays. */
function createWindow() {
  const happened: string[] = [];
  const calls: { name: CallName; ask: unknown; answer: (value: unknown) => void }[] = [];
  const answers = new Map<CallName, unknown>([
    ['take.begin', ok(TAKE)],
    ['take.stop', ok(TAKE)],
    ['take.discard', ok(TAKE)],
  ]);
  let broken: (value: Events['take.broken']) => void = () => {};
  let microphone: Fault | null = null;
  let say: (message: FromWorker) => void = () => {};

  const call = (name: CallName, ask: unknown) =>
    new Promise((resolve) => {
      happened.push(name);
      calls.push({ name, ask, answer: resolve });
      if (answers.has(name)) resolve(answers.get(name));
    });
  const recorder = createRecorder({
    call: call as Bridge['call'],
    on: ((name: string, listener: typeof broken) => {
      if (name === 'take.broken') broken = listener;
      return () => {};
    }) as Bridge['on'],
    handOverPort: (takeId, port) => {
      ports.push(port);
      happened.push(`port of ${takeId}`);
    },
    async open(deviceId, onMessage): Promise<Result<Capture>> {
      happened.push(`open ${deviceId}`);
      if (microphone) return { ok: false, fault: microphone };
      say = onMessage;
      return ok({
        deviceName: 'Desk',
        record: (port) => {
          ports.push(port);
          happened.push('record');
        },
        stop: () => void happened.push('stop'),
        close: () => void happened.push('close'),
      });
    },
  });
  return {
    recorder,
    happened,
    calls,
    answers,
    say: (message: FromWorker) => say(message),
    breakTake: (id: string, fault: Fault) => broken({ id, fault }),
    denyMicrophone: (fault: Fault | null) => {
      microphone = fault;
    },
  };
}

/** Lets everything that can go on go on. */
const settle = () => new Promise((resolve) => setTimeout(resolve));
const started: FromWorker = { kind: 'started', sampleRate: 48_000 };
const heard = (samples: number): FromWorker => ({
  ...{ kind: 'heard', samples, rms: -20, peak: -9, clipped: false, peaks: Float32Array.of(0.5, 0.25) },
});
const ended = (why: Extract<FromWorker, { kind: 'ended' }>['why'], samples = 100): FromWorker => ({
  ...{ kind: 'ended', why, samples },
});

let page: ReturnType<typeof createWindow>;
beforeEach(() => {
  page = createWindow();
});

/** Brings it to recording. */
async function record(): Promise<void> {
  const starting = page.recorder.start('usb-1');
  await settle();
  page.say(started);
  await starting;
}

describe('recording', () => {
  it('asks, starts with the first real samples, and opens the take at their rate', async () => {
    const states: string[] = [];
    page.recorder.subscribe(() => states.push(page.recorder.state().is));
    await record();
    expect(states).toEqual(['asking', 'starting', 'recording']);
    expect(page.recorder.state()).toEqual({ is: 'recording', takeId: 't1', samples: 0, sampleRate: 48_000 });
    expect(page.happened).toEqual(['open usb-1', 'take.begin', 'port of t1', 'record']);
    expect(page.calls[0]?.ask).toEqual({ device: 'Desk', sampleRate: 48_000 });
  });

  it('shows level, clock and waveform', async () => {
    await record();
    page.say(heard(2400));
    page.say(heard(4800));
    expect(page.recorder.state()).toMatchObject({ samples: 4800 });
    expect(page.recorder.level()).toMatchObject({ rms: -20, peak: -9, clipped: false });
    const { values, count } = page.recorder.peaks();
    expect([...values.subarray(0, count)]).toEqual([0.5, 0.25, 0.5, 0.25]);
  });

  it('stops, waits for the rest, and keeps as many samples as were sent', async () => {
    await record();
    const stopping = page.recorder.stop();
    expect(page.recorder.state()).toEqual({ is: 'stopping', takeId: 't1' });
    page.say(heard(9600));
    page.say(ended('asked', 9700));
    await stopping;
    expect(page.recorder.state()).toEqual({ is: 'idle' });
    expect(page.calls.at(-1)).toMatchObject({ name: 'take.stop', ask: { takeId: 't1', samples: 9700 } });
    expect(page.happened.slice(4)).toEqual(['stop', 'close', 'take.stop']);
    expect(page.recorder.level().rms).toBe(Number.NEGATIVE_INFINITY);
  });

  it('begins anew with an empty waveform', async () => {
    await record();
    page.say(heard(100));
    page.say(ended('full'));
    await settle();
    await record();
    expect(page.recorder.peaks().count).toBe(0);
    expect(page.recorder.state().is).toBe('recording');
  });
});

describe('what is asked at the wrong moment is not done', () => {
  it('a start while it records, a stop while it does not', async () => {
    await page.recorder.stop();
    expect(page.happened).toEqual([]);
    await record();
    await page.recorder.start(null);
    expect(page.happened.filter((what) => what.startsWith('open'))).toHaveLength(1);
  });

  it('a second stop', async () => {
    await record();
    void page.recorder.stop();
    await page.recorder.stop();
    page.say(ended('asked'));
    await settle();
    expect(page.happened.filter((what) => what === 'stop' || what === 'take.stop')).toEqual([
      'stop',
      'take.stop',
    ]);
  });
});

describe('a recording that cannot begin', () => {
  it('is told: no microphone, and can be tried again', async () => {
    page.denyMicrophone({ code: 'microphone-denied' });
    await page.recorder.start(null);
    expect(page.recorder.state()).toEqual({ is: 'failed', fault: { code: 'microphone-denied' } });
    page.denyMicrophone(null);
    await record();
    expect(page.recorder.state().is).toBe('recording');
  });

  it('is told: the take could not be opened, and the microphone is let go', async () => {
    page.answers.set('take.begin', fail('disk-full'));
    await record();
    expect(page.recorder.state()).toEqual({ is: 'failed', fault: { code: 'disk-full' } });
    expect(page.happened).toEqual(['open usb-1', 'take.begin', 'close']);
  });

  it('is told: the device went away before its first sample', async () => {
    const starting = page.recorder.start(null);
    await settle();
    page.say(ended('device-gone', 0));
    await starting;
    expect(page.recorder.state()).toEqual({ is: 'failed', fault: { code: 'microphone-lost' } });
    expect(page.happened).toEqual(['open null', 'close']);
  });

  it('leaves no open take behind where the device went away while it was opened', async () => {
    page.answers.delete('take.begin');
    const starting = page.recorder.start(null);
    await settle();
    page.say(started);
    page.say(ended('device-gone', 50));
    await starting;
    page.calls[0]?.answer(ok(TAKE));
    await settle();
    expect(page.recorder.state()).toEqual({ is: 'failed', fault: { code: 'microphone-lost' } });
    expect(page.happened).toEqual(['open null', 'take.begin', 'close', 'take.stop', 'take.discard']);
    expect(page.calls[1]?.ask).toEqual({ takeId: 't1', samples: 0 });
  });
});

describe('a recording that ends by itself', () => {
  it('because it is full is kept, and that is no failure', async () => {
    await record();
    page.say(ended('full', 2_880_000));
    await settle();
    expect(page.recorder.state()).toEqual({ is: 'idle' });
    expect(page.calls.at(-1)).toMatchObject({ name: 'take.stop', ask: { samples: 2_880_000 } });
  });

  it('because the device went away is kept, and told', async () => {
    await record();
    page.say(ended('device-gone', 500));
    await settle();
    expect(page.calls.at(-1)).toMatchObject({ name: 'take.stop', ask: { takeId: 't1', samples: 500 } });
    expect(page.recorder.state()).toEqual({ is: 'failed', fault: { code: 'microphone-lost' } });
  });

  it('because main could not write is told with the reason main gave', async () => {
    await record();
    page.breakTake('another', { code: 'not-written' });
    page.breakTake('t1', { code: 'disk-full' });
    page.say(ended('broken', 500));
    await settle();
    expect(page.recorder.state()).toEqual({ is: 'failed', fault: { code: 'disk-full' } });
  });

  it('and whose reason comes before the answer to stop is told all the same', async () => {
    await record();
    page.answers.delete('take.stop');
    page.say(ended('broken', 500));
    await settle();
    expect(page.recorder.state()).toEqual({ is: 'stopping', takeId: 't1' });
    page.breakTake('t1', { code: 'frames-out-of-order' });
    page.calls.at(-1)?.answer(ok(TAKE));
    await settle();
    expect(page.recorder.state()).toEqual({ is: 'failed', fault: { code: 'frames-out-of-order' } });
  });

  it('and cannot be closed is told', async () => {
    await record();
    page.answers.set('take.stop', fail('not-written'));
    const stopping = page.recorder.stop();
    page.say(ended('asked'));
    await stopping;
    expect(page.recorder.state()).toEqual({ is: 'failed', fault: { code: 'not-written' } });
  });

  it('does not carry its fault over to the next', async () => {
    await record();
    page.breakTake('t1', { code: 'disk-full' });
    page.say(ended('broken'));
    await settle();
    await record();
    page.say(ended('full'));
    await settle();
    expect(page.recorder.state()).toEqual({ is: 'idle' });
  });
});

describe('a listener', () => {
  it('that let go hears no more', async () => {
    let count = 0;
    const undo = page.recorder.subscribe(() => count++);
    await record();
    const before = count;
    undo();
    page.say(ended('full'));
    await settle();
    expect(count).toBe(before);
  });

  it('is not told of every block: who draws looks for itself', async () => {
    await record();
    let count = 0;
    page.recorder.subscribe(() => count++);
    page.say(heard(2400));
    expect(count).toBe(0);
  });
});
