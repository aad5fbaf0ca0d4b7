import { open, stat } from 'node:fs/promises';
import { type WriteFaultCode, writeFault } from '../../disk/write-fault.ts';
import { fail, ok, type Result } from '../../result.ts';
import type { ModelFaultCode, ModelRelease } from './model.ts';

/** A connection over which nothing comes for so long is given up, in milliseconds. */
const SILENCE_MS = 30_000;

/**
 * Downloads an archive to `path`, going on where an earlier try broke off. What is there stays after a failure, for the next
 * try. Fails with `model-download-failed` (also when `signal` fires) and as the disk refuses.
 */
export async function downloadModel(options: {
  release: Pick<ModelRelease, 'url' | 'bytes'>;
  path: string;
  fetch: typeof globalThis.fetch;
  signal: AbortSignal;
  onBytes: (bytes: number) => void;
}): Promise<Result<void, ModelFaultCode | WriteFaultCode>> {
  const { release, path, fetch, signal, onBytes } = options;
  const there = await stat(path).then(
    ({ size }) => size,
    () => 0,
  );
  if (there === release.bytes) return ok(undefined);
  const from = there < release.bytes ? there : 0;
  const silence = new AbortController();
  let timer = setTimeout(() => silence.abort(), SILENCE_MS);
  try {
    const response = await fetch(release.url, {
      headers: from > 0 ? { Range: `bytes=${from}-` } : {},
      signal: AbortSignal.any([signal, silence.signal]),
    });
    const goesOn = response.status === 206;
    if (!response.ok || !response.body)
      return fail('model-download-failed', { detail: `the server answered ${response.status}` });
    const parts = (async function* () {
      for await (const part of response.body ?? []) {
        clearTimeout(timer);
        timer = setTimeout(() => silence.abort(), SILENCE_MS);
        yield part;
      }
    })();
    const written = await append(path, { parts, from: goesOn ? from : 0, most: release.bytes, onBytes });
    if (!written.ok || written.value === release.bytes) return written.ok ? ok(undefined) : written;
    return fail('model-download-failed', { detail: `${written.value} of ${release.bytes} bytes came` });
  } catch (error) {
    const why = signal.aborted ? 'stopped' : silence.signal.aborted ? 'nothing came' : networkReason(error);
    return fail('model-download-failed', { detail: why });
  } finally {
    clearTimeout(timer);
  }
}

/** Writes what comes behind the first `from` bytes of a file; answers its length. The network's failures are thrown. */
async function append(
  path: string,
  options: {
    parts: AsyncIterable<Uint8Array>;
    from: number;
    most: number;
    onBytes: (bytes: number) => void;
  },
): Promise<Result<number, WriteFaultCode>> {
  const { parts, from, most, onBytes } = options;
  const file = await open(path, from > 0 ? 'r+' : 'w').catch((error: unknown) => writeFault(error));
  if ('ok' in file) return file;
  let at = from;
  try {
    for await (const part of parts) {
      const room = part.subarray(0, most - at);
      const refused = await file.write(room, 0, room.length, at).then(() => undefined, writeFault);
      if (refused) return refused;
      at += room.length;
      onBytes(at);
      if (room.length < part.length) break;
    }
    return ok(at);
  } finally {
    await file.close();
  }
}

/** What the network said, without the address: a link may carry more than its name. */
function networkReason(error: unknown): string {
  const cause = error instanceof Error ? error.cause : undefined;
  return cause instanceof Error && 'code' in cause ? String(cause.code) : 'there was no connection';
}
