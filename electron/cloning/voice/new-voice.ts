import type { JobRunner } from '../../jobs/runner.ts';
import type { Result } from '../../result.ts';
import type { TakeSource } from '../sample/load-sample.ts';
import type { SamplePart } from '../sample/sample.ts';
import type { Connect } from '../server.ts';
import type { Consent, PastClone, Voice } from './voice.ts';

/** What a voice is to be made of. Without `parts` each of the takes whole, but for the consent in it. */
export interface NewVoice
  extends Pick<
    Voice,
    'name' | 'server' | 'model' | 'language' | 'region' | 'gender' | 'takeIds' | 'parts' | 'groupId'
  > {
  /** Absent: the speaker was not said to agree; nothing is uploaded. */
  readonly consent?: Consent | null;
  /** The voice that this becomes: its name, words and history stay, what it was goes into the history. */
  readonly replaces?: { readonly id: string; readonly why: PastClone['why'] };
}

export interface VoiceMakerParts {
  readonly shelf: {
    list(): readonly Voice[];
    get(id: string): Voice | undefined;
    save(voice: Voice): Result<Voice>;
    remove(id: string): Result<void>;
  };
  readonly runner: () => Pick<JobRunner, 'add' | 'cancel' | 'release' | 'get'>;
  readonly connect: Connect;
  readonly source: TakeSource;
  /** The parts without a word of consent: that is never part of the sample. */
  readonly withoutConsent: (parts: readonly SamplePart[]) => readonly SamplePart[];
  /** The upload that was begun of this sample while it was being named, where there is one for this voice. */
  readonly earlyUpload?: (server: string, sample: readonly SamplePart[]) => string | undefined;
  readonly now: () => number;
  readonly newId: (what: 'voice' | 'job') => string;
  readonly onChanged: (voice: Voice) => void;
  readonly onGone: (id: string) => void;
}
