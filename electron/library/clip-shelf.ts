import { stat } from 'node:fs/promises';
import { z } from 'zod';
import { copyWhole, writeWhole } from '../disk/write-atomic.ts';
import type { WriteFaultCode } from '../disk/write-fault.ts';
import type { Pcm } from '../recording/wav.ts';
import { encodeWav } from '../recording/wav.ts';
import { fail, type Result } from '../result.ts';
import type { Clip, SpeakingFaultCode } from '../speaking/clip.ts';
import { CLIP_DOUBTS } from '../speaking/joining/proof-listen.ts';
import { openRecordFolder, purgeDiscarded, type RecordFolder } from './record-folder.ts';

type ClipFault = SpeakingFaultCode | WriteFaultCode;

const clipSchema: z.ZodType<Clip> = z.object({
  id: z.string().regex(/^[\w-]+$/),
  jobId: z.string(),
  voiceId: z.string(),
  voiceName: z.string(),
  server: z.string(),
  text: z.string(),
  sent: z.string().exactOptional(),
  speed: z.number(),
  createdAt: z.number(),
  sampleRate: z.number().positive(),
  samples: z.number().int().nonnegative(),
  stock: z.string().exactOptional(),
  loudness: z.number().exactOptional(),
  line: z
    .object({ batchId: z.string(), lineId: z.string(), askedAt: z.number().exactOptional() })
    .exactOptional(),
  key: z.string().exactOptional(),
  spokenMs: z.number().exactOptional(),
  doubts: z.array(z.enum(CLIP_DOUBTS)).exactOptional(),
  isFavourite: z.literal(true).exactOptional(),
  recording: z.object({ takeId: z.string(), from: z.number().int(), to: z.number().int() }).exactOptional(),
  state: z.union([
    z.object({ status: z.literal('kept') }),
    z.object({ status: z.literal('discarded'), at: z.number() }),
  ]),
});

/** The clips on disk. */
export interface ClipShelf {
  /** Oldest first, discarded ones among them. */
  list(): readonly Clip[];
  get(id: string): Clip | undefined;
  /** Writes the sound, then its description: a clip that is listed is whole. */
  add(clip: Clip, sound: Pcm): Promise<Result<Clip, ClipFault>>;
  /** The same with the sound of another clip. */
  addCopy(clip: Clip, of: Clip): Promise<Result<Clip, ClipFault>>;
  /** The newest kept clip with this content (see `contentKey`). */
  withKey(key: string): Clip | undefined;
  discard(id: string, at: number): Promise<Result<Clip, ClipFault>>;
  /** Makes a kept clip a favourite, or no longer one. */
  star(id: string, isFavourite: boolean): Promise<Result<Clip, ClipFault>>;
  restore(id: string): Promise<Result<Clip, ClipFault>>;
  /** Removes for good what was discarded before `before` (milliseconds since 1970); answers the ids. */
  purge(before: number): Promise<readonly string[]>;
  path(id: string): string;
  /** Bytes that the sounds of the kept clips take on disk. */
  bytes(): Promise<number>;
}

/** Opens the library folder. */
export async function openClipShelf(options: {
  folder: string;
  onUnreadable: (fileName: string) => void;
}): Promise<ClipShelf> {
  const folder = await openRecordFolder({ ...options, parse: (value) => clipSchema.safeParse(value).data });

  const move = async (id: string, from: Clip['state']['status'], state: Clip['state']) => {
    const clip = folder.get(id);
    if (!clip) return fail('clip-not-found');
    return clip.state.status === from ? folder.save({ ...clip, state }) : fail('clip-not-possible');
  };

  const sizes = new Map<string, number>();
  const byKey = new Map<string, Set<string>>();
  const index = ({ id, key }: Clip): void => {
    if (key !== undefined) byKey.set(key, (byKey.get(key) ?? new Set()).add(id));
  };
  for (const clip of folder.list()) index(clip);
  const save = async (clip: Clip): Promise<Result<Clip, ClipFault>> => {
    const saved = await folder.save(clip);
    if (saved.ok) index(clip);
    return saved;
  };

  return {
    list: folder.list,
    get: folder.get,
    async add(clip, sound) {
      const depth = sound.bitDepth > 16 ? 24 : 16;
      const written = await writeWhole(folder.soundPath(clip.id), encodeWav(sound, depth));
      return written.ok ? save(clip) : written;
    },
    async addCopy(clip, of) {
      const copied = await copyWhole(folder.soundPath(of.id), folder.soundPath(clip.id));
      return copied.ok ? save(clip) : copied;
    },
    withKey: (key) =>
      [...(byKey.get(key) ?? [])].map(folder.get).findLast((clip) => clip?.state.status === 'kept'),
    discard: (id, at) => move(id, 'kept', { status: 'discarded', at }),
    restore: (id) => move(id, 'discarded', { status: 'kept' }),
    async star(id, isFavourite) {
      const clip = folder.get(id);
      if (clip?.state.status !== 'kept') return fail('clip-not-found');
      const { isFavourite: _, ...plain } = clip;
      return folder.save({ ...plain, ...(isFavourite && { isFavourite }) });
    },
    purge: (before) => purgeDiscarded(folder, before),
    path: folder.soundPath,
    bytes: () => bytesOf(folder, sizes),
  };
}

/** Each file is looked at once: a clip's sound never changes. */
async function bytesOf(
  folder: Pick<RecordFolder<Clip>, 'list' | 'soundPath'>,
  sizes: Map<string, number>,
): Promise<number> {
  let bytes = 0;
  for (const { id, state } of folder.list()) {
    if (state.status !== 'kept') continue;
    const known = sizes.get(id) ?? (await stat(folder.soundPath(id)).catch(() => undefined))?.size ?? 0;
    sizes.set(id, known);
    bytes += known;
  }
  return bytes;
}
