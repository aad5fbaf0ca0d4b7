import type { PartSink } from '../../disk/write-atomic.ts';
import { fail, ok } from '../../result.ts';
import { OPUS_PACKET_SECONDS, openOpusEncoder } from './opus-encoder.ts';
import type { SoundFileWriter } from './sound-file.ts';
import { digitalSourceType, isGenerated, markComment, type SpeechMark } from './speech-mark.ts';

/** Opus counts at this rate, whatever its sound had, in Hz (RFC 7845, section 4). */
const COUNTED_AT = 48_000;
/** Where the identification header says how many samples at 48 kHz to skip. */
const PRE_SKIP_AT = 10;

/** Writes Opus in Ogg, with what it is in its comments (RFC 7845, section 5.2). `sampleRate` is one of `OPUS_RATES`. */
export async function opusFile(options: {
  readonly sampleRate: number;
  readonly mark: SpeechMark;
  readonly sink: PartSink;
}): Promise<SoundFileWriter> {
  const { sampleRate, mark, sink } = options;
  const kit = await import('mediabunny');
  const encoder = await openOpusEncoder(sampleRate);
  const { head } = encoder;
  const preSkip = new DataView(head.buffer, head.byteOffset).getUint16(PRE_SKIP_AT, true);
  const target = new kit.StreamTarget(
    new WritableStream({
      write: ({ data, position }: { data: Uint8Array; position: number }) => sink.write(data, position),
    }),
  );
  const output = new kit.Output({ format: new kit.OggOutputFormat(), target });
  const source = new kit.EncodedAudioPacketSource('opus');
  output.addAudioTrack(source);
  output.setMetadataTags(tagsOf(mark));
  await output.start();
  const decoderConfig = { codec: 'opus', numberOfChannels: 1, sampleRate: COUNTED_AT, description: head };
  let samples = 0;
  let packets = 0;
  /** How long the last packet lasts is known at the end. */
  let held: Uint8Array | undefined;

  const write = async (data: Uint8Array, duration: number) => {
    const packet = new kit.EncodedPacket(data, 'key', packets * OPUS_PACKET_SECONDS, duration);
    packets++;
    await source.add(packet, { decoderConfig });
  };
  const writeAll = async (made: readonly Uint8Array[]) => {
    for (const data of made) {
      if (held) await write(held, OPUS_PACKET_SECONDS);
      held = data;
    }
  };
  return {
    async add(block) {
      samples += block.length;
      await writeAll(await encoder.add(block));
    },
    async finish() {
      try {
        await writeAll(await encoder.finish());
        // The decoder leaves out the pre-skip at the beginning, and what goes beyond this at the end.
        const end = samples / sampleRate + preSkip / COUNTED_AT;
        const left = end - packets * OPUS_PACKET_SECONDS;
        if (held) await write(held, Math.min(OPUS_PACKET_SECONDS, Math.max(1 / COUNTED_AT, left)));
        await output.finalize();
        await encoder.free();
        return ok(undefined);
      } catch (error) {
        // What the disk says is the caller's: it knows its file.
        if (error instanceof Error && 'code' in error) throw error;
        return fail('export-failed', {
          detail: error instanceof Error ? error.message.slice(0, 200) : 'opus',
        });
      }
    },
    async cancel() {
      await output.cancel();
      await encoder.free();
    },
  };
}

function tagsOf(mark: SpeechMark) {
  return {
    title: mark.title,
    artist: mark.voices.join(', '),
    comment: markComment(mark),
    date: new Date(mark.createdAt),
    raw: {
      DIGITALSOURCETYPE: digitalSourceType(mark),
      'AI-GENERATED': isGenerated(mark),
      VOICE: mark.voices.join(', '),
      ...(mark.stock.length > 0 && { STOCKVOICE: mark.stock.join(', ') }),
      ENCODER: 'Timbre',
    },
  };
}
