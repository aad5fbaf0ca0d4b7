import type { A2eModel, WireGender } from '../../a2e/wire.ts';
import type { SamplePart } from '../../cloning/sample.ts';
import type { Voice } from '../../cloning/voice.ts';
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
}

/** Calls about voices. */
export interface VoiceCalls {
  /** Answers the voice of the first engine; with several, each is named after its engine too and all share a group. */
  'voice.make': { ask: MakeVoice; answer: Result<Voice> };
  'voice.rename': { ask: { readonly voiceId: string; readonly name: string }; answer: Result<Voice> };
  /** Deletes the voice on its server and here; the takes stay. */
  'voice.remove': { ask: { readonly voiceId: string }; answer: Result<void> };
}

export const voiceCallNames: { readonly [N in keyof VoiceCalls]: true } = {
  'voice.make': true,
  'voice.rename': true,
  'voice.remove': true,
};

/** Events about voices. */
export interface VoiceEvents {
  'voice.changed': Voice;
  'voice.gone': { readonly id: string };
}

export const voiceEventNames: { readonly [N in keyof VoiceEvents]: true } = {
  'voice.changed': true,
  'voice.gone': true,
};
