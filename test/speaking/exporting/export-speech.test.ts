import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { decodeSound } from '../../../electron/recording/decode-sound.ts';
import { integratedLoudness } from '../../../electron/recording/quality/loudness.ts';
import {
  type ExportItem,
  type ExportOptions,
  type ExportPart,
  exportSpeech,
} from '../../../electron/speaking/exporting/export-speech.ts';
import { EXPORT_FORMATS } from '../../../electron/speaking/exporting/sound-file.ts';
import { digitalSourceType, markComment, markXmp } from '../../../electron/speaking/exporting/speech-mark.ts';
import { subtitles } from '../../../electron/speaking/exporting/subtitles.ts';
import { speechLike } from '../joining/speech-like.ts';

const TERM = 'http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia';
const CREATED = Date.UTC(2026, 2, 4, 12);
let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'timbre-export-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

describe('an exported file', () => {
  it.each(EXPORT_FORMATS)('as %s is as long as its speech and says what it is', async (format) => {
    const [path = ''] = await written([book()], { format });
    const bytes = await readFile(path);
    expect(Math.abs((await secondsOf(bytes)) - 5.35)).toBeLessThan(0.15);
    const text = bytes.toString('utf8');
    // Ogg has no place for XMP; its comments say the same.
    expect(text).toContain(
      format === 'opus'
        ? `DIGITALSOURCETYPE=${TERM}`
        : `<Iptc4xmpExt:DigitalSourceType>${TERM}</Iptc4xmpExt:DigitalSourceType>`,
    );
    expect(text).toContain('AI-generated speech. Voice: Ada & co. Made with Timbre on 2026-03-04.');
    expect(path).toBe(join(folder, `Ada & co-The sea.${format}`));
  });

  it('as WAV has its chunks in order, each of the length it says', async () => {
    const [path = ''] = await written([book({ stock: 'slt' })], { format: 'wav' });
    const bytes = await readFile(path);
    const chunks = chunksOf(bytes);
    expect([...chunks.keys()]).toEqual(['fmt ', 'data', 'LIST', 'iXML', '_PMX']);
    expect(bytes.readUInt32LE(4)).toBe(bytes.length - 8);
    const info = chunks.get('LIST')?.toString('utf8') ?? '';
    for (const id of ['INAM', 'IART', 'ICMT', 'ICRD', 'ISFT']) expect(info).toContain(id);
    expect(chunks.get('iXML')?.toString('utf8')).toContain(
      `<DIGITAL_SOURCE_TYPE>${TERM}</DIGITAL_SOURCE_TYPE>`,
    );
    expect(chunks.get('iXML')?.toString('utf8')).toContain('<STOCK_VOICE>slt</STOCK_VOICE>');
  });

  it('as MP3 has an ID3 tag with the term as text of its own', async () => {
    const [path = ''] = await written([book()], { format: 'mp3' });
    const bytes = await readFile(path);
    expect(bytes.subarray(0, 3).toString()).toBe('ID3');
    const tag = bytes.toString('latin1');
    for (const frame of ['TIT2', 'TPE1', 'COMM', 'TXXX', 'PRIV']) expect(tag).toContain(frame);
    expect(tag).toContain('DigitalSourceType');
  });

  it.each([8000, 96_000])('takes sound of %i Hz', async (sampleRate) => {
    for (const format of ['mp3', 'm4a', 'opus'] as const) {
      const [path = ''] = await written([book({ sampleRate })], { format });
      expect(Math.abs((await secondsOf(await readFile(path))) - 5.35)).toBeLessThan(0.2);
    }
  });

  it.each(['wav', 'mp3', 'opus'] as const)('as %s is as loud as it should be', async (format) => {
    const [path = ''] = await written([book()], { format, loudness: -18 });
    const sound = await decodeSound(await readFile(path));
    const loudness = sound.ok && integratedLoudness(sound.value.samples, sound.value.sampleRate);
    expect(Math.abs((loudness || 0) + 18)).toBeLessThan(0.3);
  });

  it('has subtitles beside it whose times are those of the sound', async () => {
    const paths = await written([book()], { format: 'wav', subtitles: 'srt' });
    expect(paths.map((path) => path.slice(-4))).toEqual(['.wav', '.srt']);
    expect(await readFile(paths[1] ?? '', 'utf8')).toMatch(
      /^1\n00:00:00,000 --> 00:00:02,\d{3}\nOne & two\.\n\n2\n00:00:02,\d{3} --> 00:00:05,\d{3}\nThree\.\n$/,
    );
  });

  it('never takes the place of another', async () => {
    await writeFile(join(folder, 'ADA & CO-the sea.wav'), 'mine');
    const paths = await written([book(), book()], { format: 'wav' });
    expect(paths.map((path) => path.slice(folder.length + 1))).toEqual([
      'Ada & co-The sea (2).wav',
      'Ada & co-The sea (3).wav',
    ]);
    expect(await readFile(join(folder, 'ADA & CO-the sea.wav'), 'utf8')).toBe('mine');
  });

  it('is not there at all where it was given up, or could not be made', async () => {
    const aborting = new AbortController();
    aborting.abort();
    expect(await code([book()], { format: 'mp3', signal: aborting.signal })).toBe('canceled');
    expect(await code([{ ...book(), parts: [{ is: 'silence', ms: 10 }] }], { format: 'wav' })).toBe(
      'export-empty',
    );
    expect(await readdir(folder)).toEqual([]);
    const later = new AbortController();
    const onProgress = (done: number) => void (done === 3 && later.abort());
    expect(
      await code([book(), book()], { format: 'wav', subtitles: 'srt', signal: later.signal, onProgress }),
    ).toBe('canceled');
    expect(await readdir(folder), 'the first file, which was whole, is taken back').toEqual([]);
    expect(await code([book()], { format: 'wav', folder: join(folder, 'nowhere') })).toBe('not-written');
  });

  it('tells how far it is', async () => {
    const told: string[] = [];
    await written([book(), book()], { format: 'wav', onProgress: (done, of) => told.push(`${done}/${of}`) });
    expect(told).toEqual(['1/4', '2/4', '3/4', '4/4']);
  });
});

