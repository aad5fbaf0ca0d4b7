import type { PartSink } from '../../disk/write-atomic.ts';
import { encodePcm, WAV_HEADER_BYTES, wavHeader } from '../../recording/wav.ts';
import { fail, ok } from '../../result.ts';
import type { SoundFileWriter } from './sound-file.ts';
import { digitalSourceType, inXml, markComment, markXmp, type SpeechMark } from './speech-mark.ts';

/** A RIFF chunk's size is a 32-bit number; a little is left for the descriptions. */
const MOST_BYTES = 2 ** 32 - 1_000_000;

/** Writes a 16-bit mono WAV; behind its sound LIST INFO, iXML and `_PMX` (XMP) say what it is. */
export function wavFile(options: {
  readonly sampleRate: number;
  readonly mark: SpeechMark;
  readonly sink: PartSink;
}): SoundFileWriter {
  const { sampleRate, mark, sink } = options;
  let samples = 0;
  return {
    async add(block) {
      const at = WAV_HEADER_BYTES + samples * 2;
      samples += block.length;
      if (samples * 2 < MOST_BYTES) await sink.write(encodePcm(block, 16), at);
    },
    async finish() {
      if (samples * 2 >= MOST_BYTES)
        return fail('export-too-long', { facts: { hours: Math.floor(MOST_BYTES / 2 / sampleRate / 3600) } });
      const end = WAV_HEADER_BYTES + samples * 2;
      const tags = wavTags(mark);
      await sink.write(tags, end);
      const header = wavHeader({ sampleRate, bitDepth: 16, samples });
      new DataView(header.buffer).setUint32(4, end + tags.length - 8, true);
      await sink.write(header, 0);
      return ok(undefined);
    },
    cancel: async () => undefined,
  };
}

/** The chunks that describe the sound. */
export function wavTags(mark: SpeechMark): Uint8Array<ArrayBuffer> {
  const info = [
    ['INAM', mark.title],
    ['IART', mark.voices.join(', ')],
    ['ICMT', markComment(mark)],
    ['ICRD', new Date(mark.createdAt).toISOString().slice(0, 10)],
    ['ISFT', 'Timbre'],
  ].map(([id = '', text = '']) => chunk(id, `${text}\0`));
  return joined(
    chunk('LIST', joined(new TextEncoder().encode('INFO'), ...info)),
    chunk('iXML', ixmlOf(mark)),
    chunk('_PMX', markXmp(mark)),
  );
}

/** iXML 3.0 (Gallery Software): NOTE is shown by editors, USER is free. */
function ixmlOf(mark: SpeechMark): string {
  return [
    '<?xml version="1.0" encoding="UTF-8"?><BWFXML><IXML_VERSION>3.0</IXML_VERSION>',
    `<PROJECT>${inXml(mark.title)}</PROJECT><NOTE>${inXml(markComment(mark))}</NOTE>`,
    `<USER><DIGITAL_SOURCE_TYPE>${digitalSourceType(mark)}</DIGITAL_SOURCE_TYPE>`,
    `<VOICE>${inXml(mark.voices.join(', '))}</VOICE>`,
    ...(mark.stock.length > 0 ? [`<STOCK_VOICE>${inXml(mark.stock.join(', '))}</STOCK_VOICE>`] : []),
    '</USER></BWFXML>',
  ].join('');
}

/** A chunk with its size, padded to an even number of bytes. */
function chunk(id: string, content: string | Uint8Array): Uint8Array<ArrayBuffer> {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const out = new Uint8Array(8 + bytes.length + (bytes.length % 2));
  out.set(new TextEncoder().encode(id));
  new DataView(out.buffer).setUint32(4, bytes.length, true);
  out.set(bytes, 8);
  return out;
}

function joined(...parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const out = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    out.set(part, at);
    at += part.length;
  }
  return out;
}
