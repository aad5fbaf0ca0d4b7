import type { Pcm } from '../../recording/wav.ts';
import type { Clip } from '../clip.ts';
import { proofListen, soundSpan } from './proof-listen.ts';
import { addToPace, NO_PACE, type VoicePace } from './voice-pace.ts';

/** Clips of a voice that its pace is taken from at the first look, the newest ones. */
const MOST_CLIPS = 200;

/** Listens to each new clip, and knows the pace of each voice from the clips that were well. */
export interface ProofDesk {
  /** The clip with how long it speaks, and what it should be heard again for, if anything. */
  listen(clip: Clip, sound: Pcm): Clip;
}

/** A desk over the clips there are. */
export function createProofDesk(clips: { readonly list: () => readonly Clip[] }): ProofDesk {
  const paces = new Map<string, VoicePace>();

  function paceOf(voiceId: string): VoicePace {
    const known = paces.get(voiceId);
    if (known) return known;
    const pace = clips
      .list()
      .filter((clip) => clip.voiceId === voiceId && clip.spokenMs !== undefined && !clip.doubts)
      .slice(-MOST_CLIPS)
      .reduce(
        (sum, { text, speed, spokenMs = 0 }) => addToPace(sum, { text, speed, seconds: spokenMs / 1000 }),
        NO_PACE,
      );
    paces.set(voiceId, pace);
    return pace;
  }

  return {
    listen(clip, { samples, sampleRate }) {
      const { voiceId, text, speed } = clip;
      const span = soundSpan(samples, sampleRate);
      const seconds = span ? span.to - span.from : 0;
      const pace = paceOf(voiceId);
      const doubts = proofListen({ samples, sampleRate, text, speed, pace });
      if (doubts.length === 0) paces.set(voiceId, addToPace(pace, { text, speed, seconds }));
      return {
        ...clip,
        spokenMs: Math.round(seconds * 1000),
        ...(doubts.length > 0 && { doubts }),
      };
    },
  };
}
