import { z } from 'zod';
import { writeWhole } from '../disk/write-atomic.ts';
import type { WriteFaultCode } from '../disk/write-fault.ts';
import { encodeWav, type Pcm } from '../recording/wav.ts';
import type { Result } from '../result.ts';
import type { Comparison } from '../speaking/comparison.ts';
import { openRecordFolder } from './record-folder.ts';

const comparisonSchema: z.ZodType<Comparison> = z.object({
  id: z.string().regex(/^[\w-]+$/),
  createdAt: z.number(),
  text: z.string(),
  voices: z.array(z.object({ voiceId: z.string(), clipId: z.string(), jobId: z.string() })),
  own: z.object({ seconds: z.number(), loudness: z.number().exactOptional() }).exactOptional(),
  ranking: z.array(z.string()).exactOptional(),
});

/** The comparisons on disk, `comparisons/<id>.json`, and the speaker's own line, where there is one, as `<id>.wav`. */
export interface ComparisonShelf {
  /** Oldest first. */
  list(): readonly Comparison[];
  get(id: string): Comparison | undefined;
  /** Writes the own line first, so that a comparison that is listed is whole. */
  add(comparison: Comparison, own?: Pcm): Promise<Result<Comparison, WriteFaultCode>>;
  save(comparison: Comparison): Promise<Result<Comparison, WriteFaultCode>>;
  remove(id: string): Promise<void>;
  path(id: string): string;
}

/** Opens the folder; one that cannot be read is left where it is and told to `onUnreadable`. */
export async function openComparisonShelf(options: {
  folder: string;
  onUnreadable: (fileName: string) => void;
}): Promise<ComparisonShelf> {
  const folder = await openRecordFolder({
    ...options,
    parse: (value) => comparisonSchema.safeParse(value).data,
  });
  return {
    ...{ list: folder.list, get: folder.get, save: folder.save, remove: folder.remove },
    path: folder.soundPath,
    async add(comparison, own) {
      if (own) {
        const depth = own.bitDepth > 16 ? 24 : 16;
        const written = await writeWhole(folder.soundPath(comparison.id), encodeWav(own, depth));
        if (!written.ok) return written;
      }
      return folder.save(comparison);
    },
  };
}
