import { copyFile } from 'node:fs/promises';
import { writeFault } from '../disk/write-fault.ts';
import { fail, ok, type Result } from '../result.ts';

/** Copies a kept sound to where a person wants it; answers that path, or `file-not-written` (facts: `file`). */
export async function copyOut(from: string, to: string): Promise<Result<string>> {
  try {
    await copyFile(from, to);
    return ok(to);
  } catch (error) {
    const { detail = '' } = writeFault(error).fault;
    return fail('file-not-written', { detail, facts: { file: to } });
  }
}
