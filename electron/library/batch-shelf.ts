import { mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { PART_ENDING, writeWhole } from '../disk/write-atomic.ts';
import type { WriteFaultCode } from '../disk/write-fault.ts';
import { fail, ok, type Result } from '../result.ts';
import { type Batch, type BatchFaultCode, type BatchLine, ROW_KINDS } from '../speaking/batches/batch.ts';
import { pronunciationsSchema } from './kept-shapes.ts';

const id = z.string().regex(/^[\w-]+$/);
const headSchema: z.ZodType<Batch> = z.object({
  id,
  name: z.string(),
  createdAt: z.number(),
  voiceId: z.string(),
  speed: z.number(),
  pronunciations: pronunciationsSchema.exactOptional(),
  ceiling: z.number().positive().exactOptional(),
  charged: z.object({ credits: z.number(), since: z.number() }).exactOptional(),
  lines: z.number().int().nonnegative(),
  isAsked: z.boolean(),
  rowKind: z.enum(ROW_KINDS).exactOptional(),
  state: z.union([
    z.object({ status: z.literal('kept') }),
    z.object({ status: z.literal('discarded'), at: z.number() }),
  ]),
});
const linesSchema: z.ZodType<readonly BatchLine[]> = z.array(
  z.object({
    id: z.string(),
    text: z.string(),
    sent: z.string().exactOptional(),
    spokenAs: z.string().exactOptional(),
    speed: z.number().exactOptional(),
    row: z.number().int(),
    end: z.enum(['paragraph', 'sentence', 'clause', 'word', 'letter']),
    voiceId: z.string().exactOptional(),
    fileName: z.string().exactOptional(),
    chapter: z.string().exactOptional(),
    cue: z.object({ from: z.number(), to: z.number() }).exactOptional(),
    pauseBeforeMs: z.number().exactOptional(),
    pauseAfterMs: z.number().exactOptional(),
  }),
);
const LINES_ENDING = '.lines.json';

/** The batches on disk: `<id>.json` says what it is, `<id>.lines.json` holds its lines, read when they are asked for. */
export interface BatchShelf {
  /** Oldest first, discarded ones among them. */
  list(): readonly Batch[];
  get(id: string): Batch | undefined;
  /** Writes the lines, then what it is: a batch that is listed is whole. */
  add(batch: Batch, lines: readonly BatchLine[]): Promise<Result<Batch, WriteFaultCode>>;
  /**
   * Changes what it is, at once for whoever looks, and writes it after the changes before; its lines stay. Where the disk
   * refuses, the change holds for this run.
   */
  change(id: string, move: (batch: Batch) => Batch): Promise<Result<Batch, WriteFaultCode | BatchFaultCode>>;
  lines(id: string): Promise<Result<readonly BatchLine[], BatchFaultCode>>;
  saveLines(id: string, lines: readonly BatchLine[]): Promise<Result<void, WriteFaultCode>>;
  remove(id: string): Promise<void>;
}

/** Opens the folder; what cannot be read is left where it is and told to `onUnreadable`. */
export async function openBatchShelf(options: {
  readonly folder: string;
  readonly onUnreadable: (fileName: string) => void;
}): Promise<BatchShelf> {
  const { folder, onUnreadable } = options;
  await mkdir(folder, { recursive: true });
  const heads = new Map<string, Batch>();
  /** The lines that were looked at last: a list that is scrolled asks again and again. */
  let held: { readonly id: string; readonly lines: readonly BatchLine[] } | undefined;
  const names = await readdir(folder);
  for (const name of names.filter((each) => each.endsWith(PART_ENDING)))
    await rm(join(folder, name), { force: true });
  for (const name of names.filter((each) => each.endsWith('.json') && !each.endsWith(LINES_ENDING))) {
    const head = headSchema.safeParse(await readJson(join(folder, name))).data;
    if (head && name === `${head.id}.json`) heads.set(head.id, head);
    else onUnreadable(name);
  }
  const linesPath = (batchId: string) => join(folder, batchId + LINES_ENDING);
  const write = (batch: Batch) =>
    writeWhole(join(folder, `${batch.id}.json`), JSON.stringify(batch, null, 1));
  let writing: Promise<unknown> = Promise.resolve();
  const change: BatchShelf['change'] = (batchId, move) => {
    const before = heads.get(batchId);
    if (!before) return Promise.resolve(fail('batch-not-found'));
    const batch = move(before);
    if (batch === before) return Promise.resolve(ok(batch));
    heads.set(batchId, batch);
    const written = writing.then(async () => {
      // Only the newest is written: those between would say less.
      const newest = heads.get(batchId);
      const wrote = newest ? await write(newest) : ok(undefined);
      return wrote.ok ? ok(batch) : wrote;
    });
    writing = written;
    return written;
  };
  const saveLines = async (
    batchId: string,
    lines: readonly BatchLine[],
  ): Promise<Result<void, WriteFaultCode>> => {
    const written = await writeWhole(linesPath(batchId), JSON.stringify(lines));
    if (written.ok) held = { id: batchId, lines };
    return written;
  };
  return {
    list: () => [...heads.values()].sort((a, b) => a.createdAt - b.createdAt),
    get: (batchId) => heads.get(batchId),
    async add(batch, lines) {
      const written = await saveLines(batch.id, lines);
      const head = written.ok ? await write(batch) : written;
      if (!head.ok) return head;
      heads.set(batch.id, batch);
      return ok(batch);
    },
    change,
    async lines(batchId) {
      if (!heads.has(batchId)) return fail('batch-not-found');
      if (held?.id === batchId) return ok(held.lines);
      const { data: lines } = linesSchema.safeParse(await readJson(linesPath(batchId)));
      if (!lines) return fail('batch-unreadable');
      held = { id: batchId, lines };
      return ok(lines);
    },
    saveLines,
    async remove(batchId) {
      heads.delete(batchId);
      if (held?.id === batchId) held = undefined;
      // What it is goes last: cut off in between, it still stands and the removal is made up for.
      await rm(linesPath(batchId), { force: true });
      await rm(join(folder, `${batchId}.json`), { force: true });
    },
  };
}

async function readJson(path: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(path, 'utf8'));
  } catch {
    return undefined;
  }
}
