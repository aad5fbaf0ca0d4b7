import type { KeptLinks } from '../cloning/kept-link.ts';
import type { Connect, Connection } from '../cloning/server.ts';
import type { VoiceEvent } from '../cloning/voice/move-voice.ts';
import type { Voice } from '../cloning/voice/voice.ts';
import type { JobDesk } from '../jobs/job.ts';
import type { Pcm } from '../recording/wav.ts';
import type { Result } from '../result.ts';
import type { LineRef } from './batches/batch.ts';
import type { Clip } from './clip.ts';

/** What the speech job works with. */
export interface SpeechParts {
  readonly connect: Connect;
  readonly voice: (id: string) => Voice | undefined;
  readonly move: (id: string, event: VoiceEvent) => Voice | undefined;
  /** Keeps a finished clip, or a line that was only to be heard. */
  readonly keep: (clip: Clip, sound: Pcm, input: SpeechInput) => Promise<Result<Clip>>;
  readonly clip: (id: string) => Clip | undefined;
  readonly links: KeptLinks;
  /** A kept clip with this content (see `contentKey`). */
  readonly cached: (key: string) => Clip | undefined;
  /** Keeps a clip whose sound is that of another one. */
  readonly keepCopy: (clip: Clip, of: Clip) => Promise<Result<Clip>>;
  readonly now: () => number;
}

/** What a speech job was asked. */
export interface SpeechInput {
  readonly voiceId: string;
  readonly server: string;
  readonly text: string;
  /** What is sent, where that is something else than the text. */
  readonly sent?: string;
  /** 0.5–2. */
  readonly speed: number;
  /** The id its clip will have: a run that is repeated writes the same clip again, never a second one. */
  readonly clipId: string;
  /** It is only to be heard or compared, and does not join the clips. */
  readonly audition?: boolean;
  /** The line of a batch it is for. */
  readonly line?: LineRef;
  /** Asked anew: what is there already will not do. */
  readonly isFresh?: true;
}

/** One run of the speech job, its voice ready. */
export interface SpeechScene {
  readonly parts: SpeechParts;
  readonly desk: JobDesk;
  readonly input: SpeechInput;
  readonly voice: Voice & { readonly state: { readonly status: 'completed' } };
  readonly connection: Connection;
}
