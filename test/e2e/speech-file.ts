import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createFliteSynthesizer } from '../../electron/local-server/flite-synthesizer.ts';
import { encodeWav } from '../../electron/recording/wav.ts';
import { decodeWav } from '../../electron/recording/wav-read.ts';
import { ROOT } from './launch.ts';

/** The fake microphone plays files of this rate to the sample. */
export const MICROPHONE_RATE = 44_100;

const TEXT = `The morning was quiet, and the harbour lay still under a thin blue mist. A fisherman pushed his boat across
the shingle, whistling to himself, while two gulls argued over a crust of bread. Nobody hurried. By noon the sun had
burned the haze away, and the whole village seemed to breathe a little deeper. Children raced along the pier, jumped
over coils of rope, and shouted names at the passing ships. In the evening the lamps were lit, one after another.`;

/**
 * Writes `seconds` of speech by the stock voice as a 44.1 kHz 16-bit mono WAV, `lead` seconds of silence before and half
 * a second after it, and answers its samples (−1…1).
 */
export async function writeSpeechFile(path: string, seconds: number, lead = 0.5): Promise<Float32Array> {
  const samples = await speech(seconds, lead);
  writeFileSync(path, encodeWav({ sampleRate: MICROPHONE_RATE, samples }, 16));
  return samples;
}

async function speech(seconds: number, lead: number): Promise<Float32Array> {
  const flite = createFliteSynthesizer({
    workerFile: join(ROOT, 'out/main/flite-worker.cjs'),
    wasmFile: join(ROOT, 'out/main/flite.wasm'),
  });
  try {
    const spoken = await flite.speak({ text: TEXT, voice: 'slt', rate: 1 });
    const pcm = spoken.ok ? decodeWav(spoken.value) : spoken;
    if (!pcm.ok) throw new Error(`no speech: ${pcm.fault.code}`);
    const voice = resampleLinear(pcm.value.samples, pcm.value.sampleRate, MICROPHONE_RATE);
    const samples = new Float32Array(seconds * MICROPHONE_RATE);
    const room = Math.round((seconds - lead - 0.5) * MICROPHONE_RATE);
    samples.set(voice.subarray(0, room), Math.round(lead * MICROPHONE_RATE));
    return samples.map((sample) => Math.round(sample * 0.6 * 32_768) / 32_768);
  } finally {
    await flite.close();
  }
}

/** Good enough for a test signal: what is compared later is this very file. */
function resampleLinear(samples: Float32Array, from: number, to: number): Float32Array {
  const out = new Float32Array(Math.floor((samples.length * to) / from));
  for (let i = 0; i < out.length; i++) {
    const at = (i * from) / to;
    const left = Math.floor(at);
    const part = at - left;
    out[i] = (samples[left] ?? 0) * (1 - part) + (samples[left + 1] ?? 0) * part;
  }
  return out;
}
