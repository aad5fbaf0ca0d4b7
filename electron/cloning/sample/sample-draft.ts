import type { A2eModel } from '../../a2e/wire.ts';
import type { Consent } from '../voice/voice.ts';
import type { SamplePart } from './sample.ts';

/** Which text is read: a passage of ours by its id, or one's own. */
export interface ScriptChoice {
  /** ISO 639-1: of the passage and of the consent. */
  readonly language: string;
  /** Its place among the passages of the language; −1 for one's own text. */
  readonly passage: number;
  /** One's own text, kept also while a passage is read. */
  readonly ownText: string;
}

/** The sample in the making: an edit list over takes, and what belongs to it. */
export interface SampleDraft {
  readonly parts: readonly SamplePart[];
  readonly script: ScriptChoice;
  readonly model: A2eModel;
  /** Who speaks, as the consent names them. */
  readonly speaker: string;
  /** How the speaker agreed; null: not yet. */
  readonly consent: Consent | null;
  /** Counts the changes: a sound rendered of another revision is out of date. */
  readonly revision: number;
}

export const EMPTY_DRAFT: SampleDraft = {
  parts: [],
  script: { language: 'en', passage: 0, ownText: '' },
  model: 'a2e',
  speaker: '',
  consent: null,
  revision: 0,
};
