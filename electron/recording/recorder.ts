import { type Fault, fail, ok, type Result } from '../result.ts';
import { type BitDepth, moveTake, type RecordingFaultCode, type Take, type TakeMark } from './take.ts';
import type { TakeFile } from './take-file.ts';

/** The longest take, in seconds: what A2E accepts as a whole sample [doc]. Recording stops there and keeps. */
export const LONGEST_TAKE_SECONDS = 60;
/** How long `stop` waits for sound that is still on its way, in milliseconds. */
const STRAGGLER_MS = 2000;
/** More sentences than anyone reads in a minute: what a broken window may ask to have written down. */
const MOST_MARKS = 200;

/** What arrives from the microphone, in order. */
export type FrameInput =
  | { readonly kind: 'frames'; readonly first: number; readonly samples: Float32Array }
  | ({ readonly kind: 'mark' } & TakeMark)
  | { readonly kind: 'end'; readonly samples: number };

/** The line on which a take's sound arrives. `tell` says that the recorder takes no more. */
export interface FrameLine {
  onInput(listener: (input: FrameInput) => void): void;
  /** The other end is gone (a crashed or closed window). */
  onClosed(listener: () => void): void;
  tell(what: 'full' | 'broken'): void;
  close(): void;
}

/** Where takes are kept. */
export interface TakeKeeper {
  /** Writes the take down as being recorded and opens its file. */
  create(take: Take): Promise<Result<TakeFile, RecordingFaultCode>>;
  save(take: Take): Promise<Result<Take, RecordingFaultCode>>;
  /** Keeps what a take's course looks like beside it (`peaks.ts`); where that fails nothing is lost. */
  savePeaks(id: string, peaks: Uint8Array): Promise<void>;
  get(id: string): Take | undefined;
  /** Removes description and sound for good. */
  remove(id: string): Promise<void>;
}

export interface Recorder {
  /** Opens a new take. `sampleRate` in Hz. */
  begin(ask: {
    device: string;
    sampleRate: number;
    bitDepth: BitDepth;
    /** The first take of the session it goes on with. */
    sessionId?: string;
  }): Promise<Result<Take, RecordingFaultCode>>;
  /** Gives an open take the line its sound arrives on. */
  connect(takeId: string, line: FrameLine): Result<void, RecordingFaultCode>;
  /**
   * Closes the take once `samples` samples are on disk (or 2 s have passed) and keeps it. A take that stopped by itself
   * answers as it was kept.
   */
  stop(takeId: string, samples: number): Promise<Result<Take, RecordingFaultCode>>;
  /** Keeps whatever is being recorded: the app is closing. */
  stopAll(): Promise<void>;
}

