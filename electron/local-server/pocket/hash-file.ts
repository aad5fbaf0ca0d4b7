import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';

/** SHA-256 of a file in hex; undefined where it cannot be read. `onBytes` is told how much has been read in all. */
export async function hashFile(path: string, onBytes?: (bytes: number) => void): Promise<string | undefined> {
  const hash = createHash('sha256');
  let bytes = 0;
  try {
    for await (const part of createReadStream(path, { highWaterMark: 1024 * 1024 })) {
      hash.update(part);
      bytes += part.length;
      onBytes?.(bytes);
    }
    return hash.digest('hex');
  } catch {
    return undefined;
  }
}
