import type { ModelCalls } from '../../contract/calls.ts';
import { ok } from '../../result.ts';
import type { AnswerParts, AnswersTo } from './parts.ts';

/** Answers the calls about the model that clones on this computer. */
export function answerModels({ stations, desktop }: AnswerParts): AnswersTo<keyof ModelCalls> {
  const { cloneModel } = stations;
  return {
    'model.install': async ({ from }) => {
      const path = from === 'download' ? undefined : await desktop.askForModel(from);
      // Its end, well or not, is told by the model's own change.
      if (path !== null)
        void cloneModel.install(path === undefined ? { from: 'download' } : { from: 'path', path });
      return ok(cloneModel.view());
    },
    'model.stop': async () => {
      cloneModel.stop();
      return ok(cloneModel.view());
    },
    'model.remove': async () => {
      const removed = await cloneModel.remove();
      return removed.ok ? ok(cloneModel.view()) : removed;
    },
  };
}
