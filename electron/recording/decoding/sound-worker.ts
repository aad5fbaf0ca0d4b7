import { parentPort, workerData } from 'node:worker_threads';
import { fileSource } from './byte-source.ts';
import { openDecoding } from './open-sound.ts';
import type { ThreadAnswer } from './sound-thread.ts';

/**
 * The thread in which one sound file is decoded, so that the main thread never waits for it and a file that brings a
 * decoder down costs this thread alone. Started with the file's path as its data; says first what the file is, then
 * answers each message with the next block. It ends when it is ended from outside.
 */
const say = (answer: ThreadAnswer, transfer: ArrayBuffer[] = []) => parentPort?.postMessage(answer, transfer);

// The decoders' packages tell the console of every damaged frame; what matters is in the answers.
for (const level of ['log', 'info', 'warn', 'error'] as const) console[level] = () => undefined;

void (async () => {
  const source = await fileSource(String(workerData));
  const opened = source.ok ? await openDecoding(source.value) : source;
  if (!opened.ok) return say({ is: 'refused', fault: opened.fault });
  const { decode, close: _, ...facts } = opened.value;
  let skipped = false;
  const blocks = decode(() => {
    skipped = true;
  });
  parentPort?.on('message', async () => {
    try {
      const next = await blocks.next();
      if (next.done) return say({ is: 'end', skipped });
      // What belongs to a decoder's own memory cannot be given away.
      const samples = next.value.slice();
      say({ is: 'block', samples, skipped }, [samples.buffer]);
    } catch (error) {
      say({ is: 'broken', detail: error instanceof Error ? error.message.slice(0, 200) : '' });
    }
  });
  say({ is: 'open', facts });
})();
