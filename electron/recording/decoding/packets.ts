import {
  ADTS,
  CustomSource,
  type EncodedPacket,
  EncodedPacketSink,
  FLAC,
  Input,
  type InputAudioTrack,
  type InputFormat,
  MATROSKA,
  MP4,
  OGG,
  QTFF,
  WEBM,
} from 'mediabunny';
import { fail, ok, type Result } from '../../result.ts';
import { boundedSource } from './bounded-source.ts';
import type { ByteSource } from './byte-source.ts';
import type { PacketDecoder, TrackFacts } from './packet-decoder.ts';
import { PACKET_DECODERS } from './packet-decoders.ts';
import type { SoundFormat } from './sniff.ts';
import type { Decoding, SoundFaultCode } from './sound.ts';

/** A format whose sound lies in packets. */
export type Container = Exclude<SoundFormat, 'wav' | 'mp3'>;

const CONTAINERS: Readonly<Record<Container, readonly InputFormat[]>> = {
  mp4: [MP4, QTFF],
  flac: [FLAC],
  ogg: [OGG],
  webm: [WEBM, MATROSKA],
  aac: [ADTS],
};
const CONTAINER_NAMES: Readonly<Record<Container, string>> = {
  mp4: 'MP4',
  flac: 'FLAC',
  ogg: 'Ogg',
  webm: 'Matroska',
  aac: 'ADTS',
};

/** How many packets are decoded at a time unless a decoder wants more, and how many bytes at most. */
const BATCH_PACKETS = 32;
const BATCH_BYTES = 1024 * 1024;

/**
 * A sound in a container: its packets are found by mediabunny and decoded one by one. Fails with `not-audio` where there
 * is no sound in it, `format-not-supported` where it is coded in another way (facts: `format`, such as "AC-3 in MP4"),
 * `audio-broken` where it cannot be read.
 */
export async function openPackets(
  source: ByteSource,
  container: Container,
): Promise<Result<Decoding, SoundFaultCode>> {
  const input = new Input({ source: readFrom(source), formats: [...CONTAINERS[container]] });
  try {
    const track = await input.getPrimaryAudioTrack();
    if (!track) return await refuse(input, await withoutTrack(source, container));
    const codec = await track.getCodec();
    const name = await codecName(track);
    const open = codec && PACKET_DECODERS[codec];
    const decoder = open ? await open(await factsOf(track)) : name;
    if (typeof decoder === 'string') {
      const format = `${decoder} in ${CONTAINER_NAMES[container]}`;
      return await refuse(input, fail('format-not-supported', { facts: { format } }));
    }
    const channels = await track.getNumberOfChannels();
    return ok({
      format: container,
      codec: name,
      ...{ sampleRate: decoder.sampleRate, channels, bitDepth: decoder.bitDepth },
      ...(await knownSeconds(track)),
      decode: (skipped) => decodePackets({ track, decoder, skipped, exactEnd: container !== 'webm' }),
      close() {
        decoder.free();
        input.dispose();
      },
    });
  } catch (error) {
    return refuse(input, fail('audio-broken', { detail: wordsOf(error) }));
  }
}

async function refuse<T>(input: Input, why: T): Promise<T> {
  input.dispose();
  return why;
}

/** Without a cache of its own every step is a read, so that what goes round in circles is noticed. */
function readFrom(source: ByteSource): CustomSource {
  const bounded = boundedSource(source);
  return new CustomSource({
    getSize: () => source.size,
    read: (start, end) => bounded.read(start, end - start),
    maxCacheSize: 0,
    // A read that nobody waits for any more; the next one meets the same.
    handleUnhandledError: () => undefined,
  });
}

/** FLAC in Ogg is one that mediabunny does not see. */
async function withoutTrack(source: ByteSource, container: Container) {
  if (container !== 'ogg') return fail('not-audio', { detail: 'there is no sound track in it' });
  const { openOggFlac } = await import('./ogg-flac.ts');
  return openOggFlac(source);
}

async function factsOf(track: InputAudioTrack): Promise<TrackFacts> {
  const config = await track.getDecoderConfig();
  return {
    sampleRate: await track.getSampleRate(),
    channels: await track.getNumberOfChannels(),
    description: bytesOf(config?.description),
    async firstPackets(count) {
      const packets: Uint8Array[] = [];
      for await (const { data } of new EncodedPacketSink(track).packets()) {
        packets.push(data);
        if (packets.length >= count) break;
      }
      return packets;
    },
  };
}

