import type { CallName, Calls } from '../contract/calls.ts';
import { answerApp } from './answers/app.ts';
import { answerBatches } from './answers/batches.ts';
import { answerClips } from './answers/clips.ts';
import { answerComparisons } from './answers/comparisons.ts';
import { answerImports } from './answers/imports.ts';
import { answerModels } from './answers/models.ts';
import type { AnswerParts } from './answers/parts.ts';
import { answerSamples } from './answers/samples.ts';
import { answerServers } from './answers/servers.ts';
import { answerSpeech } from './answers/speech.ts';
import { answerTakes } from './answers/takes.ts';
import { answerVoices } from './answers/voices.ts';

/** One function per call of the contract; a missing one does not compile. */
export type Answers = { readonly [N in CallName]: (ask: Calls[N]['ask']) => Promise<Calls[N]['answer']> };

/** Answers the window's calls out of the stations; each noun's stand in `answers/`. */
export function createAnswers(all: AnswerParts): Answers {
  return {
    ...answerApp(all),
    ...answerServers(all),
    ...answerTakes(all),
    ...answerSamples(all),
    ...answerImports(all),
    ...answerModels(all),
    ...answerVoices(all),
    ...answerComparisons(all),
    ...answerSpeech(all),
    ...answerClips(all),
    ...answerBatches(all),
  };
}
