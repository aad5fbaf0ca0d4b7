import type { ModelState } from '../../local-server/pocket/model.ts';
import type { Result } from '../../result.ts';

/** The model that clones on this computer. */
export interface ModelView {
  readonly state: ModelState;
  /** What a download would fetch: bytes, and from where. */
  readonly download: { readonly bytes: number; readonly host: string };
}

/** Calls about the model that clones on this computer. */
export interface ModelCalls {
  /**
   * Installs it from a file or folder the person chooses, or from the network; answers once that has begun, or the person
   * backed out. How it goes on comes as `model.changed`.
   */
  'model.install': {
    ask: { readonly from: 'file' | 'folder' | 'download'; readonly licenceAccepted: true };
    answer: Result<ModelView>;
  };
  /** Stops an installation; a download goes on from there the next time. */
  'model.stop': { ask: null; answer: Result<ModelView> };
  /** Removes it. Clones made with it stay in the library, and are silent until there is a model again. */
  'model.remove': { ask: null; answer: Result<ModelView> };
}

export const modelCallNames: { readonly [N in keyof ModelCalls]: true } = {
  'model.install': true,
  'model.stop': true,
  'model.remove': true,
};

/** Events about the model. */
export interface ModelEvents {
  'model.changed': ModelView;
}

export const modelEventNames: { readonly [N in keyof ModelEvents]: true } = {
  'model.changed': true,
};
