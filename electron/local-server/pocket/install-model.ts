import { rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { type WriteFaultCode, writeFault } from '../../disk/write-fault.ts';
import type { AskedProcess } from '../../processes/questions.ts';
import { fail, ok, type Result } from '../../result.ts';
import { downloadModel } from './download.ts';
import { hashFile } from './hash-file.ts';
import type { PocketAsk, Spoken, Unpacked } from './messages.ts';
import type { ModelFaultCode, ModelRelease, ModelStep } from './model.ts';
import { copyModelFiles, emptyFolder, type InstalledModel, labelModelFolder } from './model-folder.ts';

/** Where a model comes from: the network, an archive the person has, or a folder with its files. */
export type ModelSource = { readonly from: 'download' } | { readonly from: 'path'; readonly path: string };

export type InstallFault = ModelFaultCode | WriteFaultCode;

export interface InstallParts {
  readonly release: ModelRelease;
  readonly process: AskedProcess<PocketAsk>;
  readonly fetch: typeof globalThis.fetch;
  readonly now: () => number;
}

/** What of an installation lies where. */
export interface ModelPlaces {
  /** The model that is used. */
  readonly place: string;
  /** One that is being made; renamed when it is whole and was tried. */
  readonly staging: string;
  /** What was downloaded so far. */
  readonly archive: string;
}

/** The places under the folder of the models. */
export function modelPlaces(folder: string, release: Pick<ModelRelease, 'name'>): ModelPlaces {
  return {
    place: join(folder, 'pocket'),
    staging: join(folder, 'pocket.part'),
    archive: join(folder, `${release.name}.tar.bz2.part`),
  };
}

/** A second of a tone: whoever can hum can be tried with it. */
const TRIAL = {
  text: 'Hello.',
  referenceRate: 24_000,
  reference: Float32Array.from(
    { length: 48_000 },
    (_, i) => 0.3 * Math.sin((2 * Math.PI * 150 * i) / 24_000),
  ),
};

/**
 * Installs a model: gathered beside, hashed, tried, and only then put in its place. `tell` is told each step and its share
 * (0–1). Fails with nothing changed; `model-download-failed` also where `signal` fired.
 */
export async function installModel(
  source: ModelSource,
  { places, ...parts }: InstallParts & { readonly places: ModelPlaces },
  { signal, tell }: { signal: AbortSignal; tell: (step: ModelStep, done: number) => void },
): Promise<Result<InstalledModel, InstallFault>> {
  const { release, process, now } = parts;
  const { place, staging, archive } = places;

  const fetchArchive = async (): Promise<Result<string, InstallFault>> => {
    tell('downloading', 0);
    const got = await downloadModel({
      ...{ release, path: archive, signal, fetch: parts.fetch },
      onBytes: (bytes) => tell('downloading', bytes / release.bytes),
    });
    return got.ok ? ok(archive) : got;
  };

  const unpack = async (path: string): Promise<Result<void, InstallFault>> => {
    const { size } = await stat(path);
    tell('checking', 0);
    if ((await hashFile(path, (bytes) => tell('checking', bytes / size))) !== release.sha256) {
      // Downloaded again, it would be wrong again from where it stopped.
      if (path === archive) await rm(archive, { force: true });
      return fail('model-wrong-checksum');
    }
    tell('unpacking', 0);
    const unpacked = await process.ask<Unpacked>(
      { is: 'unpack', archive: path, into: staging },
      { signal, onProgress: (bytes) => tell('unpacking', Number(bytes) / size) },
    );
    if (!unpacked.ok) return fail('model-not-unpacked', { detail: unpacked.fault.detail ?? '' });
    return unpacked.value;
  };

  const gather = async (): Promise<Result<void, InstallFault>> => {
    if (source.from === 'download') {
      const got = await fetchArchive();
      return got.ok ? unpack(got.value) : got;
    }
    const found = await stat(source.path).catch(() => undefined);
    if (!found) return fail('model-incomplete', { detail: 'there is no such file' });
    if (!found.isDirectory()) return unpack(source.path);
    tell('checking', 0);
    return copyModelFiles(source.path, staging);
  };

  /** A model that says nothing is none: it is tried before it takes its place. */
  const tryOut = async (made: InstalledModel): Promise<Result<void, InstallFault>> => {
    tell('trying', 0);
    const { folder: where, hashes } = made;
    const said = await process.ask<Spoken>({ is: 'speak', folder: where, hashes, ...TRIAL }, { signal });
    // Its memory is had back, and a later one is loaded from its own place.
    process.end();
    if (!said.ok) return fail('model-does-not-run', { detail: said.fault.detail ?? '' });
    if (said.value.ok) return ok(undefined);
    const { code, detail = '' } = said.value.fault;
    return fail(code === 'synthesizer-failed' ? 'model-does-not-run' : code, { detail });
  };

  try {
    await emptyFolder(staging);
    const gathered = await gather();
    if (!gathered.ok) return gathered;
    const made = await labelModelFolder(staging, { at: now(), onDone: (share) => tell('checking', share) });
    if (!made.ok) return made;
    const tried = await tryOut(made.value);
    if (!tried.ok) return tried;
    if (signal.aborted) return fail('model-download-failed', { detail: 'stopped' });
    await rm(place, { recursive: true, force: true });
    await rename(staging, place);
    await rm(archive, { force: true });
    return ok({ ...made.value, folder: place });
  } catch (error) {
    return writeFault(error);
  } finally {
    await rm(staging, { recursive: true, force: true }).catch(() => undefined);
  }
}