/** The recorder: frames in order become a take on disk. Nothing that arrived is ever thrown away. */
export function createRecorder(options: {
  keeper: TakeKeeper;
  now: () => number;
  newId: () => string;
  /** Sound that has just arrived, on its way to the disk; not to be kept or changed. Called at once, so it must be quick. */
  onBlock?: (take: Take, block: { readonly first: number; readonly samples: Float32Array }) => void;
  /** A take ended otherwise than by `stop`: full, broken off, window gone, disk full. */
  onEnded: (take: Take, fault?: Fault<RecordingFaultCode>) => void;
}): Recorder {
  const { keeper, now, newId, onBlock, onEnded } = options;
  const open = new Map<string, OpenTake>();

  const finish = async (taking: OpenTake): Promise<Result<Take, RecordingFaultCode>> => {
    taking.ended ??= (async () => {
      taking.line?.close();
      const closed = await taking.file.close();
      await taking.saved;
      const moved = moveTake(taking.take, { is: 'stopped', samples: taking.file.samples });
      if (!moved.ok) return moved;
      const saved = await keeper.save(moved.value);
      open.delete(taking.take.id);
      return saved.ok && !closed.ok ? closed : saved;
    })();
    taking.wake();
    return taking.ended;
  };

  const breakOff = async (taking: OpenTake, fault?: Fault<RecordingFaultCode>) => {
    if (taking.ended) return;
    taking.line?.tell(fault ? 'broken' : 'full');
    await finish(taking);
    const take = keeper.get(taking.take.id);
    if (take) onEnded(take, fault);
  };

  /** Written down at once, so that a kill does not cost it; a refusal is no matter, the sound meets the same disk. */
  const mark = (taking: OpenTake, { at, sentence, text }: TakeMark) => {
    const kept = { at, sentence, ...(text !== undefined && { text }) };
    const moved = moveTake(taking.take, { is: 'marked', mark: kept });
    if (!moved.ok || at > taking.received || (taking.take.marks?.length ?? 0) >= MOST_MARKS) return;
    taking.take = moved.value;
    taking.saved = taking.saved.then(() => keeper.save(moved.value));
  };

  const receive = async (taking: OpenTake, input: FrameInput) => {
    if (taking.ended || input.kind === 'end') return;
    if (input.kind === 'mark') return mark(taking, input);
    const most = LONGEST_TAKE_SECONDS * taking.take.sampleRate;
    // The block that filled the take is still being written; what comes behind it is no disorder.
    if (taking.received >= most) return;
    if (input.first !== taking.received)
      return breakOff(taking, {
        code: 'frames-out-of-order',
        detail: `sample ${input.first} came, ${taking.received} was due`,
      });
    const room = most - taking.received;
    const block = input.samples.length > room ? input.samples.subarray(0, room) : input.samples;
    taking.received += block.length;
    const writing = taking.file.append(block);
    onBlock?.(taking.take, { first: input.first, samples: block });
    const written = await writing;
    if (!written.ok) return breakOff(taking, written.fault);
    taking.wake();
    if (input.samples.length >= room) return breakOff(taking);
  };

  return {
    async begin({ device, sampleRate, bitDepth, sessionId }) {
      const take: Take = {
        id: newId(),
        createdAt: now(),
        source: { kind: 'microphone', device },
        sampleRate,
        bitDepth,
        samples: 0,
        state: { status: 'recording' },
        ...(sessionId !== undefined && { sessionId }),
      };
      const file = await keeper.create(take);
      if (!file.ok) return file;
      open.set(take.id, {
        ...{ take, file: file.value, received: 0, saved: Promise.resolve() },
        wake: () => undefined,
      });
      return ok(take);
    },
    connect(takeId, line) {
      const taking = open.get(takeId);
      if (!taking || taking.line || taking.ended) {
        line.close();
        return fail('take-not-found');
      }
      taking.line = line;
      line.onInput((input) => void receive(taking, input));
      line.onClosed(() => void breakOff(taking));
      return ok(undefined);
    },
    async stop(takeId, samples) {
      const taking = open.get(takeId);
      if (!taking) {
        const kept = keeper.get(takeId);
        return kept?.state.status === 'kept' ? ok(kept) : fail('take-not-found');
      }
      if (!taking.ended) await arrived(taking, samples);
      return finish(taking);
    },
    async stopAll() {
      // One that is just being closed is waited for, too.
      await Promise.all([...open.values()].map((taking) => breakOff(taking).then(() => taking.ended)));
    },
  };
}

interface OpenTake {
  take: Take;
  readonly file: TakeFile;
  line?: FrameLine;
  /** Samples received in order so far. */
  received: number;
  /** The description's writes, one after the other. */
  saved: Promise<unknown>;
  wake: () => void;
  ended?: Promise<Result<Take, RecordingFaultCode>>;
}

/** Resolves once `samples` samples are on disk, the take ended by itself, or the stragglers' time is up. */
async function arrived(taking: OpenTake, samples: number): Promise<void> {
  if (taking.file.samples >= samples) return;
  let timer: NodeJS.Timeout | undefined;
  const { wake } = taking;
  await new Promise<void>((resolve) => {
    timer = setTimeout(resolve, STRAGGLER_MS);
    taking.wake = () => {
      wake();
      if (taking.ended || taking.file.samples >= samples) resolve();
    };
  });
  clearTimeout(timer);
}
