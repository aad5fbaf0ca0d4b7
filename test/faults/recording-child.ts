// Records until it is killed: the capture worker's code over a made-up device, joined to the main process's recorder and
// take shelf in one process. What was heard, and what the disk has taken, is written to a report that outlives it.
import { openSync, writeSync } from 'node:fs';
import { openTakeShelf } from '../../electron/library/take-shelf.ts';
import {
  createRecorder,
  type FrameInput,
  type FrameLine,
  type TakeKeeper,
} from '../../electron/recording/recorder.ts';
import { beginTakeFile, type TakeFile } from '../../electron/recording/take-file.ts';
import { createListener } from '../../renderer/audio/worker/listener.ts';
import type { TakeLine } from '../../renderer/audio/worker/running-take.ts';
import { openOnSmallDisk } from '../recording/full-disk.ts';
import { seeded } from '../recording/tones.ts';
import { DEVICE_RATE, deviceSound } from './device-sound.ts';
import type { Reported } from './recording-report.ts';

/** Neighbouring seeds give unlike numbers. */
const SPREAD = 2_654_435_761;
const [folder = '', reportFile = '', seed = '', room = ''] = process.argv.slice(2);
const random = seeded(Math.imul(Number(seed), SPREAD));
const file = openSync(reportFile, 'a');
/** Written at once and by itself, so that a kill loses none of it. */
const report = (line: Reported) => writeSync(file, `${JSON.stringify(line)}\n`);

const shelf = await openTakeShelf({ folder, onUnreadable: () => undefined });

/** Says what the disk has taken as soon as it has. */
const keeper: TakeKeeper = {
  ...shelf,
  async create(take) {
    const made = room === '' ? await shelf.create(take) : await createOnSmallDisk(take);
    if (!made.ok) return made;
    const sound = made.value;
    const told: TakeFile = {
      get samples() {
        return sound.samples;
      },
      async append(samples) {
        const written = await sound.append(samples);
        if (written.ok) report({ is: 'written', samples: sound.samples });
        return written;
      },
      close: () => sound.close(),
    };
    return { ok: true, value: told };
  },
  async save(take) {
    const saved = await shelf.save(take);
    if (saved.ok && take.state.status === 'recording')
      report({ is: 'marks-written', count: take.marks?.length ?? 0 });
    return saved;
  },
};
async function createOnSmallDisk(
  take: Parameters<TakeKeeper['create']>[0],
): ReturnType<TakeKeeper['create']> {
  const saved = await shelf.save(take);
  return saved.ok ? beginTakeFile(await openOnSmallDisk(shelf.path(take.id), Number(room)), take) : saved;
}

let count = 0;
let isFull = false;
const recorder = createRecorder({
  keeper,
  now: Date.now,
  newId: () => `take-${++count}`,
  onEnded: (_take, fault) => {
    isFull = fault !== undefined;
  },
});

/** The port between worker and main, without the processes. */
function joinedLine(): { readonly worker: TakeLine; readonly main: FrameLine } {
  let listen: (input: FrameInput) => void = () => undefined;
  return {
    worker: {
      send(message) {
        if (message.kind === 'mark') report({ is: 'marked', at: message.at, sentence: message.sentence });
        const copied = message.kind === 'frames' ? { ...message, samples: message.samples.slice() } : message;
        setImmediate(() => listen(copied));
      },
    },
    main: {
      onInput: (listener) => {
        listen = listener;
      },
      onClosed: () => undefined,
      tell: (what) => listener.take()?.end(what),
      close: () => undefined,
    },
  };
}

let heard = 0;
const listener = createListener(DEVICE_RATE, () => undefined);
/** The device, in real time: as many samples as are due. */
const began = performance.now();
setInterval(() => {
  const due = Math.floor(((performance.now() - began) / 1000) * DEVICE_RATE);
  while (heard < due) {
    const count = Math.min(441, due - heard);
    listener.add(deviceSound(heard, count));
    heard += count;
    report({ is: 'heard', until: heard });
  }
}, 10);

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** One take of a few seconds, with pauses and marks at random moments. */
async function recordOnce(): Promise<void> {
  const preRoll = Math.min(DEVICE_RATE, heard - keptUntil);
  const from = heard - preRoll;
  listener.begin({ sentence: 0 });
  const begun = await recorder.begin({ device: 'Device', sampleRate: DEVICE_RATE, bitDepth: 16 });
  if (!begun.ok) {
    isFull = true;
    return listener.abandon();
  }
  report({ is: 'begun', id: begun.value.id, from });
  // From here on it may be killed.
  process.stdout.write('records\n');
  const line = joinedLine();
  recorder.connect(begun.value.id, line.main);
  listener.take()?.connect(line.worker);
  for (let sentence = 1; sentence < 6 && !isFull; sentence++) {
    await wait(random() * 400);
    listener.take()?.mark({ sentence });
    if (random() < 0.5) continue;
    listener.take()?.pause();
    report({ is: 'paused', at: heard });
    await wait(random() * 200);
    listener.take()?.resume();
    report({ is: 'resumed', at: heard });
  }
  const last = listener.take();
  last?.end('asked');
  report({ is: 'paused', at: heard });
  keptUntil = heard;
  const kept = await recorder.stop(begun.value.id, last?.news().samples ?? 0);
  if (kept.ok && !isFull) report({ is: 'kept', id: begun.value.id });
}

let keptUntil = 0;
await wait(random() * 300);
while (!isFull) await recordOnce();
report({ is: 'full' });
