import { fail, ok, type Result } from '../../result.ts';

export interface WavFormat {
  readonly kind: 'pcm' | 'float';
  readonly channels: number;
  /** Hz. */
  readonly sampleRate: number;
  /** 8, 16, 24 or 32; 32 or 64 for float. */
  readonly bitDepth: number;
}

/** Where the sound of a WAV lies, in bytes, and how it is written. */
export interface WavLayout {
  readonly at: number;
  readonly length: number;
  readonly format: WavFormat;
}

export type WavFault = 'not-audio' | 'audio-broken' | 'format-not-supported';

/** A wish for `length` bytes from `at`; answered with them, or with fewer at the end of the file. */
export interface Wish {
  readonly at: number;
  readonly length: number;
}

const MAX_SAMPLE_RATE = 768_000;
const MAX_CHANNELS = 64;
/** More are no sound file any more, and each costs a read. */
const MAX_CHUNKS = 10_000;
/** What the format tags mean that people do have (RFC 2361); what they are called. */
const OTHER_TAGS: Readonly<Record<number, string>> = {
  2: 'ADPCM',
  6: 'A-law',
  7: 'µ-law',
  17: 'IMA ADPCM',
  49: 'GSM',
  80: 'MPEG audio',
  85: 'MP3',
  255: 'AAC',
  8192: 'AC-3',
};

/**
 * Walks through the chunks of a RIFF, RF64 (EBU Tech 3306), BW64 or Wave64 file up to its sound, asking for one piece
 * at a time, so that the same walk serves bytes in memory and a file on disk. Chunks may stand in any order but the sound
 * behind its format. A length of 0 or 0xFFFFFFFF, or one past the end (a stream, a cut file), means "to the end".
 */
export function* walkWav(size: number): Generator<Wish, Result<WavLayout, WavFault>, Uint8Array> {
  const first = yield { at: 0, length: 40 };
  const form = formOf(first);
  if (!form) return fail('not-audio');
  let format: WavFormat | undefined;
  let longLength: number | undefined;
  let at = form.first;
  for (let count = 0; count < MAX_CHUNKS && at + form.header <= size; count++) {
    const head = form.read(yield { at, length: form.header });
    const body = at + form.header;
    const rest = size - body;
    if (head.id === 'fmt ') {
      const read = readFormat(yield { at: body, length: Math.min(head.length, rest, 64) });
      if (!read.ok) return read;
      format = read.value;
    } else if (head.id === 'ds64') {
      const sizes = viewOf(yield { at: body, length: 16 });
      if (sizes.byteLength === 16) longLength = Number(sizes.getBigUint64(8, true));
    } else if (head.id === 'data') {
      if (!format) return fail('audio-broken', { detail: 'the data comes before the format' });
      const said = head.length === 0xffffffff && longLength ? longLength : head.length;
      return ok({ at: body, length: said === 0 || said > rest ? Math.max(0, rest) : said, format });
    }
    at = form.next(body, head.length);
  }
  return fail('audio-broken', { detail: 'there is no sound in the file' });
}

interface Form {
  /** Where the first chunk begins. */
  readonly first: number;
  /** Length of a chunk's own header. */
  readonly header: number;
  /** `length` is that of what follows the header. */
  read(header: Uint8Array): { readonly id: string; readonly length: number };
  next(body: number, length: number): number;
}

const riff: Form = {
  first: 12,
  header: 8,
  read: (bytes) => ({ id: word(bytes, 0), length: viewOf(bytes).getUint32(4, true) }),
  next: (body, length) => body + length + (length % 2),
};

/** Sonic Foundry's Wave64: chunks are named by GUIDs whose first four bytes are the word, their lengths have 64 bits. */
const wave64: Form = {
  first: 40,
  header: 24,
  read: (bytes) => ({
    id: word(bytes, 0),
    length: Math.max(0, Number(viewOf(bytes).getBigUint64(16, true)) - 24),
  }),
  next: (body, length) => body + Math.ceil(length / 8) * 8,
};

function formOf(first: Uint8Array): Form | undefined {
  const start = word(first, 0);
  if (first.length >= 12 && ['RIFF', 'RF64', 'BW64'].includes(start) && word(first, 8) === 'WAVE')
    return riff;
  return first.length >= 40 && start === 'riff' && word(first, 24) === 'wave' ? wave64 : undefined;
}

function word(bytes: Uint8Array, at: number): string {
  return String.fromCharCode(...bytes.subarray(at, at + 4));
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function readFormat(bytes: Uint8Array): Result<WavFormat, WavFault> {
  if (bytes.length < 16) return fail('audio-broken', { detail: 'the format is cut short' });
  const view = viewOf(bytes);
  const plainTag = view.getUint16(0, true);
  // WAVE_FORMAT_EXTENSIBLE keeps the real tag in the first two bytes of its sub-format.
  const tag = plainTag === 0xfffe && bytes.length >= 26 ? view.getUint16(24, true) : plainTag;
  const channels = view.getUint16(2, true);
  const sampleRate = view.getUint32(4, true);
  const bitDepth = view.getUint16(14, true);
  const other = OTHER_TAGS[tag];
  if (other) return fail('format-not-supported', { facts: { format: `${other} in WAV` } });
  const kind = tag === 1 ? 'pcm' : tag === 3 ? 'float' : undefined;
  const depths = kind === 'float' ? [32, 64] : [8, 16, 24, 32];
  if (!kind || !depths.includes(bitDepth))
    return fail('audio-broken', { detail: `WAV of format ${tag} with ${bitDepth} bits is not supported` });
  if (channels < 1 || channels > MAX_CHANNELS || sampleRate < 1 || sampleRate > MAX_SAMPLE_RATE)
    return fail('audio-broken', { detail: `${channels} channels at ${sampleRate} Hz` });
  return ok({ kind, channels, sampleRate, bitDepth });
}

/** Bytes of one sample of all channels. */
export function frameBytes({ bitDepth, channels }: WavFormat): number {
  return (bitDepth / 8) * channels;
}

/** The samples in `bytes` (whole ones only) as mono, −1…1: more channels are averaged. */
export function monoSamples(bytes: Uint8Array, format: WavFormat): Float32Array<ArrayBuffer> {
  const step = format.bitDepth / 8;
  const read = sampleReader(viewOf(bytes), format);
  const samples = new Float32Array(Math.floor(bytes.length / frameBytes(format)));
  for (let i = 0, at = 0; i < samples.length; i++) {
    let sum = 0;
    for (let c = 0; c < format.channels; c++, at += step) sum += read(at);
    samples[i] = sum / format.channels;
  }
  return samples;
}

function sampleReader(view: DataView, { kind, bitDepth }: WavFormat): (at: number) => number {
  if (kind === 'float')
    return bitDepth === 32 ? (at) => view.getFloat32(at, true) : (at) => view.getFloat64(at, true);
  switch (bitDepth) {
    case 8:
      return (at) => (view.getUint8(at) - 128) / 128;
    case 16:
      return (at) => view.getInt16(at, true) / 32768;
    case 24:
      return (at) => (view.getUint16(at, true) + (view.getInt8(at + 2) << 16)) / 8388608;
    default:
      return (at) => view.getInt32(at, true) / 2147483648;
  }
}
