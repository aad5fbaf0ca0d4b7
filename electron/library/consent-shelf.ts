import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { KeptConsent } from '../cloning/sample/consent.ts';
import { writeWhole } from '../disk/write-atomic.ts';
import type { WriteFaultCode } from '../disk/write-fault.ts';
import type { Result } from '../result.ts';
import { openRecordFolder } from './record-folder.ts';

const consentSchema = z.object({
  id: z.string().regex(/^[\w-]+$/),
  createdAt: z.number(),
  text: z.string(),
  sha256: z.string(),
  seconds: z.number(),
  from: z.object({ takeId: z.string(), from: z.number().int(), to: z.number().int() }).exactOptional(),
}) satisfies z.ZodType<KeptConsent>;

/** The sounds in which speakers agree, `consents/<id>.wav` with `<id>.json` beside each. */
export interface ConsentShelf {
  list(): readonly KeptConsent[];
  get(id: string): KeptConsent | undefined;
  path(id: string): string;
  /** Writes the sound first, so that a consent that is listed is whole; its hash is of the file as written. */
  keep(consent: Omit<KeptConsent, 'sha256'>, wav: Uint8Array): Promise<Result<KeptConsent, WriteFaultCode>>;
  remove(id: string): Promise<void>;
}

/** Opens the folder; one that cannot be read is left where it is and told to `onUnreadable`. */
export async function openConsentShelf(options: {
  folder: string;
  onUnreadable: (fileName: string) => void;
}): Promise<ConsentShelf> {
  const folder = await openRecordFolder({
    ...options,
    parse: (value) => consentSchema.safeParse(value).data,
  });
  return {
    list: folder.list,
    get: folder.get,
    path: folder.soundPath,
    remove: folder.remove,
    async keep(consent, wav) {
      const written = await writeWhole(folder.soundPath(consent.id), wav);
      if (!written.ok) return written;
      return folder.save({ ...consent, sha256: createHash('sha256').update(wav).digest('hex') });
    },
  };
}
