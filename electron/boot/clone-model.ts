import { join } from 'node:path';
import type { ModelView } from '../contract/calls.ts';
import { type Cloner, createCloner, pocketProcess } from '../local-server/pocket/cloner.ts';
import type { ModelSource } from '../local-server/pocket/install-model.ts';
import { type ModelRelease, type ModelState, POCKET_RELEASE } from '../local-server/pocket/model.ts';
import { openModelStore } from '../local-server/pocket/model-store.ts';
import type { StartProcess } from '../processes/own-process.ts';
import type { Result } from '../result.ts';
import type { Emitter } from './emitter.ts';
import type { Servers } from './servers/servers.ts';

/** The model that clones on this computer, and what speaks with it. */
export interface CloneModel {
  view(): ModelView;
  readonly cloner: Cloner;
  install(source: ModelSource): Promise<Result<unknown>>;
  stop(): void;
  remove(): Promise<Result<void>>;
  /** Calls at each change; answers the undo. */
  onChanged(listener: (view: ModelView) => void): () => void;
  close(): Promise<void>;
}

/** Reads what is installed in `folder`. `bundle` is the folder of the built bundles; the model runs in a process of its own. */
export async function openCloneModel(options: {
  folder: string;
  bundle: string;
  start: StartProcess;
  now?: () => number;
  release?: ModelRelease;
}): Promise<CloneModel> {
  const { folder, bundle, start, now = Date.now, release = POCKET_RELEASE } = options;
  const listeners = new Set<(view: ModelView) => void>();
  const process = pocketProcess(() => start(join(bundle, 'pocket.cjs')));
  const viewOf = (state: ModelState): ModelView => ({
    state,
    download: { bytes: release.bytes, host: new URL(release.url).host },
  });
  const store = await openModelStore({
    ...{ folder, release, process, now, fetch: globalThis.fetch },
    onChanged(state) {
      for (const listener of listeners) listener(viewOf(state));
    },
  });
  return {
    view: () => viewOf(store.state()),
    cloner: createCloner({ process, model: store.installed, onBroken: store.broke }),
    install: store.install,
    stop: store.stop,
    remove: store.remove,
    onChanged(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: store.close,
  };
}

/** Tells every change of the model, and of what this computer speaks with because of it; answers the undo. */
export function followCloneModel(
  { cloner, onChanged }: Pick<CloneModel, 'cloner' | 'onChanged'>,
  { servers, events }: { servers: Pick<Servers, 'clonesHere'>; events: Emitter },
): () => void {
  let clones = cloner.isReady();
  servers.clonesHere(clones);
  return onChanged((view) => {
    events.emit('model.changed', view);
    if (cloner.isReady() === clones) return;
    clones = !clones;
    servers.clonesHere(clones);
  });
}
