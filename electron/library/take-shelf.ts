import { z } from 'zod';
import { writeWhole } from '../disk/write-atomic.ts';
import type { TakePeaks } from '../recording/peaks.ts';
import type { TakeKeeper } from '../recording/recorder.ts';
import {
  moveTake,
  type RecordingFaultCode,
  type Take,
  type TakeEvent,
  type TakeSpeech,
} from '../recording/take.ts';
import { createTakeFile, repairTakeFile } from '../recording/take-file.ts';
import { fail, ok, type Result } from '../result.ts';
import { openRecordFolder, purgeDiscarded } from './record-folder.ts';
import { takePeaks } from './take-peaks.ts';

const speechSchema: z.ZodType<TakeSpeech> = z.object({
  seconds: z.number().nonnegative(),
  spans: z.array(z.object({ from: z.number().nonnegative(), to: z.number().nonnegative() })),
  by: z.enum(['silero', 'gate']),
});

const takeSchema = z.object({
  id: z.string().regex(/^[\w-]+$/),
  createdAt: z.number(),
  source: z.union([
    z.object({ kind: z.literal('microphone'), device: z.string() }),
    z.object({ kind: z.literal('file'), fileName: z.string(), damaged: z.literal(true).exactOptional() }),
    z.object({ kind: z.literal('cleaned'), of: z.string(), spokenHere: z.boolean() }),
  ]),
  sampleRate: z.number().positive(),
  bitDepth: z.union([z.literal(16), z.literal(24)]),
  samples: z.number().int().nonnegative(),
  state: z.union([
    z.object({ status: z.literal('recording') }),
    z.object({ status: z.literal('kept'), recovered: z.boolean() }),
    z.object({ status: z.literal('discarded'), at: z.number() }),
  ]),
  sessionId: z.string().exactOptional(),
  marks: z
    .array(
      z.object({
        at: z.number().int().nonnegative(),
        sentence: z.number().int().min(-1),
        text: z.string().exactOptional(),
      }),
    )
    .exactOptional(),
});
const heardTakeSchema = takeSchema.extend({ speech: speechSchema.exactOptional() });

/** A take whose speech cannot be read is as good as one that was not listened to yet. */
function parseTake(value: unknown): Take | undefined {
  return heardTakeSchema.safeParse(value).data ?? takeSchema.safeParse(value).data;
}

/** The takes on disk. */
export interface TakeShelf extends TakeKeeper {
  /** Oldest first, discarded ones among them. */
  list(): readonly Take[];
  /** Changes a take's state on disk; fails where the event does not fit. */
  move(id: string, event: TakeEvent): Promise<Result<Take, RecordingFaultCode>>;
  /** Writes down what of a take is speech. */
  describe(id: string, speech: TakeSpeech): Promise<Result<Take, RecordingFaultCode>>;
  /** Removes for good what was discarded before `before` (milliseconds since 1970); answers the ids. */
  purge(before: number): Promise<readonly string[]>;
  path(id: string): string;
  /** What the take's course looks like; gathered from its sound where it is not kept. */
  peaks(id: string): Promise<Result<TakePeaks, RecordingFaultCode>>;
  /** Takes that were being recorded when the last process died, repaired at opening. */
  readonly recovered: readonly string[];
}

/**
 * Opens the shelf and mends what a killed recording left. An empty one (no sound at all) is removed, and so is half an
 * import: its file is still where it came from.
 */
export async function openTakeShelf(options: {
  folder: string;
  onUnreadable: (fileName: string) => void;
}): Promise<TakeShelf> {
  const folder = await openRecordFolder({
    ...options,
    parse: parseTake,
  });

  // One change after the other, each on what the one before has left.
  let turn: Promise<unknown> = Promise.resolve();
  const change = (id: string, make: (take: Take) => Result<Take, RecordingFaultCode>) => {
    const changed = turn.then(async () => {
      const take = folder.get(id);
      if (!take) return fail('take-not-found');
      const made = make(take);
      return made.ok ? folder.save(made.value) : made;
    });
    turn = changed;
    return changed;
  };
  const move: TakeShelf['move'] = (id, event) => change(id, (take) => moveTake(take, event));

  const recovered: string[] = [];
  for (const take of folder.list().filter((take) => take.state.status === 'recording')) {
    // A copy that was not finished can be made again.
    if (take.source.kind !== 'microphone') {
      await folder.remove(take.id);
      continue;
    }
    const samples = await repairTakeFile(folder.soundPath(take.id), take);
    if (samples.ok && samples.value > 0) {
      const moved = await move(take.id, { is: 'recovered', samples: samples.value });
      // Where the disk is still full it is there all the same, and written down at a later start.
      const inMemory = moved.ok ? moved : moveTake(take, { is: 'recovered', samples: samples.value });
      if (inMemory.ok) folder.hold(inMemory.value);
      recovered.push(take.id);
    } else if (samples.ok || samples.fault.detail === 'ENOENT') await folder.remove(take.id);
  }

  return {
    ...folder,
    recovered,
    move,
    describe: (id, speech) => change(id, (take) => ok({ ...take, speech })),
    async save(take) {
      const saved = await folder.save(take);
      // On a full disk the description goes on saying "recording", and the next start mends it. The sound is there.
      if (!saved.ok && take.state.status === 'kept') folder.hold(take);
      return saved;
    },
    async create(take) {
      const saved = await folder.save(take);
      if (!saved.ok) return saved;
      const file = await createTakeFile({ ...take, path: folder.soundPath(take.id) });
      if (!file.ok) await folder.remove(take.id);
      return file;
    },
    savePeaks: async (id, peaks) => void (await writeWhole(folder.peaksPath(id), peaks)),
    async peaks(id) {
      const take = folder.get(id);
      if (!take) return fail('take-not-found');
      return takePeaks(take, { sound: folder.soundPath(id), peaks: folder.peaksPath(id) });
    },
    purge: (before) => purgeDiscarded(folder, before),
    path: folder.soundPath,
  };
}
