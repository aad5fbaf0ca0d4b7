import { readFileSync } from 'node:fs';

/** What the recording child says, a line each; the samples are the device's, those of `written` and `marked` the take's. */
export type Reported =
  | { readonly is: 'heard'; readonly until: number }
  | { readonly is: 'begun'; readonly id: string; readonly from: number }
  /** `paused` also where it ended. */
  | { readonly is: 'paused' | 'resumed'; readonly at: number }
  | { readonly is: 'written'; readonly samples: number }
  | { readonly is: 'marked'; readonly at: number; readonly sentence: number }
  | { readonly is: 'marks-written'; readonly count: number }
  | { readonly is: 'kept'; readonly id: string }
  /** The disk took no more. */
  | { readonly is: 'full' };

/** A take as the child made it, up to when it was killed. */
export interface ReportedTake {
  readonly id: string;
  /** The stretches of the device's sound in it: first sample, first one after. */
  readonly stretches: readonly { readonly from: number; readonly to: number }[];
  /** Samples on disk, as the recorder was told. */
  readonly written: number;
  readonly marks: readonly { readonly at: number; readonly sentence: number }[];
  /** Of them, in the description on disk. */
  readonly marksWritten: number;
  readonly isKept: boolean;
  /** The disk took no more of it. */
  readonly metFullDisk: boolean;
}

/** Reads the report of a child that is dead; a last line cut in the middle is none. */
export function readReport(path: string): readonly ReportedTake[] {
  const lines = readFileSync(path, 'utf8').split('\n').slice(0, -1);
  const takes: Running[] = [];
  let heard = 0;
  for (const line of lines) {
    const one: Reported = JSON.parse(line);
    const take = takes.at(-1);
    if (one.is === 'heard') heard = one.until;
    else if (one.is === 'begun') takes.push(begun(one));
    else if (take) follow(take, one);
  }
  return takes.map((take) => ended(take, heard));
}

interface Running {
  readonly id: string;
  /** Where the open stretch begins; undefined while paused and when it has ended. */
  from: number | undefined;
  stretches: { readonly from: number; readonly to: number }[];
  written: number;
  marks: { readonly at: number; readonly sentence: number }[];
  marksWritten: number;
  isKept: boolean;
  metFullDisk: boolean;
}

function begun({ id, from }: { readonly id: string; readonly from: number }): Running {
  return {
    id,
    from,
    stretches: [],
    written: 0,
    marks: [],
    marksWritten: 0,
    isKept: false,
    metFullDisk: false,
  };
}

function follow(take: Running, one: Reported): void {
  if (one.is === 'written') take.written = one.samples;
  else if (one.is === 'marked') take.marks.push({ at: one.at, sentence: one.sentence });
  else if (one.is === 'marks-written') take.marksWritten = one.count;
  else if (one.is === 'resumed') take.from = one.at;
  else if (one.is === 'kept') take.isKept = true;
  else if (one.is === 'full') take.metFullDisk = true;
  else if (one.is === 'paused' && take.from !== undefined) {
    take.stretches.push({ from: take.from, to: one.at });
    take.from = undefined;
  }
}

function ended({ from, ...take }: Running, heard: number): ReportedTake {
  const last = from !== undefined && heard > from ? [{ from, to: heard }] : [];
  return { ...take, stretches: [...take.stretches, ...last] };
}
