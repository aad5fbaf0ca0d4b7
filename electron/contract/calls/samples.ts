import type { A2eModel } from '../../a2e/wire.ts';
import type { SamplePart } from '../../cloning/sample/sample.ts';
import type { SampleDraft, ScriptChoice } from '../../cloning/sample/sample-draft.ts';
import type { QualityReport } from '../../recording/quality/report.ts';
import type { Result } from '../../result.ts';

/** What of the sample in the making changes. */
export interface ChangeSample {
  readonly parts?: readonly SamplePart[];
  readonly script?: ScriptChoice;
  readonly model?: A2eModel;
  readonly speaker?: string;
}

/** How the speaker agrees; `text` is what was to be read or is confirmed. */
export type AgreeToSample =
  | {
      readonly how: 'spoken';
      readonly text: string;
      readonly takeId: string;
      readonly from: number;
      readonly to: number;
    }
  | { readonly how: 'statement'; readonly text: string; readonly takeId: string }
  | { readonly how: 'ticked'; readonly text: string };

/** The sample as it would be uploaded now. */
export interface SampleReport {
  readonly revision: number;
  readonly seconds: number;
  /** What all of it together is like; the places of its flaws are counted through the clips in their order. */
  readonly quality: QualityReport;
  /** The sounds it consists of; each can be heard at `samplePath`. */
  readonly clips: readonly {
    readonly seconds: number;
    readonly parts: readonly number[];
    /** What was made louder or softer to fit, in dB. */
    readonly matched: readonly {
      readonly takeId: string;
      readonly gain: number;
      readonly capped: boolean;
    }[];
  }[];
}

/** Calls about the sample in the making. */
export interface SampleCalls {
  'sample.change': { ask: ChangeSample; answer: Result<SampleDraft> };
  'sample.agree': { ask: AgreeToSample; answer: Result<SampleDraft> };
  /** Takes the consent back. */
  'sample.disagree': { ask: null; answer: Result<SampleDraft> };
  /** Begins anew: no parts, no consent. The takes stay. */
  'sample.clear': { ask: null; answer: Result<SampleDraft> };
  /** The best part of a take for the chosen model, in samples; null where nobody speaks in it. */
  'sample.suggest': {
    ask: { readonly takeId: string };
    answer: Result<{ readonly from: number; readonly to: number } | null>;
  };
  'sample.check': { ask: null; answer: Result<SampleReport> };
  /**
   * Begins to send it while the voice is being named, where the speaker agreed and its length is right; answers the upload,
   * or null where nothing is to be sent yet.
   */
  'sample.sendEarly': { ask: null; answer: Result<{ readonly jobId: string } | null> };
}

export const sampleCallNames: { readonly [N in keyof SampleCalls]: true } = {
  'sample.change': true,
  'sample.agree': true,
  'sample.disagree': true,
  'sample.clear': true,
  'sample.suggest': true,
  'sample.check': true,
  'sample.sendEarly': true,
};

/** Events about the sample in the making. */
export interface SampleEvents {
  'sample.changed': SampleDraft;
}

export const sampleEventNames: { readonly [N in keyof SampleEvents]: true } = {
  'sample.changed': true,
};
