import { open } from 'node:fs/promises';
import type { OpenFile } from '../../electron/recording/take-file.ts';

/** A real file on a disk with room for `room` bytes: what does not fit is cut, then refused as the system refuses it. */
export async function openOnSmallDisk(path: string, room: number, code = 'ENOSPC'): Promise<OpenFile> {
  const file = await open(path, 'wx');
  const refusal = () => Object.assign(new Error(`${code}: no space left on device, write`), { code });
  return {
    async write(bytes, offset, length, position) {
      const fits = Math.min(length, room - position);
      if (fits <= 0) throw refusal();
      return file.write(bytes, offset, fits, position);
    },
    datasync: () => file.datasync(),
    close: () => file.close(),
  };
}
