import type { ImportCalls } from '../../contract/calls.ts';
import { ok } from '../../result.ts';
import type { AnswerParts, AnswersTo } from './parts.ts';

/** Answers the calls about sound files that become takes. */
export function answerImports({ stations, desktop }: AnswerParts): AnswersTo<keyof ImportCalls> {
  const { importer } = stations;
  return {
    'take.import': async () => ok(importer.add(await desktop.askForSounds())),
    'take.importDropped': async ({ paths }) => ok(importer.add(paths.filter((path) => path !== ''))),
    'import.cancel': async ({ importId }) => importer.cancel(importId),
  };
}
