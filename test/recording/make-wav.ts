/** A WAV as another program might write it, chunk by chunk. */
export interface OddWav {
  /** 1 PCM, 3 float, 0xfffe extensible. */
  readonly tag?: number;
  /** The tag inside an extensible format. */
  readonly subTag?: number;
  readonly channels?: number;
  readonly sampleRate?: number;
  readonly bits: number;
  readonly data: Uint8Array;
  /** What the data chunk says of its length; default the truth. */
  readonly dataSize?: number;
  /** Chunks before the format, between it and the data, and after the data. */
  readonly first?: readonly Chunk[];
  readonly between?: readonly Chunk[];
  readonly after?: readonly Chunk[];
}

export interface Chunk {
  readonly id: string;
  readonly body: Uint8Array;
  /** Default: the length of the body. */
  readonly size?: number;
}

/** The bytes of such a file. */
export function makeWav(odd: OddWav): Uint8Array<ArrayBuffer> {
  const { data, dataSize = data.length, first = [], between = [], after = [] } = odd;
  const chunks: Chunk[] = [
    ...first,
    { id: 'fmt ', body: format(odd) },
    ...between,
    { id: 'data', body: data, size: dataSize },
    ...after,
  ];
  const bytes = chunks.flatMap(({ id, body, size = body.length }) => [
    ...Buffer.from(id, 'latin1'),
    ...u32(size),
    ...body,
    ...(body.length % 2 ? [0] : []),
  ]);
  return Uint8Array.from([
    ...Buffer.from('RIFF'),
    ...u32(bytes.length + 4),
    ...Buffer.from('WAVE'),
    ...bytes,
  ]);
}

function format({ tag = 1, subTag, channels = 1, sampleRate = 16_000, bits }: OddWav): Uint8Array {
  const align = (channels * bits) / 8;
  const plain = [...u16(tag), ...u16(channels), ...u32(sampleRate), ...u32(sampleRate * align)];
  const rest = [...u16(align), ...u16(bits)];
  const more = subTag === undefined ? [] : [...u16(22), ...u16(bits), ...u32(4), ...u16(subTag)];
  const guid = subTag === undefined ? [] : [0, 0, 0, 0, 0x10, 0, 0x80, 0, 0, 0xaa, 0, 0x38, 0x9b, 0x71];
  return Uint8Array.from([...plain, ...rest, ...more, ...guid]);
}

/** Little-endian bytes of numbers, written by `set`. */
export function bytesOf(
  count: number,
  step: number,
  set: (view: DataView, at: number, i: number) => void,
): Uint8Array {
  const view = new DataView(new ArrayBuffer(count * step));
  for (let i = 0; i < count; i++) set(view, i * step, i);
  return new Uint8Array(view.buffer);
}

const u16 = (value: number) => [value & 255, (value >>> 8) & 255];
const u32 = (value: number) => [...u16(value & 0xffff), ...u16(value >>> 16)];
