import type { JournalDisk } from '../../electron/jobs/journal-file.ts';

export type DiskCall = 'write' | 'flush' | 'truncate' | 'replace' | 'close';

/** A disk in memory that keeps count and fails when told to. */
export interface MemoryDisk extends JournalDisk {
  /** What each file holds now. */
  readonly files: Map<string, Buffer>;
  /** What each file would hold after a power cut. */
  readonly durable: Map<string, Buffer>;
  /** All that was asked, in order. */
  readonly calls: DiskCall[];
  count(call: DiskCall): number;
  /** Asked before each call; true makes it fail as a full disk does: a write takes half of its bytes first. */
  isFull: (call: DiskCall) => boolean;
  /** Awaited by each flush; lets a test hold the disk up. */
  flushing: Promise<void>;
}

export function createMemoryDisk(content: ReadonlyMap<string, Buffer> = new Map()): MemoryDisk {
  const files = new Map(content);
  const durable = new Map(content);
  const calls: DiskCall[] = [];

  function ask(call: DiskCall, onFull: () => void = () => undefined): void {
    calls.push(call);
    if (!disk.isFull(call)) return;
    onFull();
    throw Object.assign(new Error('no space left on device'), { code: 'ENOSPC' });
  }

  function put(path: string, bytes: Uint8Array, at: number): void {
    const old = files.get(path) ?? Buffer.alloc(0);
    const grown = Buffer.alloc(Math.max(old.length, at + bytes.length));
    old.copy(grown);
    grown.set(bytes, at);
    files.set(path, grown);
  }

  const disk: MemoryDisk = {
    files,
    durable,
    calls,
    count: (call) => calls.filter((one) => one === call).length,
    isFull: () => false,
    flushing: Promise.resolve(),
    read: async (path) => files.get(path) ?? Buffer.alloc(0),
    async open(path) {
      if (!files.has(path)) files.set(path, Buffer.alloc(0));
      return {
        async write(bytes, at) {
          ask('write', () => put(path, bytes.subarray(0, bytes.length >> 1), at));
          put(path, bytes, at);
        },
        async flush() {
          // A flush takes its time, so that others can ask meanwhile.
          for (let i = 0; i < 5; i += 1) await Promise.resolve();
          await disk.flushing;
          ask('flush');
          durable.set(path, files.get(path) ?? Buffer.alloc(0));
        },
        async truncate(length) {
          ask('truncate');
          const old = files.get(path) ?? Buffer.alloc(0);
          files.set(
            path,
            Buffer.concat([old.subarray(0, length), Buffer.alloc(Math.max(0, length - old.length))]),
          );
        },
        async close() {
          ask('close');
        },
      };
    },
    async replace(path, bytes) {
      ask('replace');
      files.set(path, Buffer.from(bytes));
      durable.set(path, Buffer.from(bytes));
    },
  };
  return disk;
}
