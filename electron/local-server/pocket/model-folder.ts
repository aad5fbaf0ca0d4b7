import { copyFile, mkdir, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { writeWhole } from '../../disk/write-atomic.ts';
import { writeFault } from '../../disk/write-fault.ts';
import { fail, ok, type Result } from '../../result.ts';
import { hashFile } from './hash-file.ts';
import type { ModelHashes } from './messages.ts';
import { MODEL_FILES, type ModelFaultCode } from './model.ts';

/** A model on disk, as it was installed. */
export interface InstalledModel {
  readonly folder: string;
  readonly hashes: ModelHashes;
  /** Of all files. */
  readonly bytes: number;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** Stands beside the files of a model; without it there is no model. */
const LABEL = 'model.json';
const labelShape = z.object({
  version: z.literal(1),
  at: z.number(),
  licenceAcceptedAt: z.number(),
  files: z.record(z.enum(MODEL_FILES), z.object({ bytes: z.number(), sha256: z.string() })),
});

/** What is installed in a folder: undefined where nothing is, `model-changed` where a file is missing or of another length. */
export async function readModelFolder(
  folder: string,
): Promise<Result<InstalledModel | undefined, ModelFaultCode>> {
  const label = await readFile(join(folder, LABEL), 'utf8').catch(() => undefined);
  if (label === undefined) return ok(undefined);
  const read = readLabel(label);
  if (!read) return fail('model-changed', { detail: LABEL, facts: { file: LABEL } });
  let bytes = 0;
  for (const name of MODEL_FILES) {
    const size = await stat(join(folder, name)).then(
      (found) => found.size,
      () => undefined,
    );
    if (size !== read.files[name].bytes)
      return fail('model-changed', { detail: name, facts: { file: name } });
    bytes += size;
  }
  return ok({ folder, bytes, at: read.at, hashes: hashesOf(read.files) });
}

/** Writes down what the files in a folder are, which makes them a model. Fails with `model-incomplete`. */
export async function labelModelFolder(
  folder: string,
  { at, onDone }: { at: number; onDone: (share: number) => void },
): Promise<Result<InstalledModel, ModelFaultCode | 'disk-full' | 'not-written'>> {
  const files: Record<string, { bytes: number; sha256: string }> = {};
  for (const [i, name] of MODEL_FILES.entries()) {
    const sha256 = await hashFile(join(folder, name));
    if (sha256 === undefined) return fail('model-incomplete', { detail: name });
    files[name] = { sha256, bytes: (await stat(join(folder, name))).size };
    onDone((i + 1) / MODEL_FILES.length);
  }
  const label = labelShape.parse({ version: 1, at, licenceAcceptedAt: at, files });
  const written = await writeWhole(join(folder, LABEL), JSON.stringify(label, null, 1));
  if (!written.ok) return written;
  const bytes = Object.values(files).reduce((sum, file) => sum + file.bytes, 0);
  return ok({ folder, at, bytes, hashes: hashesOf(label.files) });
}

/** Copies the files of a model from a folder of the person's. Fails with `model-incomplete`. */
export async function copyModelFiles(
  from: string,
  into: string,
): Promise<Result<void, ModelFaultCode | 'disk-full' | 'not-written'>> {
  const missing: string[] = [];
  for (const name of MODEL_FILES)
    if (
      !(await stat(join(from, name)).then(
        (found) => found.isFile(),
        () => false,
      ))
    )
      missing.push(name);
  if (missing.length > 0) return fail('model-incomplete', { detail: missing.join(', ') });
  try {
    for (const name of MODEL_FILES) await copyFile(join(from, name), join(into, name));
    return ok(undefined);
  } catch (error) {
    return writeFault(error);
  }
}

/** A folder that is there and empty. */
export async function emptyFolder(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
}

function readLabel(label: string): z.infer<typeof labelShape> | undefined {
  try {
    return labelShape.safeParse(JSON.parse(label)).data;
  } catch {
    return undefined;
  }
}

function hashesOf(files: Readonly<Record<string, { readonly sha256: string }>>): ModelHashes {
  return Object.fromEntries(MODEL_FILES.map((name) => [name, files[name]?.sha256 ?? ''])) as ModelHashes;
}
