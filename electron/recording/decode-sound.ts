import { fail, ok, type Result } from '../result.ts';
import type { Pcm } from './wav.ts';
import { decodeWav } from './wav-read.ts';

type DecodeFault = 'not-audio' | 'audio-broken';

/**
 * Sound of a file or an answer as mono samples, judged by its first bytes and never by its name: WAV, or MPEG audio
 * (MP3, with or without an ID3v2 tag). Fails with `not-audio` for anything else.
 */
export async function decodeSound(bytes: Uint8Array): Promise<Result<Pcm, DecodeFault>> {
  if (isMpegAudio(bytes)) return decodeMpeg(bytes);
  return decodeWav(bytes);
}

/** MPEG audio begins with `ID3`, or with a frame's eleven set bits, a layer that is not reserved and a real bit rate. */
function isMpegAudio(bytes: Uint8Array): boolean {
  const [a = 0, b = 0, c = 0] = bytes;
  if (a === 0x49 && b === 0x44 && c === 0x33) return true;
  return a === 0xff && (b & 0xe0) === 0xe0 && (b & 0x06) !== 0 && (b & 0x18) !== 0x08 && (c & 0xf0) !== 0xf0;
}

async function decodeMpeg(bytes: Uint8Array): Promise<Result<Pcm, DecodeFault>> {
  // Loaded when the first MP3 comes: it is large, and most never need it.
  const { MPEGDecoder } = await import('mpg123-decoder');
  const decoder = new MPEGDecoder();
  try {
    await decoder.ready;
    const { channelData, samplesDecoded, sampleRate } = decoder.decode(bytes);
    if (samplesDecoded === 0 || sampleRate === 0)
      return fail('audio-broken', { detail: 'no MPEG frame decoded' });
    return ok({ sampleRate, bitDepth: 16, samples: averaged(channelData, samplesDecoded) });
  } catch (error) {
    return fail('audio-broken', {
      detail: error instanceof Error ? error.message.slice(0, 200) : 'MPEG decoder',
    });
  } finally {
    decoder.free();
  }
}

function averaged(channels: readonly Float32Array[], length: number): Float32Array<ArrayBuffer> {
  const mono = new Float32Array(length);
  for (const channel of channels)
    for (let i = 0; i < length; i++) mono[i] = (mono[i] ?? 0) + (channel[i] ?? 0) / channels.length;
  return mono;
}
