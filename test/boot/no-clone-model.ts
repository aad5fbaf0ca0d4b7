import type { CloneModel } from '../../electron/boot/clone-model.ts';
import { fail, ok } from '../../electron/result.ts';

/** A computer on which nothing clones. */
export const noCloneModel: CloneModel = {
  view: () => ({ state: { is: 'not-installed' }, download: { bytes: 1, host: 'models.example' } }),
  cloner: { isReady: () => false, speak: async () => fail('model-missing'), close: async () => {} },
  install: async () => fail('model-busy'),
  stop: () => {},
  remove: async () => ok(undefined),
  onChanged: () => () => {},
  close: async () => {},
};
