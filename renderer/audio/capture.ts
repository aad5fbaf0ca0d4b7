import { fail, ok, type Result } from '../../electron/result.ts';
import { isNarrowBand, type OpenDevice } from './device.ts';
import type { FromWorker, ToWorker } from './worker/messages.ts';

/** Device buffers (about 10 ms each) that may wait while the worker is held up: ten seconds. */
const MOST_BUFFERS = 1000;

/** Of the browser; TypeScript's library does not have it. */
declare class MediaStreamTrackProcessor {
  constructor(init: { track: MediaStreamTrack; maxBufferSize: number });
  readonly readable: ReadableStream<unknown>;
}

/** What an open microphone tells: what its worker hears, and that the system shut it off or opened it again. */
export type FromCapture = FromWorker | { readonly kind: 'muted' } | { readonly kind: 'unmuted' };

/** An open microphone whose sound goes to the capture worker; what each step does stands in `ToWorker`. */
export interface Capture {
  /** What it is; its rate is what comes, known from the first samples on. */
  device(sampleRate: number): OpenDevice;
  tell(message: Exclude<ToWorker, { kind: 'listen' | 'connect' }>): void;
  connect(port: MessagePort): void;
  /** Lets the microphone and the worker go at once. */
  close(): void;
}

/**
 * Opens the microphone unprocessed (echo cancellation, noise suppression and gain control off, which by default are on
 * and harm a clone), at its own rate. Its buffers go to a worker by MediaStreamTrackProcessor: of the paths measured the
 * one that loses no sample while the window draws or stalls. Fails with `microphone-denied`, `microphone-missing` or
 * `capture-failed`.
 */
export async function openCapture(
  deviceId: string | null,
  onMessage: (message: FromCapture) => void,
): Promise<Result<Capture>> {
  const opened = await openMicrophone(deviceId);
  if (!opened.ok) return opened;
  const stream = opened.value;
  const [track] = stream.getAudioTracks();
  if (!track) return fail('microphone-missing');
  const { readable } = new MediaStreamTrackProcessor({ track, maxBufferSize: MOST_BUFFERS });
  const worker = new Worker(new URL('./worker/capture-worker.ts', import.meta.url), { type: 'module' });
  const tell = (message: ToWorker, transfer: Transferable[] = []) => worker.postMessage(message, transfer);
  worker.onerror = () => onMessage({ kind: 'gone', why: 'failed' });
  worker.onmessage = ({ data }: MessageEvent<FromWorker>) => onMessage(data);
  track.onended = () => tell({ kind: 'lose' });
  track.onmute = () => onMessage({ kind: 'muted' });
  track.onunmute = () => onMessage({ kind: 'unmuted' });
  tell({ kind: 'listen', frames: readable }, [readable]);
  return ok({
    device: (sampleRate) => deviceOf(track, sampleRate),
    tell,
    connect: (port) => tell({ kind: 'connect', port }, [port]),
    close() {
      track.onended = track.onmute = track.onunmute = null;
      for (const each of stream.getTracks()) each.stop();
      worker.terminate();
    },
  });
}

function deviceOf(track: MediaStreamTrack, sampleRate: number): OpenDevice {
  const { label } = track;
  return {
    id: track.getSettings().deviceId ?? '',
    name: label || 'Microphone',
    sampleRate,
    narrowBand: isNarrowBand({ sampleRate, mostHz: track.getCapabilities().sampleRate?.max, label }),
  };
}

async function openMicrophone(deviceId: string | null): Promise<Result<MediaStream>> {
  try {
    return ok(
      await navigator.mediaDevices.getUserMedia({
        audio: {
          ...(deviceId !== null && { deviceId: { exact: deviceId } }),
          channelCount: { ideal: 1 },
          echoCancellation: false,
          noiseSuppression: false,
          autoGainControl: false,
        },
      }),
    );
  } catch (error) {
    const name = error instanceof DOMException ? error.name : 'unknown';
    if (name === 'NotAllowedError' || name === 'SecurityError') return fail('microphone-denied');
    if (name === 'NotFoundError' || name === 'OverconstrainedError') return fail('microphone-missing');
    return fail('capture-failed', { detail: name });
  }
}
