import { fail, ok, type Result } from '../../result.ts';
import type { ByteSource } from './byte-source.ts';
import { firstMpegFrame, mpegSeconds } from './mpeg-frame.ts';
import { quietly } from './quietly.ts';
import { averaged, type Decoding, type SoundFaultCode } from './sound.ts';

const BLOCK_BYTES = 32 * 1024;
/** How far into the file the first frame is looked for: covers or other tags may stand before it. */
const LOOK_BYTES = 256 * 1024;

/**
 * MPEG audio (MP3), read block by block. The bytes go to mpg123 as they are, from `start` on, so that it sees the LAME
 * tag and leaves out what the coder added at both ends. Fails with `audio-broken` where no frame is found.
 */
export async function openMpeg(source: ByteSource, start: number): Promise<Result<Decoding, SoundFaultCode>> {
  // Loaded when the first MP3 comes: it is large, and most never need it.
  const { MPEGDecoder } = await import('mpg123-decoder');
  const decoder = new MPEGDecoder();
  await decoder.ready;
  const decode = (bytes: Uint8Array) => quietly(() => decoder.decode(bytes));
  const read = async (at: number) => decode(await source.read(at, BLOCK_BYTES));
  const notRead = (error: unknown) => {
    decoder.free();
    const detail = error instanceof Error ? error.message.slice(0, 200) : 'no MPEG frame decoded';
    return fail('audio-broken', { detail });
  };
  try {
    let at = start;
    const head = await source.read(start, BLOCK_BYTES);
    const seconds = mpegSeconds(head, source.size - start);
    let first = decode(head);
    while (first.samplesDecoded === 0 && at + BLOCK_BYTES < Math.min(source.size, start + LOOK_BYTES)) {
      at += BLOCK_BYTES;
      first = await read(at);
    }
    if (first.samplesDecoded === 0 || first.sampleRate === 0) return notRead(undefined);
    return ok({
      format: 'mp3',
      codec: 'MP3',
      // mpg123 gives two channels of everything, so the frame is asked.
      ...{ sampleRate: first.sampleRate, channels: firstMpegFrame(head)?.channels ?? 2, bitDepth: 16 },
      ...(seconds !== undefined && { seconds }),
      async *decode(skipped) {
        yield averaged(first.channelData, first.samplesDecoded);
        for (at += BLOCK_BYTES; at < source.size; at += BLOCK_BYTES) {
          const { channelData, samplesDecoded, errors } = await read(at);
          if (errors.length > 0) skipped();
          if (samplesDecoded > 0) yield averaged(channelData, samplesDecoded);
        }
      },
      close: () => decoder.free(),
    });
  } catch (error) {
    return notRead(error);
  }
}
