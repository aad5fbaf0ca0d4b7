/** Kilobits a second by index, for MPEG-1 and for MPEG-2/2.5, layers I to III (ISO/IEC 11172-3 and 13818-3, 2.4.2.3). */
const BIT_RATES: readonly (readonly number[])[] = [
  [0, 32, 64, 96, 128, 160, 192, 224, 256, 288, 320, 352, 384, 416, 448],
  [0, 32, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 384],
  [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320],
  [0, 32, 48, 56, 64, 80, 96, 112, 128, 144, 160, 176, 192, 224, 256],
  [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160],
];
const RATES = [44_100, 48_000, 32_000];

interface MpegFrame {
  /** Where it begins in the bytes given. */
  readonly at: number;
  readonly channels: 1 | 2;
  readonly sampleRate: number;
  readonly samples: number;
  /** Bits a second; 0 where it is "free". */
  readonly bitRate: number;
  /** Bytes of side information behind the four of the header, before which LAME's tag cannot stand. */
  readonly sideBytes: number;
}

/** The first MPEG audio frame in `bytes`; undefined where there is none. */
export function firstMpegFrame(bytes: Uint8Array): MpegFrame | undefined {
  for (let at = 0; at + 4 <= bytes.length; at++) {
    if (bytes[at] !== 0xff) continue;
    const frame = readHeader(bytes, at);
    if (frame) return frame;
  }
  return undefined;
}

function readHeader(bytes: Uint8Array, at: number): MpegFrame | undefined {
  const [b = 0, c = 0, d = 0] = bytes.subarray(at + 1, at + 4);
  const version = (b >> 3) & 3;
  const layer = 4 - ((b >> 1) & 3);
  const rate = RATES[(c >> 2) & 3];
  if ((b & 0xe0) !== 0xe0 || version === 1 || layer === 4 || c >> 4 === 15 || !rate) return undefined;
  const isFirst = version === 3;
  const channels = d >> 6 === 3 ? 1 : 2;
  const table = isFirst ? layer - 1 : layer === 1 ? 3 : 4;
  const side = isFirst ? [17, 32] : [9, 17];
  return {
    at,
    channels,
    sampleRate: rate / (isFirst ? 1 : version === 2 ? 2 : 4),
    samples: layer === 1 ? 384 : layer === 3 && !isFirst ? 576 : 1152,
    bitRate: (BIT_RATES[table]?.[c >> 4] ?? 0) * 1000,
    sideBytes: side[channels - 1] ?? 0,
  };
}

/**
 * Length in seconds of MPEG audio of `size` bytes that begins with `bytes`: as the Xing or Info tag of the first frame
 * says, without what LAME added at both ends, else as it follows from the bit rate.
 */
export function mpegSeconds(bytes: Uint8Array, size: number): number | undefined {
  const frame = firstMpegFrame(bytes);
  if (!frame) return undefined;
  const tag = frame.at + 4 + frame.sideBytes;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const word = String.fromCharCode(...bytes.subarray(tag, tag + 4));
  if ((word === 'Xing' || word === 'Info') && tag + 12 <= bytes.length && view.getUint32(tag + 4) & 1) {
    const samples = view.getUint32(tag + 8) * frame.samples;
    return Math.max(0, samples - lameExtra(bytes, tag)) / frame.sampleRate;
  }
  return frame.bitRate > 0 ? (size - frame.at) / (frame.bitRate / 8) : undefined;
}

/** Samples that LAME added: twelve bits each for start and end, 141 bytes into the tag. */
function lameExtra(bytes: Uint8Array, tag: number): number {
  const [a = 0, b = 0, c = 0] = bytes.subarray(tag + 141, tag + 144);
  return ((a << 4) | (b >> 4)) + (((b & 15) << 8) | c);
}
