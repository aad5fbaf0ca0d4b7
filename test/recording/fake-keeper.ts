import { join } from 'node:path';
import type { FrameInput, FrameLine, TakeKeeper } from '../../electron/recording/recorder.ts';
import type { Take } from '../../electron/recording/take.ts';
import { beginTakeFile, createTakeFile, type TakeFile } from '../../electron/recording/take-file.ts';
import { fail, ok } from '../../electron/result.ts';
import { openOnSmallDisk } from './full-disk.ts';

/** Takes in a folder: the sound on disk, the descriptions in memory. */
export interface FakeKeeper extends TakeKeeper {
  readonly takes: ReadonlyMap<string, Take>;
  readonly removed: readonly string[];
  readonly peaks: ReadonlyMap<string, Uint8Array>;
  path(id: string): string;
  /** Let appends wait (true) or go on (false). */
  hold(on: boolean): void;
}

/** `room`: bytes a sound may have; `saves`: how many descriptions can be written before the disk refuses. */
export function fakeKeeper(folder: string, limits: { room?: number; saves?: number } = {}): FakeKeeper {
  const takes = new Map<string, Take>();
  const removed: string[] = [];
  const peaks = new Map<string, Uint8Array>();
  const path = (id: string) => join(folder, `${id}.wav`);
  let savesLeft = limits.saves ?? Number.POSITIVE_INFINITY;
  let gate = Promise.resolve();
  let openGate = () => {};
  const gated = (file: TakeFile): TakeFile => ({
    get samples() {
      return file.samples;
    },
    append: (samples) => gate.then(() => file.append(samples)),
    close: () => gate.then(() => file.close()),
  });
  return {
    takes,
    removed,
    peaks,
    path,
    hold(on) {
      openGate();
      if (on)
        gate = new Promise((resolve) => {
          openGate = resolve;
        });
    },
    async create(take) {
      takes.set(take.id, take);
      const { room } = limits;
      const file =
        room === undefined
          ? await createTakeFile({ ...take, path: path(take.id) })
          : await beginTakeFile(await openOnSmallDisk(path(take.id), room), take);
      return file.ok ? ok(gated(file.value)) : file;
    },
    async save(take) {
      if (savesLeft-- <= 0) return fail('disk-full');
      takes.set(take.id, take);
      return ok(take);
    },
    async savePeaks(id, bytes) {
      peaks.set(id, bytes);
    },
    get: (id) => takes.get(id),
    async remove(id) {
      takes.delete(id);
      removed.push(id);
    },
  };
}

/** A line whose other end the test holds. */
export interface FakeLine extends FrameLine {
  frames(first: number, samples: Float32Array): void;
  say(input: FrameInput): void;
  /** The other end goes away. */
  breakUp(): void;
  readonly told: readonly string[];
}

export function fakeLine(): FakeLine {
  let onInput: (input: FrameInput) => void = () => {};
  let onClosed = () => {};
  const told: string[] = [];
  return {
    told,
    onInput(listener) {
      onInput = listener;
    },
    onClosed(listener) {
      onClosed = listener;
    },
    tell: (what) => void told.push(what),
    close: () => void told.push('closed'),
    say: (input) => onInput(input),
    frames: (first, samples) => onInput({ kind: 'frames', first, samples }),
    breakUp: () => onClosed(),
  };
}
