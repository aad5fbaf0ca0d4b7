import { fail, ok, type Result } from '../../result.ts';
import type { ByteSource } from './byte-source.ts';
import { openMpeg } from './mpeg.ts';
import { SNIFF_BYTES, type SoundFormat, sniff } from './sniff.ts';
import type { Decoding, Sound, SoundEnd, SoundFaultCode } from './sound.ts';
import { openWav } from './wav.ts';

/** The longest sound that is taken in, in hours. */
export const LONGEST_SOUND_HOURS = 12;
/** How many tags one behind the other are skipped. */
const MAX_TAGS = 8;

/**
 * Opens a sound, judged by its first bytes and never by a name, for reading block by block in bounded memory. Fails as
 * `SoundFaultCode` says; then the source is closed.
 */
export async function openSound(source: ByteSource): Promise<Result<Sound, SoundFaultCode>> {
  const opened = await openDecoding(source);
  return opened.ok ? ok(soundOf(opened.value)) : opened;
}

/** The same without what counts the blocks and keeps what they throw; the source is closed with it. */
export async function openDecoding(source: ByteSource): Promise<Result<Decoding, SoundFaultCode>> {
  const opened = await decodingOf(source).catch((error: unknown) =>
    fail('audio-broken', { detail: error instanceof Error ? error.message.slice(0, 200) : '' }),
  );
  if (!opened.ok) {
    await source.close();
    return opened;
  }
  const close = async () => {
    await opened.value.close?.();
    await source.close();
  };
  return ok({ ...opened.value, close });
}

async function decodingOf(source: ByteSource): Promise<Result<Decoding, SoundFaultCode>> {
  if (source.size === 0) return fail('audio-empty');
  let start = 0;
  for (let tags = 0; tags < MAX_TAGS; tags++) {
    const found = sniff(await source.read(start, SNIFF_BYTES));
    if (found.is === 'unknown') return start > 0 ? openMpeg(source, start) : fail('not-audio');
    if (found.is === 'foreign') return fail('format-not-supported', { facts: { format: found.name } });
    if (found.is === 'format') return open(from(source, start), found.format);
    start += found.next;
  }
  return fail('audio-broken', { detail: 'nothing but tags' });
}

async function open(source: ByteSource, format: SoundFormat): Promise<Result<Decoding, SoundFaultCode>> {
  if (format === 'wav') return openWav(source);
  if (format === 'mp3') return openMpeg(source, 0);
  // Loaded when the first such file comes: it is large, and a recording made here is none.
  const { openPackets } = await import('./packets.ts');
  return openPackets(source, format);
}

/** The source as it is behind a tag. */
function from(source: ByteSource, start: number): ByteSource {
  if (start === 0) return source;
  return { ...source, size: source.size - start, read: (at, length) => source.read(start + at, length) };
}

/** A sound out of what a decoder gives: bounded in length, its blocks never throw, closed once. */
export function soundOf(decoding: Decoding): Sound {
  const { decode, close, ...facts } = decoding;
  const most = LONGEST_SOUND_HOURS * 3600 * facts.sampleRate;
  let samples = 0;
  let damaged = false;
  let fault: { readonly detail: string } | undefined;
  let tooLong = false;
  let closed: Promise<void> | undefined;

  async function* blocks() {
    try {
      for await (const block of decode(() => {
        damaged = true;
      })) {
        if (block.length === 0) continue;
        samples += block.length;
        tooLong = samples > most;
        if (tooLong) return;
        yield block;
      }
    } catch (error) {
      fault = { detail: error instanceof Error ? error.message.slice(0, 200) : 'the decoder gave up' };
    }
  }

  const ended = (): Result<SoundEnd, SoundFaultCode> => {
    if (tooLong) return fail('audio-too-long', { facts: { limit: `${LONGEST_SOUND_HOURS} hours` } });
    if (samples > 0) return ok({ samples, damaged: damaged || fault !== undefined });
    return fault || damaged ? fail('audio-broken', fault) : fail('audio-empty');
  };

  return {
    ...facts,
    blocks: blocks(),
    ended,
    close() {
      closed ??= Promise.resolve(close?.());
      return closed;
    },
  };
}
