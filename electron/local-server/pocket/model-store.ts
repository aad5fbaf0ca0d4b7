import { rm } from 'node:fs/promises';
import { writeFault } from '../../disk/write-fault.ts';
import type { Fault, Result } from '../../result.ts';
import { fail, ok } from '../../result.ts';
import {
  type InstallFault,
  type InstallParts,
  installModel,
  type ModelSource,
  modelPlaces,
} from './install-model.ts';
import type { ModelState, ModelStep } from './model.ts';
import { type InstalledModel, readModelFolder } from './model-folder.ts';

/** The clone model of this computer: what is installed, and how it comes and goes. */
export interface ModelStore {
  state(): ModelState;
  /** What can be spoken with now. */
  installed(): InstalledModel | undefined;
  /** Begins to install; resolves when that has ended, well or not. Fails at once with `model-busy`. */
  install(source: ModelSource): Promise<Result<InstalledModel, InstallFault>>;
  /** Stops an installation; what was downloaded stays for the next try. */
  stop(): void;
  remove(): Promise<Result<void, InstallFault>>;
  /** The model turned out not to work. */
  broke(fault: Fault): void;
  close(): Promise<void>;
}

export interface ModelStoreOptions extends InstallParts {
  /** Where models are kept; made when it is needed. */
  readonly folder: string;
  readonly onChanged: (state: ModelState) => void;
}

/** Reads what is installed. A model is in place whole or not at all: it is made beside and renamed. */
export async function openModelStore(options: ModelStoreOptions): Promise<ModelStore> {
  const { folder, process, onChanged } = options;
  const places = modelPlaces(folder, options.release);
  const { place, archive } = places;
  let model: InstalledModel | undefined;
  let state: ModelState = { is: 'not-installed' };
  let stopping: AbortController | undefined;
  let working: Promise<unknown> = Promise.resolve();

  const show = (next: ModelState) => {
    state = next;
    onChanged(next);
  };
  const tell = (step: ModelStep, share: number) => {
    const done = Math.min(1, Math.floor(share * 100) / 100);
    const isNew = state.is !== 'installing' || state.step !== step || state.done !== done;
    if (isNew && !stopping?.signal.aborted) show({ is: 'installing', step, done });
  };
  const reread = async (fault?: Fault) => {
    const read = await readModelFolder(place);
    model = read.ok ? read.value : undefined;
    if (!read.ok) show({ is: 'broken', fault: read.fault });
    else if (model) show({ is: 'installed', bytes: model.bytes, at: model.at });
    else show({ is: 'not-installed', ...(fault && { fault }) });
  };

  // Only read: another Timbre may be at work in the folder.
  await reread();

  return {
    state: () => state,
    installed: () => (state.is === 'installed' ? model : undefined),
    async install(source) {
      if (stopping) return fail('model-busy');
      stopping = new AbortController();
      const { signal } = stopping;
      const installing = installModel(source, { ...options, places }, { signal, tell });
      working = installing;
      const ended = await installing;
      stopping = undefined;
      // Stopped by the person: nothing to explain.
      await reread(ended.ok || signal.aborted ? undefined : ended.fault);
      return ended;
    },
    stop: () => stopping?.abort(),
    async remove() {
      if (stopping) return fail('model-busy');
      process.end();
      try {
        await rm(place, { recursive: true, force: true });
        await rm(archive, { force: true });
      } catch (error) {
        return writeFault(error);
      } finally {
        await reread();
      }
      return ok(undefined);
    },
    broke(fault) {
      if (state.is === 'installed') show({ is: 'broken', fault });
    },
    async close() {
      stopping?.abort();
      process.end();
      await working;
    },
  };
}
