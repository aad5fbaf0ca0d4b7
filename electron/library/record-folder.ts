import { readFileSync } from 'node:fs';
import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { PART_ENDING, writeWhole } from '../disk/write-atomic.ts';
import type { WriteFaultCode } from '../disk/write-fault.ts';
import { createStretches } from '../processes/stretches.ts';
import { ok, type Result } from '../result.ts';

/** A folder of sounds, `<id>.wav`, each with its description beside it, `<id>.json`. */
export interface RecordFolder<T extends { readonly id: string }> {
  /** Oldest first. */
  list(): readonly T[];
  get(id: string): T | undefined;
  /** Writes the description whole or not at all. */
  save(record: T): Promise<Result<T, WriteFaultCode>>;
  /** Lists it as given although the disk has not taken it: what stands there is what the next start finds. */
  hold(record: T): void;
  /** Removes description, sound and peaks. */
  remove(id: string): Promise<void>;
  soundPath(id: string): string;
  /** Where a sound's course for drawing is kept, if it is. */
  peaksPath(id: string): string;
}

/**
 * Opens the folder and reads every description in it; one that cannot be read is left where it is and told to
 * `onUnreadable`, and its sound is not touched. `parse` answers undefined for what is no description.
 */
export async function openRecordFolder<
  T extends { readonly id: string; readonly createdAt: number },
>(options: {
  folder: string;
  parse: (text: unknown) => T | undefined;
  onUnreadable: (fileName: string) => void;
}): Promise<RecordFolder<T>> {
  const { folder, parse, onUnreadable } = options;
  await mkdir(folder, { recursive: true });
  const records = new Map<string, T>();
  const names = await readdir(folder);
  for (const name of names.filter((name) => name.endsWith(PART_ENDING)))
    await rm(join(folder, name), { force: true });
  const described = names.filter((name) => name.endsWith('.json'));
  const stretches = createStretches();
  for (const name of described) {
    // Ten thousand small files one after the other are read five times faster without a thread for each; the loop is
    // left in between.
    if (stretches.isOver()) await stretches.rest();
    const record = readRecord(join(folder, name), parse);
    if (record && name === `${record.id}.json`) records.set(record.id, record);
    else onUnreadable(name);
  }
  return {
    list: () => [...records.values()].sort((a, b) => a.createdAt - b.createdAt),
    get: (id) => records.get(id),
    async save(record) {
      const written = await writeWhole(join(folder, `${record.id}.json`), JSON.stringify(record, null, 1));
      if (written.ok) records.set(record.id, record);
      return written.ok ? ok(record) : written;
    },
    hold: (record) => void records.set(record.id, record),
    async remove(id) {
      records.delete(id);
      // The sound first: cut off in between, the description still stands and the removal is made up for.
      await rm(join(folder, `${id}.wav`), { force: true });
      await rm(join(folder, `${id}.peaks`), { force: true });
      await rm(join(folder, `${id}.json`), { force: true });
    },
    soundPath: (id) => join(folder, `${id}.wav`),
    peaksPath: (id) => join(folder, `${id}.peaks`),
  };
}

function readRecord<T>(path: string, parse: (value: unknown) => T | undefined): T | undefined {
  try {
    return parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    return undefined;
  }
}

/** Removes for good what was discarded before `before` (milliseconds since 1970); answers the ids. */
export async function purgeDiscarded(
  folder: RecordFolder<{
    readonly id: string;
    readonly state: { readonly status: string; readonly at?: number };
  }>,
  before: number,
): Promise<readonly string[]> {
  const ids = folder
    .list()
    .filter(({ state }) => state.status === 'discarded' && (state.at ?? 0) < before)
    .map(({ id }) => id);
  for (const id of ids) await folder.remove(id);
  return ids;
}
