import type { EndMessage, FrameMessage, MarkMessage } from '../../../electron/contract/calls.ts';
import { createBlockMaker } from './block-maker.ts';
import { createPeakMaker } from './measure.ts';
import {
  BLOCK_SECONDS,
  PEAKS_PER_SECOND,
  type SentenceRead,
  TAIL_SECONDS,
  type TakeEnded,
} from './messages.ts';

/** Where a take's sound goes: its port. */
export interface TakeLine {
  send(message: FrameMessage | MarkMessage | EndMessage): void;
}

/** A take while it is being recorded, on the worker's side. Time is counted in samples. */
export interface RunningTake {
  /** Sound of the device, in order; not kept while paused. */
  add(samples: Float32Array): void;
  /** Sends all there is so far, and from here on each block. */
  connect(line: TakeLine): void;
  /** What is heard until `resume` is not kept; what was heard before is sent at once. */
  pause(): void;
  resume(): void;
  /** The reading of this sentence begins with the next sample. */
  mark(read: SentenceRead): void;
  /** Ends it after half a second more, at once where it is paused. */
  stop(): void;
  /** Ends it here. Once it has ended nothing changes any more. */
  end(why: TakeEnded['why']): void;
  /** Samples in blocks so far, and the waveform's points since the last time this was asked. */
  news(): { readonly samples: number; readonly peaks: Float32Array };
}

/**
 * `sampleRate` in Hz; `before` is what was heard last, with which it begins, and `read` what is read first. `onEnded`
 * is called once, when all was given to the line.
 */
export function createRunningTake(options: {
  sampleRate: number;
  before: Float32Array<ArrayBuffer>;
  read?: SentenceRead | undefined;
  onEnded: (ended: TakeEnded) => void;
}): RunningTake {
  const { sampleRate, before, read, onEnded } = options;
  let line: TakeLine | undefined;
  let waiting: Parameters<TakeLine['send']>[0][] = [];
  let points: Float32Array[] = [];
  let samples = 0;
  let paused = false;
  let ended = false;
  let room = Number.POSITIVE_INFINITY;

  const send: TakeLine['send'] = (message) => {
    if (line) line.send(message);
    else waiting.push(message);
  };
  const peaksOf = createPeakMaker(Math.round(sampleRate / PEAKS_PER_SECOND));
  const give = (block: Float32Array<ArrayBuffer>) => {
    points.push(peaksOf(block));
    send({ kind: 'frames', first: samples, samples: block });
    samples += block.length;
  };
  const blocks = createBlockMaker(Math.round(sampleRate * BLOCK_SECONDS), give);
  const mark = (read: SentenceRead) => send({ kind: 'mark', at: samples, ...read });
  const news = () => {
    const peaks = joined(points);
    points = [];
    return { samples, peaks };
  };
  const end = (why: TakeEnded['why']) => {
    if (ended) return;
    ended = true;
    blocks.flush();
    send({ kind: 'end', samples });
    onEnded({ kind: 'ended', why, ...news() });
  };

  if (read) mark(read);
  // In one piece, so that it is on disk as soon as anything is.
  if (before.length > 0) give(before);
  return {
    add(heard) {
      if (paused || ended) return;
      blocks.add(heard.subarray(0, room));
      room -= Math.min(room, heard.length);
      if (room === 0) end('asked');
    },
    connect(to) {
      line = to;
      for (const message of waiting) to.send(message);
      waiting = [];
    },
    pause() {
      blocks.flush();
      paused = true;
    },
    resume() {
      paused = false;
    },
    mark(read) {
      if (ended) return;
      blocks.flush();
      mark(read);
    },
    stop() {
      if (paused) end('asked');
      else room = Math.min(room, Math.round(sampleRate * TAIL_SECONDS));
    },
    end,
    news,
  };
}

function joined(parts: readonly Float32Array[]): Float32Array {
  const whole = new Float32Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
