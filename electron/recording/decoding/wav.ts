import { ok, type Result } from '../../result.ts';
import type { ByteSource } from './byte-source.ts';
import type { Decoding } from './sound.ts';
import { frameBytes, monoSamples, type WavFault, walkWav } from './wav-layout.ts';

/** About how much is read at a time, in bytes. */
const BLOCK_BYTES = 256 * 1024;

/** A WAV of any length, read block by block. Fails as `decodeWav`. */
export async function openWav(source: ByteSource): Promise<Result<Decoding, WavFault>> {
  const walk = walkWav(source.size);
  let step = walk.next();
  while (!step.done) step = walk.next(await source.read(step.value.at, step.value.length));
  if (!step.value.ok) return step.value;
  const { at, length, format } = step.value.value;
  const frame = frameBytes(format);
  const end = at + length - (length % frame);
  const blockBytes = Math.max(1, Math.floor(BLOCK_BYTES / frame)) * frame;
  return ok({
    format: 'wav',
    codec: format.kind === 'float' ? 'PCM (float)' : 'PCM',
    sampleRate: format.sampleRate,
    channels: format.channels,
    bitDepth: format.bitDepth,
    seconds: length / frame / format.sampleRate,
    async *decode() {
      for (let from = at; from < end; from += blockBytes)
        yield monoSamples(await source.read(from, Math.min(blockBytes, end - from)), format);
    },
  });
}
