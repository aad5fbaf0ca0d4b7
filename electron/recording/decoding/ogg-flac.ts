import { fail, ok, type Result } from '../../result.ts';
import type { ByteSource } from './byte-source.ts';
import { flacBitDepth } from './packet-decoders.ts';
import { quietly } from './quietly.ts';
import { averaged, type Decoding, type SoundFaultCode } from './sound.ts';

const BLOCK_BYTES = 64 * 1024;
/** Where the first packet begins: behind the page's 27 bytes and its one segment's length (RFC 3533, 6). */
const FIRST_PACKET = 28;
/** Where STREAMINFO begins in it (xiph.org, "Ogg FLAC mapping"): behind `\x7fFLAC`, version, count, `fLaC`, header. */
const STREAM_INFO = FIRST_PACKET + 17;
const MAPPING = '\x7fFLAC';
/** How the first packets of what else people have in an Ogg begin. */
const OTHERS: readonly (readonly [start: string, name: string])[] = [
  ['Speex   ', 'Speex'],
  ['\x80theora', 'Theora'],
  ['PCM     ', 'PCM'],
];

/**
 * FLAC in Ogg, which mediabunny does not know: the decoder's own parser finds its packets. Fails with
 * `format-not-supported` for anything else (facts: `format`), with `not-audio` where it is not known what it is.
 */
export async function openOggFlac(source: ByteSource): Promise<Result<Decoding, SoundFaultCode>> {
  const head = await source.read(0, STREAM_INFO + 34);
  const word = (length: number) => String.fromCharCode(...head.subarray(FIRST_PACKET, FIRST_PACKET + length));
  if (word(MAPPING.length) !== MAPPING) {
    const other = OTHERS.find(([start]) => word(start.length) === start);
    return other
      ? fail('format-not-supported', { facts: { format: `${other[1]} in Ogg` } })
      : fail('not-audio', { detail: 'there is no sound track in it' });
  }
  const at = (i: number) => head[STREAM_INFO + i] ?? 0;
  // STREAMINFO (RFC 9639, 8.2): 20 bits of rate, 3 of channels less one, 5 of depth less one.
  const sampleRate = (at(10) << 12) | (at(11) << 4) | (at(12) >> 4);
  const samples = await lastGranule(source);
  if (sampleRate === 0) return fail('audio-broken', { detail: 'a rate of 0 Hz' });
  const { FLACDecoder } = await import('@wasm-audio-decoders/flac');
  const decoder = new FLACDecoder();
  await decoder.ready;
  return ok({
    ...{ format: 'ogg', codec: 'FLAC', sampleRate, channels: ((at(12) >> 1) & 7) + 1 },
    bitDepth: flacBitDepth(head.subarray(STREAM_INFO - 8)),
    ...(samples > 0 && { seconds: samples / sampleRate }),
    async *decode(skipped) {
      for (let from = 0; from < source.size + BLOCK_BYTES; from += BLOCK_BYTES) {
        const bytes = await source.read(from, BLOCK_BYTES);
        const { channelData, samplesDecoded, errors } = await quietly(() =>
          bytes.length > 0 ? decoder.decode(bytes) : decoder.flush(),
        );
        if (errors.length > 0) skipped();
        if (samplesDecoded > 0) yield averaged(channelData, samplesDecoded);
      }
    },
    close: () => decoder.free(),
  });
}

/** How many samples there are up to the last page, as it says itself (RFC 3533, 6); 0 where it cannot be found. */
async function lastGranule(source: ByteSource): Promise<number> {
  const tail = await source.read(Math.max(0, source.size - BLOCK_BYTES), BLOCK_BYTES);
  const at = Buffer.from(tail.buffer, tail.byteOffset, tail.length).lastIndexOf('OggS');
  if (at < 0 || at + 14 > tail.length) return 0;
  return Number(new DataView(tail.buffer, tail.byteOffset).getBigInt64(at + 6, true));
}
