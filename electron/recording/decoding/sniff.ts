/** What Timbre can decode. `wav` stands for RIFF, RF64, BW64 and Wave64; `mp4` for M4A and QuickTime too. */
export type SoundFormat = 'wav' | 'mp3' | 'aac' | 'mp4' | 'flac' | 'ogg' | 'webm';

/** How many first bytes `sniff` wants to see. */
export const SNIFF_BYTES = 64;

export type Sniffed =
  | { readonly is: 'format'; readonly format: SoundFormat }
  /** Known by its first bytes, but not decoded here. */
  | { readonly is: 'foreign'; readonly name: string }
  /** An ID3 tag: what it is stands behind it, at this offset. */
  | { readonly is: 'tagged'; readonly next: number }
  | { readonly is: 'unknown' };

const format = (name: SoundFormat): Sniffed => ({ is: 'format', format: name });
const foreign = (name: string): Sniffed => ({ is: 'foreign', name });

const WAVE64 = 'riff\x2e\x91\xcf\x11';
const MP4_BOXES = ['ftyp', 'moov', 'mdat', 'wide', 'free', 'skip'];
/** First bytes of what people do have lying about, and what to call it. */
const FOREIGN: readonly (readonly [start: string, name: string])[] = [
  ['#!AMR', 'AMR'],
  ['caff', 'Core Audio (CAF)'],
  ['\x30\x26\xb2\x75\x8e\x66\xcf\x11', 'Windows Media (WMA)'],
  ['MThd', 'MIDI'],
  ['MAC ', 'Monkey’s Audio'],
  ['wvPk', 'WavPack'],
  ['.snd', 'AU'],
  ['DSD ', 'DSD'],
  ['ADIF', 'AAC (ADIF)'],
  ['\x0b\x77', 'AC-3'],
  ['\x7f\xfe\x80\x01', 'DTS'],
  ['FLV', 'Flash Video'],
  ['OFR ', 'OptimFROG'],
  ['TTA1', 'True Audio'],
];

/** Judges by the first bytes and never by a name; `bytes` are the first `SNIFF_BYTES`, or all there are. */
export function sniff(bytes: Uint8Array): Sniffed {
  const word = (at: number, length = 4) => String.fromCharCode(...bytes.subarray(at, at + length));
  const start = word(0);
  if (['RIFF', 'RF64', 'BW64'].includes(start)) {
    const kind = word(8);
    return kind === 'WAVE' ? format('wav') : kind === 'AVI ' ? foreign('AVI') : { is: 'unknown' };
  }
  if (word(0, 8) === WAVE64) return format('wav');
  if (start === 'FORM' && word(8, 3) === 'AIF') return foreign('AIFF');
  if (start === 'fLaC') return format('flac');
  if (start === 'OggS') return format('ogg');
  if (start === '\x1a\x45\xdf\xa3') return format('webm');
  if (MP4_BOXES.includes(word(4))) return format('mp4');
  if (word(0, 3) === 'ID3' && bytes.length >= 10) return { is: 'tagged', next: id3Length(bytes) };
  if (isMpegFrame(bytes)) return format('mp3');
  if (isAdtsFrame(bytes)) return format('aac');
  const known = FOREIGN.find(([first]) => word(0, first.length) === first);
  return known ? foreign(known[1]) : { is: 'unknown' };
}

/** Length of an ID3v2 tag with header and footer: four times seven bits (id3.org, ID3v2.4, 3.1). */
function id3Length(bytes: Uint8Array): number {
  const seven = (at: number) => (bytes[at] ?? 0) & 0x7f;
  const body = (seven(6) << 21) | (seven(7) << 14) | (seven(8) << 7) | seven(9);
  return 10 + body + ((bytes[5] ?? 0) & 0x10 ? 10 : 0);
}

/** MPEG audio begins with a frame's eleven set bits, a layer that is not reserved and a real bit and sample rate. */
function isMpegFrame([a = 0, b = 0, c = 0]: Uint8Array): boolean {
  const layerAndVersion = (b & 0x06) !== 0 && (b & 0x18) !== 0x08;
  return a === 0xff && (b & 0xe0) === 0xe0 && layerAndVersion && (c & 0xf0) !== 0xf0 && (c & 0x0c) !== 0x0c;
}

/** AAC as a bare stream (ISO/IEC 13818-7, ADTS): twelve set bits, layer 0, one of 13 sample rates. */
function isAdtsFrame([a = 0, b = 0, c = 0]: Uint8Array): boolean {
  return a === 0xff && (b & 0xf6) === 0xf0 && ((c >> 2) & 0x0f) < 13;
}