describe('what a file says', () => {
  const mark = { voices: ['Ada', 'Slt'], stock: ['Slt'], createdAt: CREATED, title: 'A <b> "c"' };
  it('names stock voices, and a real recording among the speech', () => {
    expect(markComment(mark)).toContain('Spoken by a stock voice (Slt), not by a clone.');
    expect(digitalSourceType(mark)).toBe(TERM);
    expect(digitalSourceType({ ...mark, recordings: 'some' })).toMatch(
      /compositeWithTrainedAlgorithmicMedia$/,
    );
    expect(markComment({ ...mark, recordings: 'some' })).toContain('Parts are a real recording.');
  });
  it('is no AI-generated speech where all of it is a real recording', async () => {
    const real = { ...mark, voices: ['Ada'], stock: [], recordings: 'all' } as const;
    expect(digitalSourceType(real)).toMatch(/digitalCapture$/);
    expect(markComment(real)).toMatch(/^A real recording, not AI-generated\. Voice: Ada\./);
    const { title, names, parts } = book();
    const recorded = parts.map((part) => (part.is === 'clip' ? { ...part, isRecording: true } : part));
    for (const format of EXPORT_FORMATS) {
      const [path = ''] = await written([{ title, names, parts: recorded }], { format });
      const text = (await readFile(path)).toString('utf8');
      expect(text).toContain('digitalsourcetype/digitalCapture');
      expect(text).not.toContain('AI-generated speech');
    }
  });
  it('is sound XML whatever the title holds', () => {
    expect(markXmp({ ...mark, title: 'a<b\u0000&\ud800"' })).toContain('a&lt;b&amp;&quot;');
  });
});

describe('subtitles', () => {
  const cues = [{ from: 3_723_004.4, to: 3_724_000, text: 'a <b>\n\nc --> d', voice: 'Ada <x>' }];
  it('in SRT and WebVTT hold any text', () => {
    expect(subtitles('srt', cues, 'note')).toBe('1\n01:02:03,004 --> 01:02:04,000\na <b> c --> d\n');
    expect(subtitles('vtt', cues, 'a --> b\n\nc')).toBe(
      'WEBVTT\n\nNOTE a -> b c\n\n01:02:03.004 --> 01:02:04.000\n<v Ada x>a &lt;b&gt; c --&gt; d\n',
    );
  });
});

function book({ stock = '', sampleRate = 24_000 } = {}): ExportItem {
  const part = (seconds: number, text: string): ExportPart => ({
    is: 'clip',
    ...{ gapMs: 350, text, voice: 'Ada & co', createdAt: CREATED, ...(stock && { stock }) },
    load: async () => ({
      sampleRate,
      bitDepth: 16,
      samples: speechLike({ seconds, sampleRate, level: 0.3 }),
    }),
  });
  return {
    title: 'The sea',
    names: { voice: 'Ada & co', text: 'The sea' },
    parts: [part(2, 'One & two.'), part(3, 'Three.')],
  };
}

type Options = Partial<ExportOptions> & Pick<ExportOptions, 'format'>;

async function written(items: readonly ExportItem[], options: Options): Promise<readonly string[]> {
  const exported = await exportSpeech(items, { folder, template: '{voice}-{text}', ...options });
  if (!exported.ok) throw new Error(`${exported.fault.code} ${exported.fault.detail}`);
  return exported.value;
}

async function code(items: readonly ExportItem[], options: Options): Promise<string> {
  const exported = await exportSpeech(items, { folder, template: '{voice}-{text}', ...options });
  return exported.ok ? 'written' : exported.fault.code;
}

/** By the project's own decoders; of MP4 as its media header says (ISO/IEC 14496-12, `mdhd` version 0). */
async function secondsOf(bytes: Buffer): Promise<number> {
  const header = bytes.indexOf('mdhd');
  if (bytes.indexOf('ftyp') === 4) return bytes.readUInt32BE(header + 20) / bytes.readUInt32BE(header + 16);
  const sound = await decodeSound(bytes);
  return sound.ok ? sound.value.samples.length / sound.value.sampleRate : 0;
}

function chunksOf(bytes: Buffer): Map<string, Buffer> {
  const chunks = new Map<string, Buffer>();
  for (let at = 12; at < bytes.length; ) {
    const size = bytes.readUInt32LE(at + 4);
    chunks.set(bytes.toString('latin1', at, at + 4), bytes.subarray(at + 8, at + 8 + size));
    at += 8 + size + (size % 2);
  }
  return chunks;
}
