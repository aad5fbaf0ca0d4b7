import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Bridge, CallName, Events } from '../../electron/contract/calls.ts';
import type { Take } from '../../electron/recording/take.ts';
import { type Fault, fail, ok, type Result } from '../../electron/result.ts';
import type { Capture, FromCapture } from '../../renderer/audio/capture.ts';
import { createRecorder } from '../../renderer/audio/create-recorder.ts';
import type { Microphone } from '../../renderer/audio/device.ts';
import type { RecordAsk } from '../../renderer/audio/recorder.ts';
import type { Heard, TakeEnded } from '../../renderer/audio/worker/messages.ts';

const TAKE: Take = {
  ...{ id: 't1', createdAt: 1, source: { kind: 'microphone', device: 'Desk' }, sampleRate: 48_000 },
  ...{ bitDepth: 16, samples: 0, state: { status: 'recording' } },
};
const KEPT: Take = { ...TAKE, samples: 100, state: { status: 'kept', recovered: false } };
const DESK = { id: 'usb-1', name: 'Desk' };
const HEADSET = { id: 'bt-1', name: 'Headset' };
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
    ['take.stop', ok(KEPT)],
    ['take.discard', ok(TAKE)],
  ]);
  let broken: (value: Events['take.broken']) => void = () => {};
  let microphone: Fault | null = null;
  let say: (message: FromCapture) => void = () => {};
  let there: readonly Microphone[] = [DESK, HEADSET];
  const plugged = new Set<() => void>();
  const heard = new Map<string, (value: never) => void>();

  const call = (name: CallName, ask: unknown) =>
    new Promise((resolve) => {
      happened.push(name);
      calls.push({ name, ask, answer: resolve });
      if (answers.has(name)) resolve(answers.get(name));
    });
  const recorder = createRecorder({
    call: call as Bridge['call'],
    on: ((name: string, listener: typeof broken) => {
      heard.set(name, listener);
      if (name === 'take.broken') broken = listener;
      return () => {};
    }) as Bridge['on'],
    handOverPort: (takeId, port) => {
      ports.push(port);
      happened.push(`port of ${takeId}`);
    },
    microphones: {
      list: async () => there,
      onChanged(listener) {
        plugged.add(listener);
        return () => plugged.delete(listener);
      },
    },
    async open(deviceId, onMessage): Promise<Result<Capture>> {
      happened.push(`open ${deviceId}`);
      if (microphone) return { ok: false, fault: microphone };
      say = onMessage;
      return ok({
        device: (sampleRate) => ({
          ...(deviceId === 'bt-1' ? HEADSET : DESK),
          sampleRate,
          narrowBand: false,
        }),
        tell: ({ kind }) => void happened.push(kind),
        connect: (port) => {
          ports.push(port);
          happened.push('connect');
        },
        close: () => void happened.push('close'),
      });
    },
  });
  return {
    recorder,
    happened,
    calls,
    answers,
    say: (message: FromCapture) => say(message),
    plug(microphones: readonly Microphone[]) {
      there = microphones;
      for (const listener of plugged) listener();
    },
    allow: () => heard.get('microphone.changed')?.('granted' as never),
    breakTake: (id: string, fault: Fault) => broken({ id, fault }),
    denyMicrophone: (fault: Fault | null) => {
      microphone = fault;
    },
  };
}

/** Lets everything that can go on go on. */
const settle = () => new Promise((resolve) => setTimeout(resolve));
const started: FromCapture = { kind: 'started', sampleRate: 48_000 };
const heard = (samples: number, more: Partial<Heard> = {}): Heard => ({
  ...{ kind: 'heard', samples, rms: -20, peak: -9, clipped: false, silentSeconds: 0, hint: null },
  ...more,
});
/** The same with a take running. */
const heardOfTake = (samples: number) =>
  heard(samples + 48_000, { take: { samples, peaks: Float32Array.of(0.5, 0.25) } });
const ended = (why: TakeEnded['why'], samples = 100): FromCapture => ({
  ...{ kind: 'ended', why, samples, peaks: Float32Array.of(0.75) },
});
const gone: FromCapture = { kind: 'gone', why: 'device-gone' };