/** How people call the codings; another is called as its container calls it. */
const CODEC_NAMES: Readonly<Record<string, string>> = {
  ...{ aac: 'AAC', opus: 'Opus', vorbis: 'Vorbis', flac: 'FLAC', mp3: 'MP3', alac: 'ALAC' },
  ...{ ac3: 'AC-3', eac3: 'E-AC-3', dts: 'DTS' },
};

async function codecName(track: InputAudioTrack): Promise<string> {
  const codec = (await track.getCodec()) ?? (await track.getInternalCodecId());
  if (typeof codec !== 'string') return 'sound of an unknown kind';
  if (codec.startsWith('pcm')) return 'PCM';
  return (
    CODEC_NAMES[codec] ??
    codec
      .replace(/^A_/, '')
      .replace(/[^\w/-]/g, '')
      .slice(0, 20)
  );
}

async function knownSeconds(track: InputAudioTrack): Promise<{ readonly seconds?: number }> {
  const seconds = (await track.getDurationFromMetadata()) ?? (await track.computeDuration());
  return Number.isFinite(seconds) && seconds > 0 ? { seconds } : {};
}

/**
 * Decodes packet by packet. Samples before the time 0 are the coder's run-in and are left out; so is what the last packet
 * decodes to beyond its own duration, where the container is exact about it (Matroska counts in milliseconds).
 */
async function* decodePackets(parts: {
  track: InputAudioTrack;
  decoder: PacketDecoder;
  skipped: () => void;
  exactEnd: boolean;
}): AsyncGenerator<Float32Array<ArrayBuffer>, void> {
  const { track, decoder, skipped, exactEnd } = parts;
  const atRate = (seconds: number) => Math.round(seconds * decoder.sampleRate);
  let runIn: number | undefined;
  let given = 0;
  let end = 0;
  let held: Float32Array<ArrayBuffer> | undefined;
  const packets = new EncodedPacketSink(track).packets();
  for await (const batch of batches(packets, { most: decoder.batch, skipped })) {
    const [first, last] = [batch[0], batch.at(-1)];
    if (!first || !last) continue;
    runIn ??= Math.max(0, -atRate(first.timestamp));
    end = atRate(last.timestamp + last.duration);
    const decoded = await decodeBatch(batch, decoder);
    if (decoded.broken) skipped();
    const left = Math.min(runIn, decoded.samples.length);
    runIn -= left;
    if (held) yield held;
    held = decoded.samples.subarray(left);
    given += held.length;
  }
  if (!held) return;
  const tooMany = exactEnd ? Math.max(0, given - end) : 0;
  if (tooMany < held.length) yield held.subarray(0, held.length - tooMany);
}

/** Where no more packets can be found, what was found before is still given. */
async function* batches(
  packets: AsyncIterable<EncodedPacket>,
  { most = BATCH_PACKETS, skipped }: { most: number | undefined; skipped: () => void },
): AsyncGenerator<EncodedPacket[], void> {
  let batch: EncodedPacket[] = [];
  let bytes = 0;
  let found = 0;
  try {
    for await (const packet of packets) {
      found++;
      batch.push(packet);
      bytes += packet.data.length;
      if (batch.length < most && bytes < BATCH_BYTES) continue;
      yield batch;
      batch = [];
      bytes = 0;
    }
  } catch (error) {
    if (found === 0) throw error;
    skipped();
  }
  if (batch.length > 0) yield batch;
}

/** One that throws (memory outside JavaScript run over by a damaged packet) costs the batch and no more. */
async function decodeBatch(batch: readonly EncodedPacket[], decoder: PacketDecoder) {
  try {
    return await decoder.decode(batch.map(({ data }) => data));
  } catch {
    return { samples: new Float32Array(0), broken: true };
  }
}

function bytesOf(description: ArrayBufferView | ArrayBufferLike | undefined): Uint8Array {
  if (!description) return new Uint8Array(0);
  return ArrayBuffer.isView(description)
    ? new Uint8Array(description.buffer, description.byteOffset, description.byteLength)
    : new Uint8Array(description);
}

function wordsOf(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).slice(0, 200);
}
