import type { RefuseMessage } from '../../../electron/contract/calls.ts';
import { createListener, type Listener } from './listener.ts';
import type { FromWorker, ToWorker } from './messages.ts';
import type { RunningTake } from './running-take.ts';

/** How long no sample may come before the page is told, in milliseconds. */
const STALLED_MS = 1000;

/** What the browser hands out per device buffer; the DOM library does not know it in workers. */
interface DeviceBuffer {
  readonly numberOfChannels: number;
  readonly numberOfFrames: number;
  readonly sampleRate: number;
  copyTo(target: Float32Array, options: { planeIndex: number; format: 'f32-planar' }): void;
  close(): void;
}

const page = self as unknown as DedicatedWorkerGlobalScope;
const tell = (message: FromWorker) => page.postMessage(message);

let listener: Listener | undefined;
let reader: ReadableStreamDefaultReader<unknown> | undefined;

page.onmessage = ({ data }: MessageEvent<ToWorker>) => {
  const take = listener?.take();
  switch (data.kind) {
    case 'listen':
      return void listen(data.frames as ReadableStream<DeviceBuffer>);
    case 'begin':
      return listener?.begin(data.read);
    case 'connect':
      return take ? connect(take, data.port) : data.port.close();
    case 'room':
      return listener?.checkRoom();
    case 'abandon':
      return listener?.abandon();
    case 'mark':
      return take?.mark(data.read);
    case 'cut':
      return take?.end('device-gone');
    case 'lose':
      return void reader?.cancel();
    default:
      return take?.[data.kind]();
  }
};

/** Reads every buffer of the device in order until it ends. */
async function listen(frames: ReadableStream<DeviceBuffer>): Promise<void> {
  const buffers = frames.getReader();
  reader = buffers;
  let why: 'device-gone' | 'failed' = 'failed';
  const watch = watchFlow();
  try {
    for (;;) {
      const { done, value } = await buffers.read();
      if (done) break;
      watch.flows();
      listener ??= createListener(value.sampleRate, tell);
      listener.add(monoOf(value));
    }
    why = 'device-gone';
  } finally {
    watch.stop();
    if (listener) listener.gone(why);
    else tell({ kind: 'gone', why });
  }
}

/** Tells the page where no sample comes for a second. */
function watchFlow(): { flows(): void; stop(): void } {
  let flowed = true;
  const timer = setInterval(() => {
    if (!flowed) tell({ kind: 'stalled' });
    flowed = false;
  }, STALLED_MS / 2);
  return {
    flows() {
      flowed = true;
    },
    stop: () => clearInterval(timer),
  };
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

/** Copied, not transferred: a buffer that is transferred to another process arrives empty. */
function connect(take: RunningTake, port: MessagePort): void {
  port.onmessage = ({ data }: MessageEvent<RefuseMessage>) => take.end(data.kind);
  take.connect({
    send(message) {
      port.postMessage(message);
    },
  });
}
