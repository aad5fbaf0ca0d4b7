import { type Engine, speaksLanguage } from '../../../electron/cloning/engines/engines.ts';
import { languageWords } from '../../../electron/cloning/engines/languages.ts';
import { missingSeconds, type SampleLength, sampleReach } from '../../parts/sound/ring-arithmetic.ts';
import type { VoiceDraft } from '../../window-state.tsx';

/** What of the sample keeps a voice from being made, as a sentence; null where nothing does. */
export function sampleProblem(sample: SampleLength, engine: Engine): string | null {
  switch (sampleReach(sample, engine)) {
    case 'none':
      return 'Record something, or choose a recording below.';
    case 'short':
      return `${missingSeconds(sample, engine)} s are missing. Record another: it adds up.`;
    case 'over':
      return `That is more than ${engine.maxSeconds} s. Leave something out.`;
    default:
      return null;
  }
}

/** The next thing to be filled in, as a sentence; null where the voice can be made. */
export function draftProblem(draft: VoiceDraft, engine: Engine): string | null {
  if (draft.replaces === undefined && draft.name.trim() === '') return 'Give the voice a name.';
  if (!speaksLanguage(engine.model, draft.language)) return languageProblem(draft.language, engine);
  return null;
}

/** Why this engine cannot be chosen for the language. */
export function languageProblem(language: string, engine: Engine): string {
  return `${engine.name} does not speak ${languageWords({ language })}.`;
}
