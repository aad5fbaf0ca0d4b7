import type { PartSink } from '../../disk/write-atomic.ts';
import { fail, ok } from '../../result.ts';
import type { SoundFileWriter } from './sound-file.ts';
import { digitalSourceType, isGenerated, markComment, markXmp, type SpeechMark } from './speech-mark.ts';

/** Bits a second for one voice: what publishers of spoken books ask for at least. */
const BITRATE = { mp3: 96_000, m4a: 80_000 } as const;

/** LAME makes what it encodes at a fixed bit rate quieter by this (measured: 0.95 at every rate); undone before. */
const GAIN = { mp3: 1 / 0.95, m4a: 1 } as const;

/** Where XMP lies in an MP4 (Adobe, XMP part 3): a box of its own at the end of the file. */
const XMP_BOX = 'be7acfcb97a942e89c71999491e3afac';

/**
 * Writes MP3 (LAME) or AAC in MP4 (FFmpeg's encoder), both as WebAssembly in a thread of the package's own. `sampleRate`
 * is one of `COMPRESSED_RATES`.
 */
export async function compressedFile(options: {
  readonly format: 'mp3' | 'm4a';
  readonly sampleRate: number;
  readonly mark: SpeechMark;
  readonly sink: PartSink;
}): Promise<SoundFileWriter> {
  const { format, sampleRate, mark, sink } = options;
  // Loaded when the first such file is made: they are large, and most never need them.
  const kit = await import('mediabunny');
  await registerEncoder(format);
  let length = 0;
  const target = new kit.StreamTarget(
    new WritableStream({
      async write({ data, position }: { data: Uint8Array; position: number }) {
        await sink.write(data, position);
        length = Math.max(length, position + data.length);
      },
    }),
  );
  const output = new kit.Output({
    format: format === 'mp3' ? new kit.Mp3OutputFormat() : new kit.Mp4OutputFormat({ fastStart: false }),
    target,
  });
  const codec = format === 'mp3' ? 'mp3' : 'aac';
  const source = new kit.AudioSampleSource({ codec, bitrate: BITRATE[format] });
  output.addAudioTrack(source);
  output.setMetadataTags(tagsOf(format, mark));
  await output.start();
  let samples = 0;
  return {
    async add(block) {
      const data = GAIN[format] === 1 ? block : block.map((value) => value * GAIN[format]);
      const timestamp = samples / sampleRate;
      samples += data.length;
      const sample = new kit.AudioSample({ data, format: 'f32', numberOfChannels: 1, sampleRate, timestamp });
      await source.add(sample);
      sample.close();
    },
    async finish() {
      try {
        await output.finalize();
        if (format === 'm4a') await sink.write(xmpBox(mark), length);
        return ok(undefined);
      } catch (error) {
        // What the disk says is the caller's: it knows its file.
        if (error instanceof Error && 'code' in error) throw error;
        return fail('export-failed', {
          detail: error instanceof Error ? error.message.slice(0, 200) : format,
        });
      }
    },
    cancel: () => output.cancel(),
  };
}

/** What both encoders take, in Hz; other sound is brought to the next higher one. */
export const COMPRESSED_RATES = [
  8000, 11_025, 12_000, 16_000, 22_050, 24_000, 32_000, 44_100, 48_000,
] as const;

const registered = new Set<string>();

async function registerEncoder(format: 'mp3' | 'm4a'): Promise<void> {
  if (registered.has(format)) return;
  registered.add(format);
  if (format === 'mp3') (await import('@mediabunny/mp3-encoder')).registerMp3Encoder();
  else (await import('@mediabunny/aac-encoder')).registerAacEncoder();
}

/** ID3v2 for MP3 (with TXXX and PRIV "XMP"), the iTunes list for MP4. */
function tagsOf(format: 'mp3' | 'm4a', mark: SpeechMark) {
  const plain = {
    title: mark.title,
    artist: mark.voices.join(', '),
    comment: markComment(mark),
    date: new Date(mark.createdAt),
  };
  if (format === 'm4a') return { ...plain, raw: { '©too': 'Timbre' } };
  const own = {
    DigitalSourceType: digitalSourceType(mark),
    'AI-generated': isGenerated(mark),
    Voice: mark.voices.join(', '),
    ...(mark.stock.length > 0 && { StockVoice: mark.stock.join(', ') }),
  };
  return {
    ...plain,
    raw: { TXXX: own, TSSE: 'Timbre', PRIV: new TextEncoder().encode(`XMP\0${markXmp(mark)}`) },
  };
}

function xmpBox(mark: SpeechMark): Uint8Array {
  const xmp = Buffer.from(markXmp(mark));
  const head = Buffer.alloc(24);
  head.writeUInt32BE(head.length + xmp.length, 0);
  head.write('uuid', 4, 'latin1');
  head.write(XMP_BOX, 8, 'hex');
  return Buffer.concat([head, xmp]);
}
