import type { PacketDecoder, TrackFacts } from './packet-decoder.ts';
import { quietly } from './quietly.ts';

/** How many rates AAC headers have an index for; the last three of sixteen are none (ISO/IEC 14496-3, table 1.18). */
const RATE_COUNT = 13;
/** Object types (ISO/IEC 14496-3, table 1.17): low complexity, and what says that SBR (HE-AAC) comes on top of it. */
const LOW_COMPLEXITY = 2;
const WITH_SBR = [5, 29];
const OTHER_KINDS: Readonly<Record<number, string>> = {
  ...{ 1: 'AAC Main', 3: 'AAC-SSR', 4: 'AAC-LTP', 23: 'AAC-LD', 39: 'AAC-ELD', 42: 'xHE-AAC' },
};
const HEADER_BYTES = 7;
/** Samples of a packet: plain, with SBR, and both of the kind that counts in 960. */
const PACKET_SAMPLES = [1024, 2048, 960, 1920];
/** Packets that are decoded a second time before each batch, so that the decoder is in step with the one before. */
const RUN_IN = 16;
const BATCH = 512;

/** What an ADTS header says of a packet. */
interface AacKind {
  readonly rateIndex: number;
  /** 1 to 7. */
  readonly channels: number;
}

/**
 * AAC (LC and HE) through FFmpeg's decoder in WebAssembly (`audio-file-decoder`). It decodes whole files only, so each
 * batch becomes a small file: every packet behind an ADTS header. Answers what it is where it cannot be decoded.
 */
export async function openAac(track: TrackFacts): Promise<PacketDecoder | string> {
  // A bare stream has its headers on its packets already.
  const kind = track.description.length > 0 ? kindOf(track.description) : undefined;
  if (typeof kind === 'string') return kind;
  const asFile = (packets: readonly Uint8Array[]) => joined(packets, kind);
  const first = await track.firstPackets(RUN_IN);
  // The decoder keeps the first packet of a file to itself, so it is given twice.
  let before = first.slice(0, 1);
  const start = asFile([...before, ...first]);
  const decodeFile = await loadDecoder(start);
  const { sampleRate, samples } = decodeFile(start);
  const perPacket = samples.length / first.length;
  if (!PACKET_SAMPLES.includes(perPacket)) throw new Error('the first AAC packets cannot be decoded');
  return {
    ...{ sampleRate, bitDepth: 16, batch: BATCH },
    async decode(packets) {
      const run = [...before, ...packets];
      before = run.slice(-RUN_IN);
      const decoded = decodeFile(asFile(run));
      const wanted = packets.length * perPacket;
      const samples = decoded.samples.slice(Math.max(0, decoded.samples.length - wanted));
      return { samples, broken: samples.length < wanted || decoded.sampleRate !== sampleRate };
    },
    free: () => undefined,
  };
}

/** The codec's own header (AudioSpecificConfig, ISO/IEC 14496-3, 1.6.2.1); a name where it is no kind that is decoded. */
function kindOf(description: Uint8Array): AacKind | string {
  let at = 0;
  const bits = (count: number) => {
    let value = 0;
    for (const end = at + count; at < end; at++)
      value = value * 2 + (((description[at >> 3] ?? 0) >> (7 - (at & 7))) & 1);
    return value;
  };
  const objectType = () => {
    const type = bits(5);
    return type === 31 ? 32 + bits(6) : type;
  };
  const rate = () => {
    const index = bits(4);
    if (index === 15) bits(24);
    return index;
  };
  let type = objectType();
  const rateIndex = rate();
  const channels = bits(4);
  if (WITH_SBR.includes(type)) {
    rate();
    type = objectType();
  }
  if (type !== LOW_COMPLEXITY) return OTHER_KINDS[type] ?? 'AAC of an unusual kind';
  if (rateIndex >= RATE_COUNT || channels < 1 || channels > 7) return 'AAC of an unusual kind';
  return { rateIndex, channels };
}

/** Packets as a file: each behind an ADTS header (ISO/IEC 13818-7, 6.2), unless it has one. */
function joined(packets: readonly Uint8Array[], kind: AacKind | undefined): Uint8Array<ArrayBuffer> {
  const head = kind ? HEADER_BYTES : 0;
  const whole = new Uint8Array(packets.reduce((sum, { length }) => sum + head + length, 0));
  let at = 0;
  for (const packet of packets) {
    if (kind) whole.set(adtsHeader(kind, HEADER_BYTES + packet.length), at);
    whole.set(packet, at + head);
    at += head + packet.length;
  }
  return whole;
}

function adtsHeader({ rateIndex, channels }: AacKind, length: number): number[] {
  const profile = LOW_COMPLEXITY - 1;
  return [
    0xff,
    0xf1,
    (profile << 6) | (rateIndex << 2) | (channels >> 2),
    ((channels & 3) << 6) | ((length >> 11) & 3),
    (length >> 3) & 0xff,
    ((length & 7) << 5) | 0x1f,
    0xfc,
  ];
}

type DecodeFile = (file: Uint8Array<ArrayBuffer>) => {
  readonly sampleRate: number;
  readonly samples: Float32Array<ArrayBuffer>;
};

/**
 * The decoder. It throws at what it cannot decode, and here already where it cannot decode `sample`, which it wants to see
 * first.
 */
async function loadDecoder(sample: Uint8Array<ArrayBuffer>): Promise<DecodeFile> {
  const [{ AudioDecoder, getAudioDecoder }, { default: wasm }] = await Promise.all([
    import('audio-file-decoder'),
    import('audio-file-decoder/decode-audio.wasm?inline'),
  ]);
  const first = await withoutNewHandlers(() => quietly(() => getAudioDecoder(wasm, sample.buffer)));
  // Otherwise the package compiles its module anew for each file.
  const module: unknown = Reflect.get(first, '_module');
  first.dispose();
  return (bytes) => {
    const decoder = new AudioDecoder(module, bytes.buffer);
    try {
      const samples = new Float32Array(decoder.decodeAudioData(0, -1));
      return { sampleRate: decoder.sampleRate, samples };
    } finally {
      decoder.dispose();
    }
  };
}

/** The package has every error nobody caught thrown again; that is for this program to say. */
async function withoutNewHandlers<T>(load: () => Promise<T>): Promise<T> {
  const events = ['uncaughtException', 'unhandledRejection'] as const;
  const before = events.map((event) => new Set(process.rawListeners(event)));
  try {
    return await load();
  } finally {
    events.forEach((event, i) => {
      for (const listener of process.rawListeners(event))
        if (!before[i]?.has(listener)) process.removeListener(event, listener as () => void);
    });
  }
}
