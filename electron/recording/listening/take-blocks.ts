import { fileSource } from '../decoding/byte-source.ts';
import { openSound } from '../decoding/open-sound.ts';

/** The sound of a take in mono blocks (−1…1), read as it is asked for. Throws where it cannot be read to its end. */
export async function* takeBlocks(path: string): AsyncGenerator<Float32Array> {
  const source = await fileSource(path);
  if (!source.ok) throw new Error(source.fault.code);
  const sound = await openSound(source.value);
  if (!sound.ok) throw new Error(sound.fault.code);
  try {
    yield* sound.value.blocks;
    const end = sound.value.ended();
    if (!end.ok && end.fault.code !== 'audio-empty') throw new Error(end.fault.code);
  } finally {
    await sound.value.close();
  }
}