let page: ReturnType<typeof createWindow>;
beforeEach(() => {
  page = createWindow();
});

/** Brings it to recording. */
async function record(more: Partial<RecordAsk> = {}): Promise<void> {
  const starting = page.recorder.record({ deviceId: 'usb-1', ...more });
  await settle();
  page.say(started);
  await starting;
}

describe('recording', () => {
  it('asks, starts with the first real samples, and opens the take at their rate', async () => {
    const states: string[] = [];
    page.recorder.subscribe(() => states.push(page.recorder.state().is));
    await record();
    expect([...new Set(states)]).toEqual(['asking', 'starting', 'recording']);
    expect(page.recorder.state()).toEqual({
      is: 'recording',
      takeId: 't1',
      samples: 0,
      sampleRate: 48_000,
      sessionId: 't1',
    });
    expect(page.happened).toEqual(['open usb-1', 'begin', 'take.begin', 'port of t1', 'connect']);
    expect(page.calls[0]?.ask).toEqual({ device: 'Desk', sampleRate: 48_000 });
  });

  it('shows level, clock and waveform', async () => {
    await record();
    page.say(heardOfTake(2400));
    page.say(heardOfTake(4800));
    expect(page.recorder.state()).toMatchObject({ samples: 4800 });
    expect(page.recorder.level()).toMatchObject({ rms: -20, peak: -9, clipped: false });
    const { values, count } = page.recorder.peaks();
    expect([...values.subarray(0, count)]).toEqual([0.5, 0.25, 0.5, 0.25]);
  });

  it('stops, waits for the rest, and keeps as many samples as were sent', async () => {
    await record();
    const stopping = page.recorder.stop();
    expect(page.recorder.state()).toEqual({ is: 'stopping', takeId: 't1' });
    page.say(ended('asked', 9700));
    await stopping;
    expect(page.recorder.state()).toEqual({ is: 'idle' });
    expect(page.calls.at(-1)).toMatchObject({ name: 'take.stop', ask: { takeId: 't1', samples: 9700 } });
    expect(page.happened.slice(5)).toEqual(['stop', 'take.stop', 'close']);
  });

  it('begins anew with an empty waveform', async () => {
    await record();
    page.say(heardOfTake(100));
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
    await page.recorder.record({ deviceId: null });
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
    await page.recorder.record({ deviceId: null });
    expect(page.recorder.state()).toEqual({ is: 'failed', fault: { code: 'microphone-denied' } });
    page.denyMicrophone(null);
    await record();
    expect(page.recorder.state().is).toBe('recording');
  });

  it('is told: the take could not be opened, and the microphone is let go', async () => {
    page.answers.set('take.begin', fail('disk-full'));
    await record();
    expect(page.recorder.state()).toEqual({ is: 'failed', fault: { code: 'disk-full' } });
    expect(page.happened).toEqual(['open usb-1', 'begin', 'take.begin', 'abandon', 'close']);
  });

  it('is told: the device went away before its first sample', async () => {
    const starting = page.recorder.record({ deviceId: null });
    await settle();
    page.say(gone);
    await starting;
    expect(page.recorder.state()).toEqual({ is: 'failed', fault: { code: 'microphone-lost' } });
    expect(page.happened).toEqual(['open null', 'close']);
  });

  it('leaves no open take behind where the device went away while it was opened', async () => {
    page.answers.delete('take.begin');
    page.answers.set('take.stop', ok({ ...KEPT, samples: 0 }));
    const starting = page.recorder.record({ deviceId: null });
    await settle();
    page.say(started);
    await settle();
    page.say(ended('device-gone', 50));
    page.say(gone);
    page.calls[0]?.answer(ok(TAKE));
    await starting;
    expect(page.recorder.state()).toEqual({ is: 'failed', fault: { code: 'microphone-lost' } });
    expect(page.happened.slice(2)).toEqual(['take.begin', 'close', 'take.stop', 'take.discard']);
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

  it('because its worker failed is kept as far as is known, and told', async () => {
    await record();
    page.say(heardOfTake(2400));
    page.say({ kind: 'gone', why: 'failed' });
    await settle();
    expect(page.calls.at(-1)).toMatchObject({ name: 'take.stop', ask: { takeId: 't1', samples: 2400 } });
    expect(page.recorder.state()).toEqual({ is: 'failed', fault: { code: 'capture-failed' } });
  });

  it('with nothing in it is not left behind', async () => {
    await record();
    page.answers.set('take.stop', ok({ ...TAKE, samples: 0 }));
    page.say(ended('broken', 0));
    await settle();
    expect(page.calls.at(-1)).toMatchObject({ name: 'take.discard', ask: { takeId: 't1' } });
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
    page.calls.at(-1)?.answer(ok(KEPT));
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
    page.say(heardOfTake(2400));
    expect(count).toBe(0);
  });
});

describe('the microphone while the record screen is there', () => {
  it('is open, measured, and not opened again for a take, nor closed after it', async () => {
    void page.recorder.open('usb-1');
    await settle();
    page.say(started);
    page.say(heard(2400));
    expect(page.recorder.stream()).toMatchObject({
      is: 'open',
      device: { name: 'Desk', sampleRate: 48_000 },
    });
    expect(page.recorder.level().rms).toBe(-20);
    await page.recorder.record({ deviceId: 'usb-1' });
    page.say(ended('full'));
    await settle();
    expect(page.happened.filter((what) => what.startsWith('open') || what === 'close')).toEqual([
      'open usb-1',
    ]);
  });

  it('is closed when the screen is left, after the take where there is one', async () => {
    void page.recorder.open('usb-1');
    await settle();
    page.say(started);
    await page.recorder.record({ deviceId: 'usb-1' });
    page.recorder.close();
    expect(page.recorder.stream().is).toBe('open');
    page.say(ended('full'));
    await settle();
    expect(page.recorder.stream()).toEqual({ is: 'closed' });
    expect(page.happened.at(-1)).toBe('close');
  });

  it('is another after the take where another was chosen meanwhile', async () => {
    await record();
    await page.recorder.open('bt-1');
    expect(page.happened).not.toContain('open bt-1');
    page.say(ended('full'));
    await settle();
    page.say(started);
    expect(page.recorder.stream()).toMatchObject({ is: 'open', device: { name: 'Headset' } });
  });

  it('that is let go while it opens is let go at once', async () => {
    void page.recorder.open('usb-1');
    page.recorder.close();
    await settle();
    expect(page.happened).toEqual(['open usb-1', 'close']);
    expect(page.recorder.stream()).toEqual({ is: 'closed' });
  });

  it.each([
    { when: 'one is plugged in', event: () => page.plug([DESK]) },
    { when: 'it is allowed', event: () => page.allow() },
  ])('is tried again when $when', async ({ event }) => {
    page.denyMicrophone({ code: 'microphone-missing' });
    await page.recorder.open('usb-1');
    expect(page.recorder.stream()).toEqual({ is: 'failed', fault: { code: 'microphone-missing' } });
    page.denyMicrophone(null);
    event();
    await settle();
    page.say(started);
    expect(page.recorder.stream().is).toBe('open');
  });

  it('gives no signal after a silent second, or when no sample comes', async () => {
    void page.recorder.open(null);
    await settle();
    page.say(started);
    page.say(heard(2400, { silentSeconds: 0.95 }));
    expect(page.recorder.noSignal()).toBe(false);
    page.say(heard(4800, { silentSeconds: 1 }));
    expect(page.recorder.noSignal()).toBe(true);
    page.say(heard(7200));
    expect(page.recorder.noSignal()).toBe(false);
    page.say({ kind: 'stalled' });
    expect(page.recorder.noSignal()).toBe(true);
    expect(page.recorder.level().rms).toBe(Number.NEGATIVE_INFINITY);
  });
});

describe('a countdown', () => {
  it('counts seconds of samples, then records', async () => {
    const counted: number[] = [];
    page.recorder.subscribe(() => {
      const state = page.recorder.state();
      if (state.is === 'counting') counted.push(state.left);
    });
    const starting = page.recorder.record({ deviceId: 'usb-1', countdown: 3 });
    await settle();
    page.say(started);
    await settle();
    for (let samples = 2400; samples <= 2400 + 3 * 48_000; samples += 2400) {
      expect(page.recorder.state().is).toBe('counting');
      page.say(heard(samples));
    }
    await starting;
    await settle();
    expect(counted).toEqual([3, 2, 1]);
    expect(page.recorder.state().is).toBe('recording');
  });

  it.each([
    { by: 'a stop', end: () => void page.recorder.stop(), left: { is: 'idle' } },
    {
      by: 'the device',
      end: () => page.say(gone),
      left: { is: 'failed', fault: { code: 'microphone-lost' } },
    },
  ])('is ended by $by', async ({ end, left }) => {
    const starting = page.recorder.record({ deviceId: 'usb-1', countdown: 3 });
    await settle();
    page.say(started);
    await settle();
    end();
    await starting;
    expect(page.recorder.state()).toEqual(left);
    expect(page.happened).not.toContain('take.begin');
  });
});

describe('a pause', () => {
  it('stops and goes on, and can be stopped in', async () => {
    await record();
    page.say(heardOfTake(2400));
    page.recorder.pause();
    expect(page.recorder.state()).toMatchObject({ is: 'paused', samples: 2400 });
    page.recorder.resume();
    expect(page.recorder.state()).toMatchObject({ is: 'recording', samples: 2400 });
    page.recorder.pause();
    void page.recorder.stop();
    expect(page.recorder.state()).toEqual({ is: 'stopping', takeId: 't1' });
    expect(page.happened.slice(5)).toEqual(['pause', 'resume', 'pause', 'stop']);
  });
});

describe('a take that is interrupted', () => {
  const takeOf = (id: string) => ok({ ...TAKE, id });

  it('is kept, and goes on with another microphone, in the same session and sentence', async () => {
    await record({ read: { sentence: -1 } });
    page.recorder.mark({ sentence: 4 });
    page.plug([HEADSET]);
    await settle();
    expect(page.happened.at(-1)).toBe('lose');
    page.say(ended('device-gone', 500));
    page.say(gone);
    await settle();
    expect(page.calls.at(-1)).toMatchObject({ name: 'take.stop', ask: { takeId: 't1', samples: 500 } });
    expect(page.recorder.state()).toEqual({
      ...{ is: 'interrupted', takeId: 't1', sessionId: 't1', why: 'gone' },
      ...{ fault: { code: 'microphone-lost' }, others: [HEADSET] },
    });
    page.plug([HEADSET, DESK]);
    await settle();
    expect(page.recorder.state()).toMatchObject({ others: [HEADSET, DESK] });

    page.answers.set('take.begin', takeOf('t2'));
    const going = page.recorder.continueWith('bt-1');
    await settle();
    page.say(started);
    await going;
    expect(page.recorder.state()).toMatchObject({ is: 'recording', takeId: 't2', sessionId: 't1' });
    expect(page.calls.at(-1)?.ask).toEqual({ device: 'Headset', sampleRate: 48_000, sessionId: 't1' });
  });

  it('because the system shut the microphone off offers it again when it is opened again', async () => {
    await record();
    page.say({ kind: 'muted' });
    expect(page.happened.at(-1)).toBe('cut');
    page.say(ended('device-gone', 500));
    await settle();
    expect(page.recorder.state()).toMatchObject({ is: 'interrupted', why: 'muted', others: [HEADSET] });
    page.say({ kind: 'unmuted' });
    await settle();
    expect(page.recorder.state()).toMatchObject({ others: [DESK, HEADSET] });
  });

  it('can be left at that', async () => {
    await record();
    page.say(ended('device-gone', 500));
    page.say(gone);
    await settle();
    await page.recorder.stop();
    expect(page.recorder.state()).toEqual({ is: 'idle' });
    expect(page.calls.map(({ name }) => name)).toEqual(['take.begin', 'take.stop']);
  });
});
