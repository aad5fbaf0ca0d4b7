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
import type { ByteSource } from './byte-source.ts';
import { PACKET_DECODERS, type PacketDecoder } from './packet-decoders.ts';
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

/** No piece of a real sound file is larger; a damaged one can ask for anything. */
const LARGEST_READ = 32 * 1024 * 1024;
const CACHE_BYTES = 4 * 1024 * 1024;
/** How many packets are decoded at a time, and how many bytes at most. */
const BATCH_PACKETS = 32;
const BATCH_BYTES = 1024 * 1024;

/**
 * A sound in a container: its packets are found by mediabunny and decoded one by one. Fails with `not-audio` where there is no sound in it, `format-not-supported` where it is coded in another way
 * (facts: `format`, such as "AC-3 in MP4"), `audio-broken` where it cannot be read.
 */
export async function openPackets(
  source: ByteSource,
  container: Container,
): Promise<Result<Decoding, SoundFaultCode>> {
  const input = new Input({ source: readFrom(source), formats: [...CONTAINERS[container]] });
  try {
    const track = await input.getPrimaryAudioTrack();
    if (!track) return await refuse(input, fail('not-audio', { detail: 'there is no sound track in it' }));
    const codec = await track.getCodec();
    const open = codec && PACKET_DECODERS[codec];
    if (!open) {
      const name = `${await codecName(track)} in ${CONTAINER_NAMES[container]}`;
      return await refuse(input, fail('format-not-supported', { facts: { format: name } }));
    }
    const config = await track.getDecoderConfig();
    const [sampleRate, channels] = [await track.getSampleRate(), await track.getNumberOfChannels()];
    const decoder = await open({ sampleRate, channels, description: bytesOf(config?.description) });
    return ok({
      format: container,
      codec: codec.toUpperCase(),
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

function readFrom(source: ByteSource): CustomSource {
  return new CustomSource({
    getSize: () => source.size,
    read: (start, end) => {
      if (end - start > LARGEST_READ) throw new Error(`a piece of ${end - start} bytes was asked for`);
      return source.read(start, end - start);
    },
    maxCacheSize: CACHE_BYTES,
    // A read that nobody waits for any more; the next one meets the same.
    handleUnhandledError: () => undefined,
  });
}

async function codecName(track: InputAudioTrack): Promise<string> {
  const codec = (await track.getCodec()) ?? (await track.getInternalCodecId());
  const names: Readonly<Record<string, string>> = { ac3: 'AC-3', eac3: 'E-AC-3', dts: 'DTS', alac: 'ALAC' };
  const name = typeof codec === 'string' ? codec.replace(/^A_/, '') : 'sound of an unknown kind';
  return names[name] ?? name.toUpperCase();
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
  for await (const batch of batches(new EncodedPacketSink(track).packets())) {
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

async function* batches(packets: AsyncIterable<EncodedPacket>): AsyncGenerator<EncodedPacket[], void> {
  let batch: EncodedPacket[] = [];
  let bytes = 0;
  for await (const packet of packets) {
    batch.push(packet);
    bytes += packet.data.length;
    if (batch.length < BATCH_PACKETS && bytes < BATCH_BYTES) continue;
    yield batch;
    batch = [];
    bytes = 0;
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
