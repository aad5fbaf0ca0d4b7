import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { encodeWav } from '../../electron/recording/wav.ts';
import type { Clip } from '../../electron/speaking/clip.ts';

const RATE = 16_000;

/** Puts clips into a data folder that no app has open: each a tone of its own, as long as it says. The first is the oldest. */
export function seedClips(
  home: string,
  clips: readonly (Partial<Clip> & { readonly text: string; readonly seconds?: number })[],
): readonly Clip[] {
  mkdirSync(join(home, 'clips'), { recursive: true });
  return clips.map(({ seconds = 1, ...more }, i) => {
    const clip: Clip = {
      ...{
        id: `clip-${i + 1}`,
        jobId: `job-${i + 1}`,
        voiceId: 'voice-1',
        voiceName: 'Ada',
        server: 'local',
      },
      ...{ speed: 1, createdAt: Date.UTC(2026, 2, 4, 12, i), sampleRate: RATE, samples: seconds * RATE },
      state: { status: 'kept' },
      ...more,
    };
    const samples = tone(seconds, 180 + 40 * i);
    writeFileSync(join(home, 'clips', `${clip.id}.wav`), encodeWav({ sampleRate: RATE, samples }, 16));
    writeFileSync(join(home, 'clips', `${clip.id}.json`), JSON.stringify(clip));
    return clip;
  });
}

function tone(seconds: number, hz: number): Float32Array<ArrayBuffer> {
  return Float32Array.from(
    { length: seconds * RATE },
    (_, i) => 0.2 * Math.sin((2 * Math.PI * hz * i) / RATE),
  );
}
