import type { A2eModel } from '../../a2e/wire.ts';
import type { JobRunner } from '../../jobs/runner.ts';
import type { Result } from '../../result.ts';
import type { TakeSource } from '../sample/load-sample.ts';
import type { SamplePart } from '../sample/sample.ts';
import type { Connect } from '../server.ts';
import type { Consent, Gender, PastClone, Voice } from './voice.ts';

export interface NewVoice {
  readonly name: string;
  readonly server: string;
  readonly model: A2eModel;
  readonly language: string;
  /** Whose way of the language, such as `GB`; absent: the usual one. */
  readonly region?: string;
  readonly gender: Gender;
  readonly takeIds: readonly string[];
  /** What of the takes makes the sample; absent: each of them whole, but for the consent in it. */
  readonly parts?: readonly SamplePart[];
  /** Shared by the voices of one sample that are to be compared. */
  readonly groupId?: string;
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
