import type { A2eModel, WireGender } from '../../a2e/wire.ts';
import type { SamplePart } from '../../cloning/sample/sample.ts';
import type { Manner } from '../../cloning/voice/manner.ts';
import type { Receipt, RemovalPlace } from '../../cloning/voice/receipt.ts';
import type { SyncReport } from '../../cloning/voice/sync-report.ts';
import type { Voice } from '../../cloning/voice/voice.ts';
import type { Result } from '../../result.ts';

export interface MakeVoice {
  readonly name: string;
  /** What it is made of; absent: the sample in the making, which is then used up. */
  readonly parts?: readonly SamplePart[];
  readonly model: A2eModel;
  readonly language: string;
  /** Whose way of the language, such as `GB`; absent: the usual one. */
  readonly region?: string;
  /** Further engines to make a voice with of the same sample, to be compared. */
  readonly alsoModels?: readonly A2eModel[];
  readonly gender: WireGender;
  /** A voice that is recorded again: it keeps its name, words and history. Not with `alsoModels`. */
  readonly replaces?: string;
}

export interface DescribeVoice extends Manner {
  readonly voiceId: string;
  /** At most 2000 characters. */
  readonly note?: string;
  /** At most 20, each 1–40 characters. */
  readonly tags?: readonly string[];
}

/** Calls about voices. */
export interface VoiceCalls {
  /** Answers the voice of the first engine; with several, each is named after its engine too and all share a group. */
  'voice.make': { ask: MakeVoice; answer: Result<Voice> };
  'voice.rename': { ask: { readonly voiceId: string; readonly name: string }; answer: Result<Voice> };
  /**
   * Makes a voice again of the recordings it was made of, on its server; where that is not in the list any more, on the one
   * that new voices are made on. Costs as a training does.
   */
  'voice.rebuild': { ask: { readonly voiceId: string }; answer: Result<Voice> };
  /** What a person adds to a voice; what is absent stays as it is. */
  'voice.describe': { ask: DescribeVoice; answer: Result<Voice> };
  /** Deletes the voice; the takes stay. Answers the receipt, which is kept. */
  'voice.remove': {
    ask: { readonly voiceId: string; readonly where: RemovalPlace };
    answer: Result<Receipt>;
  };
  /** Asks where to, and saves the voice as one file; answers the path, or null when the person backed out. */
  'voice.export': { ask: { readonly voiceId: string }; answer: Result<string | null> };
  /** Asks for such a file, and takes its voice in; null when the person backed out. */
  'voice.import': { ask: null; answer: Result<Voice | null> };
  /** Compares the library with the account on a server; null: the one that new voices are made on. */
  'voices.sync': { ask: { readonly server: string } | null; answer: Result<SyncReport> };
}

export const voiceCallNames: { readonly [N in keyof VoiceCalls]: true } = {
  'voice.make': true,
  'voice.rename': true,
  'voice.rebuild': true,
  'voice.describe': true,
  'voice.remove': true,
  'voice.export': true,
  'voice.import': true,
  'voices.sync': true,
};

/** Events about voices. */
export interface VoiceEvents {
  'voice.changed': Voice;
  /** Many at once, at most a few hundred. */
  'voices.changed': readonly Voice[];
  'voice.gone': { readonly id: string };
  'receipt.added': Receipt;
}

export const voiceEventNames: { readonly [N in keyof VoiceEvents]: true } = {
  'voice.changed': true,
  'voices.changed': true,
  'voice.gone': true,
  'receipt.added': true,
};
