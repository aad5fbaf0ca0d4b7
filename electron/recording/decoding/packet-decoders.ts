import type { AudioCodec } from 'mediabunny';
import { openAac } from './aac.ts';
import type { OpenDecoder, PacketDecoder, TrackFacts } from './packet-decoder.ts';
import { quietly } from './quietly.ts';
import { averaged } from './sound.ts';
import { monoSamples, type WavFormat } from './wav-layout.ts';

// Each is loaded when the first file of its kind comes: they are large, and most files are none of them.
export const PACKET_DECODERS: { readonly [C in AudioCodec]?: OpenDecoder } = {
  aac: openAac,
  flac: openFlac,
  opus: openOpus,
  vorbis: openVorbis,
  mp3: openMpeg,
  'pcm-u8': pcm({ kind: 'pcm', bitDepth: 8 }),
  'pcm-s16': pcm({ kind: 'pcm', bitDepth: 16 }),
  'pcm-s24': pcm({ kind: 'pcm', bitDepth: 24 }),
  'pcm-s32': pcm({ kind: 'pcm', bitDepth: 32 }),
  'pcm-f32': pcm({ kind: 'float', bitDepth: 32 }),
  'pcm-f64': pcm({ kind: 'float', bitDepth: 64 }),
};

/** What the WebAssembly decoders of one family answer. */
interface Decoded {
  readonly channelData: Float32Array[];
  readonly samplesDecoded: number;
  readonly errors: readonly unknown[];
}

const asMono = ({ channelData, samplesDecoded, errors }: Decoded) => ({
  samples: averaged(channelData, samplesDecoded),
  broken: errors.length > 0,
});

/** Bits per sample of a FLAC stream: five bits across bytes 12 and 13 of STREAMINFO (RFC 9639, 8.2). */
export function flacBitDepth(description: Uint8Array): number {
  const at = 8 + 12;
  return ((((description[at] ?? 0) & 1) << 4) | ((description[at + 1] ?? 0) >> 4)) + 1;
}

async function openFlac({ sampleRate, description }: TrackFacts): Promise<PacketDecoder> {
  const { FLACDecoder } = await import('@wasm-audio-decoders/flac');
  const decoder = new FLACDecoder();
  await decoder.ready;
  return {
    sampleRate,
    bitDepth: flacBitDepth(description),
    decode: async (packets) => asMono(await quietly(() => decoder.decodeFrames(packets))),
    free: () => decoder.free(),
  };
}

/** The head says how many channels in how many streams, and how much to leave out at the start (RFC 7845, 5.1). */
async function openOpus({ channels, description }: TrackFacts): Promise<PacketDecoder> {
  const { OpusDecoder } = await import('opus-decoder');
  const [mapped = 0, streams = 1, coupled = 0] = description.subarray(18);
  const decoder = new OpusDecoder({
    channels,
    preSkip: (description[10] ?? 0) | ((description[11] ?? 0) << 8),
    ...(mapped !== 0 && {
      streamCount: streams,
      coupledStreamCount: coupled,
      channelMappingTable: [...description.subarray(21, 21 + channels)],
    }),
  });
  await decoder.ready;
  return {
    sampleRate: 48_000,
    bitDepth: 16,
    decode: async (packets) => asMono(quietly(() => decoder.decodeFrames(packets))),
    free: () => decoder.free(),
  };
}

/** Vorbis packets in pages of our own: the decoder takes pages only, as its parser makes them. */
async function openVorbis({ sampleRate, description }: TrackFacts): Promise<PacketDecoder> {
  const { OggVorbisDecoder } = await import('@wasm-audio-decoders/ogg-vorbis');
  const [head, , vorbisSetup] = xiphParts(description);
  if (!head || !vorbisSetup) throw new Error('the Vorbis headers are missing');
  const decoder = new OggVorbisDecoder();
  await decoder.ready;
  type OggPage = Parameters<typeof decoder.decodeOggPages>[0][number];
  const page = (data: Uint8Array, packets: Uint8Array[]) =>
    ({ data, codecFrames: packets.map((packet) => ({ data: packet, header: { vorbisSetup } })) }) as OggPage;
  await decoder.decodeOggPages([page(head, [])]);
  return {
    sampleRate,
    bitDepth: 16,
    decode: async (packets) =>
      asMono(await quietly(() => decoder.decodeOggPages([page(new Uint8Array(1), packets)]))),
    free: () => decoder.free(),
  };
}

/** Three headers in one: their number less one, the lengths of all but the last in bytes of 255, the headers. */
function xiphParts(bytes: Uint8Array): Uint8Array[] {
  const count = (bytes[0] ?? 0) + 1;
  const lengths: number[] = [];
  let at = 1;
  while (lengths.length < count - 1 && at < bytes.length) {
    let length = 0;
    while (bytes[at] === 255) length += bytes[at++] ?? 0;
    lengths.push(length + (bytes[at++] ?? 0));
  }
  const parts: Uint8Array[] = [];
  for (const length of lengths) {
    parts.push(bytes.subarray(at, at + length));
    at += length;
  }
  return [...parts, bytes.subarray(at)];
}

async function openMpeg({ sampleRate }: TrackFacts): Promise<PacketDecoder> {
  const { MPEGDecoder } = await import('mpg123-decoder');
  const decoder = new MPEGDecoder({ enableGapless: false });
  await decoder.ready;
  return {
    sampleRate,
    bitDepth: 16,
    decode: async (packets) => asMono(quietly(() => decoder.decodeFrames(packets))),
    free: () => decoder.free(),
  };
}

function pcm(kind: Pick<WavFormat, 'kind' | 'bitDepth'>): OpenDecoder {
  return async ({ sampleRate, channels }) => ({
    sampleRate,
    bitDepth: kind.bitDepth,
    decode: async (packets) => ({
      samples: monoSamples(joined(packets), { ...kind, sampleRate, channels }),
      broken: false,
    }),
    free: () => undefined,
  });
}

function joined(packets: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(packets.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const packet of packets) {
    whole.set(packet, at);
    at += packet.length;
  }
  return whole;
}
