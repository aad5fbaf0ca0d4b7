import type { EndMessage, FrameMessage, RefuseMessage } from '../../../electron/contract/calls.ts';
import { createBlockMaker } from './block-maker.ts';
import { createPeakMaker, measureBlock } from './measure.ts';
import { type FromWorker, PEAKS_PER_SECOND, type ToWorker } from './messages.ts';

/** One message carries this much sound, in seconds: it bounds what a kill can cost. */
const BLOCK_SECONDS = 0.05;

/** What the browser hands out per device buffer; the DOM library does not know it in workers. */
interface DeviceBuffer {
  readonly numberOfChannels: number;
  readonly numberOfFrames: number;
  readonly sampleRate: number;
  copyTo(target: Float32Array, options: { planeIndex: number; format: 'f32-planar' }): void;
  close(): void;
}

type Ended = Extract<FromWorker, { kind: 'ended' }>['why'];

const page = self as unknown as DedicatedWorkerGlobalScope;
const tell = (message: FromWorker) => page.postMessage(message);

let port: MessagePort | undefined;
/** Blocks heard before the port came: nothing from the first frame on is lost. */
let early: Float32Array<ArrayBuffer>[] = [];
let sent = 0;
let reader: ReadableStreamDefaultReader<unknown> | undefined;
let why: Ended = 'device-gone';

page.onmessage = ({ data }: MessageEvent<ToWorker>) => {
  if (data.kind === 'listen') void listen(data.frames as ReadableStream<DeviceBuffer>);
  else if (data.kind === 'record') record(data.port);
  else finish('asked');
};

/** Reads every buffer of the device in order until it ends. */
async function listen(frames: ReadableStream<DeviceBuffer>): Promise<void> {
  const buffers = frames.getReader();
  reader = buffers;
  let heard: ReturnType<typeof createListener> | undefined;
  try {
    for (;;) {
      const { done, value } = await buffers.read();
      if (done) break;
      heard ??= createListener(value.sampleRate);
      heard.add(monoOf(value));
    }
  } finally {
    heard?.flush();
    port?.postMessage({ kind: 'end', samples: sent } satisfies EndMessage);
    tell({ kind: 'ended', why, samples: sent });
  }
}

function createListener(sampleRate: number) {
  tell({ kind: 'started', sampleRate });
  const peaksOf = createPeakMaker(Math.round(sampleRate / PEAKS_PER_SECOND));
  let samples = 0;
  return createBlockMaker(Math.round(sampleRate * BLOCK_SECONDS), (block) => {
    samples += block.length;
    tell({ kind: 'heard', samples, ...measureBlock(block), peaks: peaksOf(block) });
    if (port) send(port, block);
    else early.push(block);
  });
}

/** Mono: one channel as it is, several averaged. Frees the buffer, of which the browser has few. */
function monoOf(buffer: DeviceBuffer): Float32Array {
  const mono = new Float32Array(buffer.numberOfFrames);
  buffer.copyTo(mono, { planeIndex: 0, format: 'f32-planar' });
  const channels = buffer.numberOfChannels;
  const plane = channels > 1 ? new Float32Array(buffer.numberOfFrames) : mono;
  for (let channel = 1; channel < channels; channel++) {
    buffer.copyTo(plane, { planeIndex: channel, format: 'f32-planar' });
    for (let i = 0; i < mono.length; i++) mono[i] = (mono[i] ?? 0) + (plane[i] ?? 0);
  }
  if (channels > 1) for (let i = 0; i < mono.length; i++) mono[i] = (mono[i] ?? 0) / channels;
  buffer.close();
  return mono;
}

function record(to: MessagePort): void {
  port = to;
  to.onmessage = ({ data }: MessageEvent<RefuseMessage>) => finish(data.kind);
  for (const block of early) send(to, block);
  early = [];
}

function send(to: MessagePort, samples: Float32Array<ArrayBuffer>): void {
  const message: FrameMessage = { kind: 'frames', first: sent, samples };
  sent += samples.length;
  // Copied, not transferred: a buffer that is transferred to another process arrives empty.
  to.postMessage(message);
}

function finish(reason: Ended): void {
  why = reason;
  void reader?.cancel();
}
