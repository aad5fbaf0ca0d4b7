// Records session after session, faster than real time: the capture worker's code over a made-up device, joined to the main
// process's recorder and take shelf. After each it says on a line what it holds on to.
import { readdirSync } from 'node:fs';
import { openTakeShelf } from '../../electron/library/take-shelf.ts';
import { createRecorder, type FrameInput } from '../../electron/recording/recorder.ts';
import { createListener } from '../../renderer/audio/worker/listener.ts';
import { DEVICE_RATE, deviceSound } from './device-sound.ts';
import type { Held } from './soak-recordings.ts';

const [folder = '', sessions = ''] = process.argv.slice(2);
const SESSION_SECONDS = 60;
/** Blocks that may be on their way at once: main keeps pace with a device, but not with one that never waits. */
const MOST_WAITING = 20;

const shelf = await openTakeShelf({ folder, onUnreadable: () => undefined });
/** Blocks that are being written. */
let waiting = 0;
const recorder = createRecorder({
  keeper: {
    ...shelf,
    async create(take) {
      const made = await shelf.create(take);
      if (!made.ok) return made;
      const { append } = made.value;
      const counted: typeof append = async (samples) => {
        waiting++;
        const written = await append(samples);
        waiting--;
        return written;
      };
      return { ok: true, value: Object.assign(made.value, { append: counted }) };
    },
  },
  now: Date.now,
  newId: () => `take-${heard}`,
  onEnded: () => undefined,
});

let heard = 0;
let told = 0;
const listener = createListener(DEVICE_RATE, () => told++);

const tick = () => new Promise((resolve) => setImmediate(resolve));

/** One take from its pre-roll to where it is full. */
async function session(): Promise<void> {
  give(DEVICE_RATE);
  listener.begin({ sentence: 0 });
  const begun = await recorder.begin({ device: 'Device', sampleRate: DEVICE_RATE, bitDepth: 16 });
  if (!begun.ok) throw new Error(begun.fault.code);
  const { id } = begun.value;
  const take = listener.take();
  let isFull = false;
  const listeners: ((input: FrameInput) => void)[] = [];
  recorder.connect(id, {
    onInput: (hear) => void listeners.push(hear),
    onClosed: () => undefined,
    tell(what) {
      isFull = true;
      take?.end(what);
    },
    close: () => void listeners.splice(0),
  });
  take?.connect({
    send(message) {
      for (const hear of listeners)
        hear(message.kind === 'frames' ? { ...message, samples: message.samples.slice() } : message);
    },
  });
  for (let block = 0; !isFull && block < SESSION_SECONDS * 20; block++) {
    give(DEVICE_RATE / 20);
    while (waiting > MOST_WAITING) await tick();
  }
  while (!isFull) await tick();
  const kept = await recorder.stop(id, SESSION_SECONDS * DEVICE_RATE);
  if (!kept.ok || kept.value.samples !== SESSION_SECONDS * DEVICE_RATE)
    throw new Error('it is not kept whole');
  await shelf.remove(id);
}

/** The device gives so many samples, in buffers of 10 ms. */
function give(count: number): void {
  for (let left = count; left > 0; left -= 441) {
    listener.add(deviceSound(heard, Math.min(441, left)));
    heard += Math.min(441, left);
  }
}

function held(): Held {
  globalThis.gc?.();
  const { rss, heapUsed, external, arrayBuffers } = process.memoryUsage();
  const mb = (bytes: number) => bytes / 1024 ** 2;
  return {
    ...{ rss: mb(rss), heap: mb(heapUsed), buffers: mb(external + arrayBuffers) },
    handles: process.getActiveResourcesInfo().filter((name) => name !== 'PipeWrap').length,
    files: process.platform === 'linux' ? readdirSync('/proc/self/fd').length : 0,
    seconds: heard / DEVICE_RATE,
  };
}

for (let i = 0; i < Number(sessions); i++) {
  await session();
  await tick();
  process.stdout.write(`${JSON.stringify(held())}\n`);
}
if (told === 0) throw new Error('nothing was measured');
