import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { SampleBody } from '../../a2e/client.ts';
import { clipFiles, loadSample, type TakeSource } from '../../cloning/sample/load-sample.ts';
import type { SamplePart } from '../../cloning/sample/sample.ts';
import { fileBody } from '../../cloning/sample/sample-body.ts';
import { writeWhole } from '../../disk/write-atomic.ts';
import { fail, ok, type Result } from '../../result.ts';

/** Samples as files on their way up: rendered once, read from disk as they go out, gone when their job is. */
export interface SampleSpool {
  /** The files of this job. Fails with `sample-missing` where a recording is gone, and as the disk does. */
  files(jobId: string, parts: readonly SamplePart[]): Promise<Result<readonly SampleBody[]>>;
  remove(jobId: string): Promise<void>;
}

/** Opens the folder; files of jobs that are not `wanted` any more are removed. */
export async function openSampleSpool(options: {
  folder: string;
  source: TakeSource;
  isWanted: (jobId: string) => boolean;
}): Promise<SampleSpool> {
  const { folder, source, isWanted } = options;
  await mkdir(folder, { recursive: true });
  const jobOf = (name: string) => name.replace(/\.\d+\.wav.*$/, '');
  for (const name of await readdir(folder))
    if (!isWanted(jobOf(name)) || !name.endsWith('.wav')) await rm(join(folder, name), { force: true });
  const path = (jobId: string, index: number) => join(folder, `${jobId}.${index}.wav`);

  /** The first file last: where it stands, all of them do. */
  const render = async (jobId: string, parts: readonly SamplePart[]): Promise<Result<void>> => {
    const loaded = await loadSample(parts, source);
    if (!loaded.ok) return fail('sample-missing', { detail: loaded.fault.code });
    const files = [...clipFiles(loaded.value).entries()];
    for (const [index, bytes] of files.reverse()) {
      const written = await writeWhole(path(jobId, index), bytes);
      if (!written.ok) return written;
    }
    return ok(undefined);
  };

  return {
    async files(jobId, parts) {
      const isThere = (await fileBody(path(jobId, 0))) !== undefined;
      const rendered = isThere ? ok(undefined) : await render(jobId, parts);
      if (!rendered.ok) return rendered;
      const bodies: SampleBody[] = [];
      for (let index = 0; ; index++) {
        const body = await fileBody(path(jobId, index));
        if (!body) return bodies.length > 0 ? ok(bodies) : fail('sample-missing');
        bodies.push(body);
      }
    },
    async remove(jobId) {
      for (const name of await readdir(folder))
        if (jobOf(name) === jobId) await rm(join(folder, name), { force: true });
    },
  };
}
